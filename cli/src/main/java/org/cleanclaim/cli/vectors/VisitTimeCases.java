package org.cleanclaim.cli.vectors;

import tools.jackson.databind.JsonNode;

/// Levels of visits by the time on the day.
final class VisitTimeCases implements VectorLayout {

  @Override
  public String title() {
    return "Visits by time";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    return firstCase.path("input").has("setting") && firstCase.path("input").has("total_minutes");
  }

  @Override
  public Engine open(VectorTables tables) {
    return VisitTimeCases::run;
  }

  private static Verdict run(JsonNode aCase) {
    JsonNode input = aCase.path("input");
    var code =
        DecisionMakingCases.setting(input.path("setting").asString())
            .code(input.path("total_minutes").asInt());
    return Verdict.of(
        aCase.path("id").asString(),
        aCase.path("expected").path("code").asString("none"),
        code.map(Object::toString).orElse("none"));
  }
}
