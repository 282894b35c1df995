package org.cleanclaim.cli.vectors;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.physician.Locality;
import org.cleanclaim.pricing.physician.PhysicianTables;
import org.cleanclaim.pricing.physician.Setting;
import tools.jackson.databind.JsonNode;

/// Payment amounts of the physician fee schedule as CMS published them, by locality.
final class PhysicianFeeCases implements VectorLayout {

  @Override
  public String title() {
    return "Physician fees";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    return firstCase.path("input").has("mac")
        && firstCase.path("input").has("hcpcs")
        && firstCase.path("expected").has("non_facility");
  }

  @Override
  public Engine open(VectorTables tables) {
    CodeSets sets = tables.having(PublicationKind.MPFS_RVU, PublicationKind.MPFS_GPCI);
    var years = new HashMap<Integer, Optional<PhysicianTables>>();
    return aCase -> {
      int year = aCase.path("input").path("year").asInt();
      var ofYear = years.computeIfAbsent(year, y -> tables(sets, y));
      String id = aCase.path("id").asString();
      if (ofYear.isEmpty()) {
        String missing =
            "No relative values (PPRRVU) and cost indices (GPCI) of %d are installed."
                .formatted(year);
        return Verdict.failed(id, aCase.path("expected").toString(), missing).because(missing);
      }
      return verdict(id, aCase.path("input"), aCase.path("expected"), ofYear.get());
    };
  }

  private static Optional<PhysicianTables> tables(CodeSets sets, int year) {
    return rules(sets, PublicationKind.MPFS_RVU, year)
        .flatMap(values ->
            rules(sets, PublicationKind.MPFS_GPCI, year)
                .map(indices -> PhysicianTables.of(values, indices)));
  }

  private static Optional<RuleTables> rules(CodeSets sets, PublicationKind kind, int year) {
    return sets.rules(kind, LocalDate.of(year, 12, 31))
        .filter(publication -> publication.effectiveFrom().getYear() == year)
        .map(publication -> publication.content(RuleTables.class));
  }

  private static Verdict verdict(
      String id, JsonNode input, JsonNode expected, PhysicianTables tables) {
    var row =
        tables.values(input.path("hcpcs").asString(), input.path("modifier").asString().strip());
    var indices =
        tables.indices(
            Locality.of(input.path("mac").asString(), input.path("locality").asString()));
    if (row.isEmpty() || indices.isEmpty()) {
      return Verdict.failed(
          id, expected.toString(), "The code or the locality is not in the tables.");
    }
    var values = row.get();
    var place = indices.get();
    boolean isTherapy = values.policy().multiple() == '5';
    String actual =
        answer(
            Money.ofCents(values.cents(place, Setting.NON_FACILITY)),
            Money.ofCents(values.cents(place, Setting.FACILITY)),
            String.valueOf(values.policy().component()),
            String.valueOf(values.status()),
            String.valueOf(values.policy().multiple()),
            Money.ofCents(isTherapy ? values.centsOfHalfExpense(place, Setting.NON_FACILITY) : 0),
            Money.ofCents(isTherapy ? values.centsOfHalfExpense(place, Setting.FACILITY) : 0),
            values.capped().applies() ? "1" : "9",
            Money.ofCents(values.centsOfCap(place, Setting.NON_FACILITY)),
            Money.ofCents(values.centsOfCap(place, Setting.FACILITY)));
    return Verdict.of(id, known(expected), actual);
  }

  private static String known(JsonNode expected) {
    return answer(
        money(expected, "non_facility"),
        money(expected, "facility"),
        expected.path("pctc").asString(),
        expected.path("status").asString(),
        expected.path("mult_surg").asString(),
        money(expected, "therapy_reduction_noninst"),
        money(expected, "therapy_reduction_inst"),
        expected.path("opps_ind").asString(),
        money(expected, "opps_non_facility"),
        money(expected, "opps_facility"));
  }

  private static Money money(JsonNode expected, String field) {
    BigDecimal dollars = expected.path(field).decimalValue(BigDecimal.ZERO);
    return Money.ofCents(dollars.movePointRight(2).longValueExact());
  }

  private static String answer(Object... parts) {
    return Arrays.toString(parts);
  }
}
