package org.cleanclaim.cli.vectors;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.cob.SecondaryBenefit;
import org.cleanclaim.pricing.cob.SecondaryBenefit.Method;
import org.cleanclaim.pricing.cob.SecondaryBenefit.Primary;
import tools.jackson.databind.JsonNode;

/// What a secondary plan pays, by method.
final class CoordinationCases implements VectorLayout {

  @Override
  public String title() {
    return "Coordination of benefits";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    JsonNode input = firstCase.path("input");
    return input.has("method") && input.has("secondary_allowed");
  }

  @Override
  public Engine open(VectorTables tables) {
    return CoordinationCases::run;
  }

  private static Verdict run(JsonNode aCase) {
    JsonNode input = aCase.path("input");
    JsonNode expected = aCase.path("expected");
    Money billed = Amounts.money(input.path("billed"));
    var benefit =
        SecondaryBenefit.of(
            Method.valueOf(input.path("method").asString().toUpperCase(Locale.ROOT)),
            new Primary(
                Amounts.money(input.path("primary_allowed")).min(billed),
                Amounts.money(input.path("primary_paid"))),
            Amounts.money(input.path("secondary_allowed")).min(billed),
            allowed ->
                ownBenefit(
                    allowed,
                    Amounts.money(input.path("secondary_deductible_remaining")),
                    new BigDecimal(input.path("secondary_coinsurance").asString())));
    return Verdict.of(
        aCase.path("id").asString(),
        answer(
            Amounts.money(expected.path("secondary_normal_benefit")),
            Amounts.money(expected.path("secondary_paid")),
            Amounts.money(expected.path("patient_owes"))),
        answer(benefit.normalBenefit(), benefit.paid(), benefit.patientOwes()));
  }

  private static Money ownBenefit(Money allowed, Money deductible, BigDecimal coinsurance) {
    Money rest = allowed.minus(deductible.min(allowed));
    return rest.minus(rest.times(coinsurance, RoundingMode.HALF_UP));
  }

  private static String answer(Money normal, Money paid, Money owes) {
    return "normal %s, paid %s, patient %s".formatted(normal, paid, owes);
  }
}
