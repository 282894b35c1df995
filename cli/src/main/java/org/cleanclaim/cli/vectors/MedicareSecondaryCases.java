package org.cleanclaim.cli.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.pricing.cob.MedicareSecondary;
import org.cleanclaim.pricing.cob.MedicareSecondary.FeeScheduleService;
import org.cleanclaim.pricing.cob.MedicareSecondary.InstitutionalServices;
import tools.jackson.databind.JsonNode;

/// What Medicare pays as the secondary payer.
final class MedicareSecondaryCases implements VectorLayout {

  @Override
  public String title() {
    return "Medicare secondary payment";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    return firstCase.path("expected").has("medicare_secondary_payment");
  }

  @Override
  public Engine open(VectorTables tables) {
    return MedicareSecondaryCases::run;
  }

  private static Verdict run(JsonNode aCase) {
    JsonNode input = aCase.path("input");
    JsonNode expected = aCase.path("expected");
    var payment =
        input.path("kind").asString().equals("institutional")
            ? institutional(input)
            : feeSchedule(input);
    List<String> said = new ArrayList<>();
    List<String> known = new ArrayList<>();
    for (var amount : payment.amounts()) {
      String name = amount.basis().name().toLowerCase(Locale.ROOT);
      said.add(name + " " + amount.value());
      known.add(name + " " + Amounts.money(expected.path(name)));
    }
    said.add("paid " + payment.payment());
    known.add("paid " + Amounts.money(expected.path("medicare_secondary_payment")));
    return Verdict.of(aCase.path("id").asString(), known, said);
  }

  private static MedicareSecondary feeSchedule(JsonNode input) {
    JsonNode obliged = input.path("otaf");
    return MedicareSecondary.of(
        new FeeScheduleService(
            Amounts.money(input.path("charge")),
            obliged.isNumber() ? Amounts.money(obliged) : null,
            Amounts.money(input.path("medicare_fee_schedule")),
            Amounts.money(input.path("part_b_deductible_remaining")),
            input.path("medicare_pct").decimalValue(),
            Amounts.money(input.path("primary_allowed")),
            Amounts.money(input.path("primary_paid"))));
  }

  private static MedicareSecondary institutional(JsonNode input) {
    return MedicareSecondary.of(
        new InstitutionalServices(
            Amounts.money(input.path("provider_charges_or_obligated")),
            Amounts.money(input.path("gross_medicare")),
            Amounts.money(input.path("deductible")),
            Amounts.money(input.path("coinsurance")),
            Amounts.money(input.path("primary_paid"))));
  }
}
