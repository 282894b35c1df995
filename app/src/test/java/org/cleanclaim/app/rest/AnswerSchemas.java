package org.cleanclaim.app.rest;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonValueFormat;

/// The schemas of what addresses answer, as the records are written to JSON. A record is a
/// component of its own.
final class AnswerSchemas {
  private final JsonMapper mapper;
  private final Map<String, Object> components = new TreeMap<>();

  AnswerSchemas(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /// By name.
  Map<String, Object> components() {
    return components;
  }

  /// What a method of an address answers: pages of lists go out as their rows.
  Map<String, Object> answer(java.lang.reflect.Type returned) {
    var type = mapper.constructType(returned);
    if (type.hasRawClass(ResponseEntity.class)) type = type.containedType(0);
    if (type.hasRawClass(ListPage.class)) return list(type.containedType(0));
    return of(type);
  }

  private Map<String, Object> of(JavaType type) {
    if (type.isCollectionLikeType() || type.isArrayType()) return list(type.getContentType());
    if (type.isMapLikeType()) {
      return Map.of("type", "object", "additionalProperties", of(type.getContentType()));
    }
    if (type.getRawClass().isSealed() && type.isInterface()) {
      var kinds = Arrays.asList(type.getRawClass().getPermittedSubclasses());
      return Map.of("anyOf", kinds.stream().map(k -> of(mapper.constructType(k))).toList());
    }
    var seen = new Seen();
    mapper.acceptJsonFormatVisitor(type, seen);
    return seen.properties == null ? seen.schema : component(type, seen.properties);
  }

  private Map<String, Object> list(JavaType items) {
    return Map.of("type", "array", "items", of(items));
  }

  private Map<String, Object> component(JavaType type, Map<String, BeanProperty> properties) {
    String name = name(type.getRawClass());
    if (!components.containsKey(name)) {
      var fields = new LinkedHashMap<String, Object>();
      // Known before its fields are, which may be of the same kind.
      components.put(name, Map.of("type", "object", "properties", fields));
      properties.forEach((field, property) -> fields.put(field, field(property)));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> field(BeanProperty property) {
    var schema = of(property.getType());
    if (!isNullable(property)) return schema;
    if (!(schema.get("type") instanceof String kind)) {
      return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }
    var nullable = new LinkedHashMap<>(schema);
    nullable.put("type", List.of(kind, "null"));
    return nullable;
  }

  private static boolean isNullable(BeanProperty property) {
    AnnotatedType type =
        property.getMember().getMember() instanceof Method method
            ? method.getAnnotatedReturnType()
            : ((java.lang.reflect.Field) property.getMember().getMember()).getAnnotatedType();
    return type.isAnnotationPresent(Nullable.class);
  }

  /// `ListedClaim`, and `Claim.Line` for a record inside `ClaimResources`.
  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    if (outer == null || type.getSimpleName().endsWith("Resource")) return type.getSimpleName();
    return outer.getSimpleName().replaceFirst("Resources$", "") + "." + type.getSimpleName();
  }

  /// How the mapper writes one type.
  private static final class Seen extends JsonFormatVisitorWrapper.Base {
    private final Map<String, Object> schema = new LinkedHashMap<>();
    private @Nullable Map<String, BeanProperty> properties;

    @Override
    public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
      var found = new LinkedHashMap<String, BeanProperty>();
      properties = found;
      return new JsonObjectFormatVisitor.Base(getContext()) {
        @Override
        public void property(BeanProperty property) {
          found.put(property.getName(), property);
        }

        @Override
        public void optionalProperty(BeanProperty property) {
          found.put(property.getName(), property);
        }
      };
    }

    @Override
    public JsonStringFormatVisitor expectStringFormat(JavaType type) {
      schema.put("type", "string");
      return new JsonStringFormatVisitor.Base() {
        @Override
        public void format(JsonValueFormat format) {
          schema.put("format", format.toString());
        }

        @Override
        public void enumTypes(Set<String> values) {
          schema.put("enum", List.copyOf(values));
        }
      };
    }

    @Override
    public JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
      schema.put("type", "integer");
      return new JsonIntegerFormatVisitor.Base();
    }

    @Override
    public JsonNumberFormatVisitor expectNumberFormat(JavaType type) {
      schema.put("type", "number");
      return new JsonNumberFormatVisitor.Base();
    }

    @Override
    public JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) {
      schema.put("type", "boolean");
      return new JsonBooleanFormatVisitor.Base();
    }
  }
}
