package org.cleanclaim.cli.vectors;

import java.math.BigDecimal;
import java.util.TreeMap;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.physician.MultipleProcedures;
import tools.jackson.databind.JsonNode;

/// Reductions where services of one family meet on one day.
final class DayReductionCases implements VectorLayout {

  @Override
  public String title() {
    return "Multiple procedures";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    JsonNode input = firstCase.path("input");
    return input.has("indicator") && input.path("lines").path(0).has("amount");
  }

  @Override
  public Engine open(VectorTables tables) {
    return DayReductionCases::run;
  }

  private static Verdict run(JsonNode aCase) {
    JsonNode input = aCase.path("input");
    JsonNode lines = input.path("lines");
    long[] left = reduced(input, lines);
    var actual = new TreeMap<Integer, String>();
    for (int i = 0; i < left.length; i++) {
      actual.put(lines.path(i).path("line").asInt(), said(left[i]));
    }
    var known = new TreeMap<Integer, String>();
    for (JsonNode line : aCase.path("expected").path("lines")) {
      known.put(
          line.path("line").asInt(),
          said(line.path("by_report").asBoolean() ? -1 : cents(line, "allowed")));
    }
    return Verdict.of(aCase.path("id").asString(), known, actual);
  }

  private static long[] reduced(JsonNode input, JsonNode lines) {
    long[] amounts = column(lines, "amount");
    return switch (input.path("indicator").asString()) {
      case "2" -> MultipleProcedures.surgery(amounts);
      case "3" -> MultipleProcedures.endoscopy(amounts, cents(input, "endoscopic_base_amount"));
      case "4" ->
          MultipleProcedures.share(
              amounts, input.path("component").asString("TC").equals("TC") ? 50 : 95);
      case "5" -> MultipleProcedures.therapy(amounts, column(lines, "practice_expense"));
      case "6" -> MultipleProcedures.share(amounts, 75);
      case "7" -> MultipleProcedures.share(amounts, 80);
      default -> amounts;
    };
  }

  private static long[] column(JsonNode lines, String field) {
    long[] cents = new long[lines.size()];
    for (int i = 0; i < cents.length; i++) cents[i] = cents(lines.path(i), field);
    return cents;
  }

  private static long cents(JsonNode node, String field) {
    return node.path(field).decimalValue(BigDecimal.ZERO).movePointRight(2).longValueExact();
  }

  private static String said(long cents) {
    return cents < 0 ? "by report" : Money.ofCents(cents).toString();
  }
}
