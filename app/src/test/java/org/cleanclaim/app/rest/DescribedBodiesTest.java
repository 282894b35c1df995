package org.cleanclaim.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cleanclaim.app.DemoServer;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;

/// The description of the API against what its addresses read.
class DescribedBodiesTest {
  private static final String ROOT = "/api/v1";

  private final DemoServer server = DemoServer.shared();
  private final Map<String, Object> paths = paths();

  @Test
  void theDescriptionNamesTheFieldsOfEachBodyAndNoOthers() {
    var records = records();
    Map<Class<?>, Set<String>> described = new HashMap<>();

    assertThat(records).hasSizeGreaterThan(100);
    records.forEach((address, record) -> {
      var names = described(address);
      assertThat(names).as(address).isNotEmpty().isSubsetOf(fields(record));
      described.computeIfAbsent(record, r -> new TreeSet<>()).addAll(names);
    });
    // One that several addresses read is described by all of them together.
    described.forEach(
        (record, names) -> assertThat(names).as(record.getName()).isEqualTo(fields(record)));
  }

  /// What each address reads, where it is no file and no text.
  private Map<String, Class<?>> records() {
    var records = new TreeMap<String, Class<?>>();
    server
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((mapping, method) -> add(mapping, method, records));
    return records;
  }

  private static void add(
      RequestMappingInfo mapping, HandlerMethod method, Map<String, Class<?>> records) {
    for (var parameter : method.getMethodParameters()) {
      boolean isRecord =
          parameter.hasParameterAnnotation(RequestBody.class)
              && parameter.getParameterType().isRecord();
      if (!isRecord) continue;
      for (String path : mapping.getPatternValues()) {
        if (!path.startsWith(ROOT)) continue;
        for (var verb : mapping.getMethodsCondition().getMethods()) {
          records.put(verb + " " + path.substring(ROOT.length()), parameter.getParameterType());
        }
      }
    }
  }

  private static Set<String> fields(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> described(String address) {
    String[] parts = address.split(" ");
    Object at = paths;
    for (String step :
        List.of(parts[1], parts[0].toLowerCase(Locale.ROOT), "requestBody", "content")) {
      at = at instanceof Map<?, ?> map ? map.get(step) : null;
    }
    var names = new TreeSet<String>();
    if (!(at instanceof Map<?, ?> contents)) return names;
    for (Object content : contents.values()) {
      if (content instanceof Map<?, ?> media
          && media.get("schema") instanceof Map<?, ?> schema
          && schema.get("properties") instanceof Map<?, ?> properties) {
        properties.keySet().forEach(name -> names.add(String.valueOf(name)));
      }
    }
    return names;
  }

  private static Map<String, Object> paths() {
    try (InputStream yaml = DescribedBodiesTest.class.getResourceAsStream("/openapi.yaml")) {
      Map<String, Map<String, Object>> description = new Yaml().load(yaml);
      return description.get("paths");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
