package org.cleanclaim.cli.vectors;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cleanclaim.coding.visit.DecisionMaking;
import org.cleanclaim.coding.visit.DecisionMaking.Level;
import org.cleanclaim.coding.visit.VisitSetting;
import tools.jackson.databind.JsonNode;

/// Levels of visits by problems, data and risk, each from 1 to 4.
final class DecisionMakingCases implements VectorLayout {

  @Override
  public String title() {
    return "Visits by decision making";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    return firstCase.path("input").has("problems") && firstCase.path("input").has("risk");
  }

  @Override
  public Engine open(VectorTables tables) {
    return DecisionMakingCases::run;
  }

  private static Verdict run(JsonNode aCase) {
    JsonNode input = aCase.path("input");
    JsonNode expected = aCase.path("expected");
    Level level =
        new DecisionMaking(level(input, "problems"), level(input, "data"), level(input, "risk"))
            .level();
    var known = new TreeMap<String, String>();
    var actual = new TreeMap<String, String>();
    known.put("level", expected.path("level").asString());
    actual.put("level", String.valueOf(level.rank()));
    for (Map.Entry<String, JsonNode> code : expected.path("codes").properties()) {
      known.put(code.getKey(), code.getValue().asString());
      actual.put(code.getKey(), setting(code.getKey()).code(level).toString());
    }
    return Verdict.of(aCase.path("id").asString(), known, actual);
  }

  private static Level level(JsonNode input, String element) {
    int rank = input.path(element).asInt();
    return Arrays.stream(Level.values()).filter(l -> l.rank() == rank).findFirst().orElseThrow();
  }

  static VisitSetting setting(String name) {
    return VisitSetting.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
