package org.cleanclaim.grouping.msdrg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Compares groupings with known answers, field by field.
final class Score {
  private final Map<String, Integer> right = new TreeMap<>();
  private final Map<String, Integer> all = new TreeMap<>();
  private final Map<String, List<String>> wrong = new TreeMap<>();

  public static void main(String[] args) throws IOException {
    long from = System.nanoTime();
    var raw = Cases.tables();
    long read = System.nanoTime();
    var grouper = new MsDrgGrouper(GrouperTables.of(raw));
    System.out.printf(
        "read %d ms, load %d ms%n", (read - from) / 1000000, (System.nanoTime() - read) / 1000000);
    var score = new Score();
    for (JsonNode node : Cases.all()) score.add(node, grouper);
    score.print(args.length > 0 ? Integer.parseInt(args[0]) : 3);
  }

  void add(JsonNode node, MsDrgGrouper grouper) {
    var version = GrouperVersion.numbered(node.path("version").asInt()).orElseThrow();
    Grouping g = grouper.group(Cases.stay(node), version);
    JsonNode e = node.path("expected");
    compare(node, e, "initial_drg", g.initial().drg());
    compare(node, e, "final_drg", g.last().drg());
    compare(node, e, "initial_mdc", g.initial().mdc());
    compare(node, e, "final_mdc", g.last().mdc());
    compare(node, e, "initial_grc", g.initial().returnCode());
    compare(node, e, "final_grc", g.last().returnCode());
    compare(node, e, "initial_base_drg", g.initial().baseDrg());
    compare(node, e, "final_base_drg", g.last().baseDrg());
    compare(node, e, "initial_med_surg", g.initial().type());
    compare(node, e, "final_med_surg", g.last().type());
    compare(node, e, "initial_severity", g.initial().severity());
    compare(node, e, "final_severity", g.last().severity());
    compare(node, e, "hac_status", g.hacOutcome());
    compare(node, e, "hac_categories_satisfied", g.hacCategories());
    diagnosis(node, "pdx", e.path("pdx"), g.principal());
    for (int i = 0; i < g.secondaries().size(); i++) {
      diagnosis(node, "sdx", e.path("sdx").path(i), g.secondaries().get(i));
    }
    for (int i = 0; i < g.procedures().size(); i++) {
      JsonNode px = e.path("px").path(i);
      ProcedureEffect effect = g.procedures().get(i);
      compare(node, px, "px", "recognized", effect.isRecognized());
      compare(node, px, "px", "or", effect.isOperation());
      compare(node, px, "px", "affects_drg", effect.affects());
    }
  }

  private void diagnosis(JsonNode node, String where, JsonNode dx, DiagnosisEffect effect) {
    compare(node, dx, where, "recognized", effect.isRecognized());
    compare(node, dx, where, "initial_severity", effect.initial());
    compare(node, dx, where, "final_severity", effect.last());
    compare(node, dx, where, "affects_drg", effect.affects());
    compare(node, dx, where, "poa", effect.poa());
    var hacs = new ArrayList<String>();
    dx.path("hacs")
        .forEach(h -> hacs.add(h.path("hac").asInt() + " " + h.path("status").asString()));
    var ours = effect.hacs().stream().map(h -> h.hac() + " HAC_" + h.standing()).toList();
    compare(node, where + ".hacs " + dx.path("code").asString(), hacs.toString(), ours.toString());
  }

  private void compare(JsonNode node, JsonNode expected, String field, Object actual) {
    compare(node, field, expected.path(field).asString(), actual.toString());
  }

  private void compare(
      JsonNode node, JsonNode expected, String where, String field, Object actual) {
    compare(
        node,
        where + "." + field + " " + expected.path("code").asString(),
        expected.path(field).asString(),
        actual.toString());
  }

  private void compare(JsonNode node, String field, String expected, String actual) {
    String name = field.split(" ")[0];
    all.merge(name, 1, Integer::sum);
    if (expected.equals(actual)) {
      right.merge(name, 1, Integer::sum);
    } else {
      wrong
          .computeIfAbsent(name, n -> new ArrayList<>())
          .add(
              node.path("id").asString()
                  + " v"
                  + node.path("version").asInt()
                  + " "
                  + field
                  + ": "
                  + expected
                  + " not "
                  + actual);
    }
  }

  int wrong(String field) {
    return wrong.getOrDefault(field, List.of()).size();
  }

  int all(String field) {
    return all.getOrDefault(field, 0);
  }

  void print(int samples) {
    all.forEach((field, count) -> {
      System.out.printf("%-28s %6d of %6d wrong%n", field, wrong(field), count);
      wrong.getOrDefault(field, List.of()).stream()
          .limit(samples)
          .forEach(w -> System.out.println("    " + w));
    });
  }
}
