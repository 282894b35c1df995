package org.cleanclaim.cli.vectors;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import org.cleanclaim.pricing.physician.ModifierFactor;
import org.cleanclaim.pricing.physician.RelativeValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What modifiers make of a fee, by the indicators of the code.
final class ModifierFactorCases implements VectorLayout {
  private static final int DECIMALS = 6;

  @Override
  public String title() {
    return "Modifier factors";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    return firstCase.path("input").has("indicators") && firstCase.path("input").has("modifiers");
  }

  @Override
  public Engine open(VectorTables tables) {
    return ModifierFactorCases::run;
  }

  private static Verdict run(JsonNode aCase) {
    JsonNode input = aCase.path("input");
    JsonNode expected = aCase.path("expected");
    var modifiers = new ArrayList<String>();
    for (JsonNode modifier : input.path("modifiers")) modifiers.add(modifier.asString());
    JsonNode days = input.path("postop_days");
    var actual =
        ModifierFactor.of(
            policy(input.path("indicators")), modifiers, days.isNumber() ? days.asInt() : null);
    JsonNode factor = expected.path("factor");
    return Verdict.of(
        aCase.path("id").asString(),
        answer(
            factor.isNumber() ? factor.decimalValue() : null,
            expected.path("review").asString("no review")),
        answer(actual.factor(), actual.review() == null ? "no review" : actual.review()));
  }

  private static RelativeValues.Policy policy(JsonNode indicators) {
    int days = indicators.path("global_days").asInt(0);
    return new RelativeValues.Policy(
        '0',
        "%03d".formatted(days),
        hundredths(indicators, "pre"),
        hundredths(indicators, "intra"),
        hundredths(indicators, "post"),
        sign(indicators, "mult"),
        sign(indicators, "bilat"),
        sign(indicators, "asst"),
        sign(indicators, "cosurg"),
        sign(indicators, "team"),
        "");
  }

  private static char sign(JsonNode indicators, String field) {
    return indicators.path(field).asString("9").charAt(0);
  }

  private static int hundredths(JsonNode indicators, String field) {
    return indicators.path(field).decimalValue(BigDecimal.ZERO).movePointRight(2).intValueExact();
  }

  private static String answer(@Nullable BigDecimal factor, String review) {
    String share =
        factor == null ? "none" : factor.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    return share + ", " + review;
  }
}
