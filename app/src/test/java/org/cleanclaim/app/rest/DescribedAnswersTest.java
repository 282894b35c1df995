package org.cleanclaim.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cleanclaim.app.DemoServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API against what its addresses answer.
class DescribedAnswersTest {
  private static final String ROOT = "/api/v1";
  private static final Path DESCRIPTION = Path.of("src/main/resources/openapi.yaml");

  /// What a program that is connected reads first.
  private static final Set<String> ASKED_FIRST =
      Set.of(
          "/claims",
          "/claims/{id}",
          "/patients",
          "/patients/{id}",
          "/reconciliation",
          "/remittances",
          "/remittances/{id}",
          "/remittances/exceptions",
          "/denials",
          "/denials/{id}",
          "/deadlines",
          "/billing/accounts/{patient}",
          "/billing/statements/{id}",
          "/billing/credits",
          "/ledger/receivables");

  private final DemoServer server = DemoServer.shared();
  private final JsonMapper mapper = server.bean(JsonMapper.class);
  private final AnswerSchemas schemas = new AnswerSchemas(mapper);

  @Test
  void theDescriptionNamesTheFieldsOfTheAnswersAndNoOthers() throws IOException {
    var answers = answers();
    var wanted = new TreeMap<String, Object>();
    ASKED_FIRST.forEach(path -> wanted.put(path, schemas.answer(answers.get(path))));
    if (Boolean.getBoolean("cleanclaim.write")) write();

    Map<String, Object> description = new Yaml().load(Files.readString(DESCRIPTION));
    ASKED_FIRST.forEach(path ->
        assertThat(at(description, "paths", path, "get", "responses", "200", "content"))
            .as(path)
            .isEqualTo(Map.of("application/json", Map.of("schema", wanted.get(path)))));
    var described = (Map<?, ?>) Objects.requireNonNull(at(description, "components", "schemas"));
    assertThat(described.keySet()).hasToString(schemas.components().keySet().toString());
    schemas
        .components()
        .forEach((name, schema) -> assertThat(described.get(name)).as(name).isEqualTo(schema));
  }

  @Test
  void theDemosAnswersAreAsTheyAreDescribed() {
    var answers = answers();
    for (String path : ASKED_FIRST) {
      var schema = schemas.answer(answers.get(path));
      for (String asked : examples(path)) {
        var said = server.get("mara", ROOT + asked);
        assertThat(said.statusCode()).as(asked).isEqualTo(200);
        assertThat(faults(mapper.readTree(said.body()), schema)).as(asked).isEmpty();
      }
    }
  }

  private void write() throws IOException {
    String text = Files.readString(DESCRIPTION);
    int paths = text.indexOf("\npaths:\n") + 1;
    int old = text.indexOf("  schemas:\n");
    Files.writeString(
        DESCRIPTION,
        text.substring(0, old < 0 || old > paths ? paths : old)
            + SchemaText.of(schemas.components())
            + text.substring(paths));
  }

  private Map<String, Type> answers() {
    var answers = new TreeMap<String, Type>();
    server
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((mapping, method) -> {
          boolean isRead =
              mapping.getMethodsCondition().getMethods().stream()
                  .anyMatch(m -> m.name().equals("GET"));
          for (String path : mapping.getPatternValues()) {
            if (isRead && path.startsWith(ROOT)) {
              answers.put(path.substring(ROOT.length()), method.getMethod().getGenericReturnType());
            }
          }
        });
    return answers;
  }

  private List<String> examples(String path) {
    return switch (path) {
      case "/claims/{id}" -> filled(path, "{id}", "select public_id from claim");
      case "/patients/{id}" -> filled(path, "{id}", "select public_id from patient");
      case "/remittances/{id}" -> filled(path, "{id}", "select public_id from remittance");
      case "/denials/{id}" -> filled(path, "{id}", "select public_id from denial_case");
      case "/billing/statements/{id}" -> filled(path, "{id}", "select public_id from statement");
      case "/billing/accounts/{patient}" ->
          filled(path, "{patient}", "select public_id from patient where merged_into is null");
      case "/ledger/receivables" ->
          List.of(path + "?on=" + LocalDate.now(java.time.ZoneOffset.UTC));
      default -> List.of(path);
    };
  }

  private List<String> filled(String path, String place, String ids) {
    var reading = new TransactionTemplate(server.bean(PlatformTransactionManager.class));
    var found =
        server.inPractice(() ->
            reading.execute(_ ->
                server
                    .bean(JdbcClient.class)
                    .sql(ids + " order by public_id limit 8")
                    .query(String.class)
                    .list()));
    assertThat(found).as(path).isNotEmpty();
    return found.stream().map(id -> path.replace(place, id)).toList();
  }

  private static Object at(Object from, String... steps) {
    Object at = from;
    for (String step : steps) at = at instanceof Map<?, ?> map ? map.get(step) : null;
    return at;
  }

  /// Where an answer is not as its schema says.
  private List<String> faults(JsonNode said, Object schema) {
    var faults = new ArrayList<String>();
    look("", said, schema, faults);
    return faults;
  }

  private void look(String place, JsonNode said, Object schema, List<String> faults) {
    if (at(schema, "anyOf") instanceof List<?> kinds) {
      boolean fits = kinds.stream().anyMatch(kind -> faults(said, kind).isEmpty());
      if (!fits) faults.add(place + " is of none of its kinds");
      return;
    }
    if (at(schema, "$ref") instanceof String reference) {
      var component = schemas.components().get(reference.substring(reference.lastIndexOf('/') + 1));
      look(place, said, component, faults);
      return;
    }
    Object type = at(schema, "type");
    var types = type instanceof List<?> several ? several : List.of(String.valueOf(type));
    if (!types.contains(kind(said))
        && !(types.contains("number") && kind(said).equals("integer"))) {
      faults.add("%s is %s, not %s".formatted(place, kind(said), types));
    } else if (said.isArray()) {
      said.forEach(one -> look(place + "[]", one, at(schema, "items"), faults));
    } else if (said.isObject() && at(schema, "properties") instanceof Map<?, ?> fields) {
      if (!new TreeSet<>(said.propertyNames()).equals(new TreeSet<>(names(fields)))) {
        faults.add("%s has %s, not %s".formatted(place, said.propertyNames(), fields.keySet()));
      } else {
        fields.forEach(
            (name, field) -> look(place + "/" + name, said.get(name.toString()), field, faults));
      }
    }
  }

  private static List<String> names(Map<?, ?> fields) {
    return fields.keySet().stream().map(Object::toString).toList();
  }

  private static String kind(JsonNode said) {
    return switch (said.getNodeType()) {
      case NULL -> "null";
      case ARRAY -> "array";
      case OBJECT -> "object";
      case BOOLEAN -> "boolean";
      case NUMBER -> said.isIntegralNumber() ? "integer" : "number";
      default -> "string";
    };
  }
}
