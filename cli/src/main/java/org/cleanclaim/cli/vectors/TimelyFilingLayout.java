package org.cleanclaim.cli.vectors;

import java.time.LocalDate;
import java.util.Locale;
import org.cleanclaim.edits.TimelyFiling;
import org.cleanclaim.kernel.claim.ClaimType;
import tools.jackson.databind.JsonNode;

/// Cases that ask until when Medicare takes a claim.
final class TimelyFilingLayout implements VectorLayout {
  @Override
  public String title() {
    return "Medicare filing limit";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    return firstCase.path("input").has("claim_type")
        && firstCase.path("input").has("received")
        && firstCase.path("expected").has("last_day");
  }

  @Override
  public Engine open(VectorTables tables) {
    return TimelyFilingLayout::run;
  }

  private static Verdict run(JsonNode aCase) {
    JsonNode input = aCase.path("input");
    ClaimType type = ClaimType.valueOf(text(input, "claim_type").toUpperCase(Locale.ROOT));
    LocalDate counted =
        TimelyFiling.countedFrom(type, day(input, "from_date"), day(input, "through_date"));
    TimelyFiling limit = TimelyFiling.medicare();
    JsonNode expected = aCase.path("expected");
    return Verdict.of(
        text(aCase, "id"),
        text(expected, "last_day") + ", timely " + expected.path("timely").asBoolean(),
        limit.lastDay(counted) + ", timely " + limit.isTimely(counted, day(input, "received")));
  }

  private static LocalDate day(JsonNode node, String field) {
    return LocalDate.parse(text(node, field));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
