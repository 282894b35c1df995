package org.cleanclaim.cli.vectors;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.asc.InstalledSurgery;
import org.cleanclaim.pricing.asc.SurgeryLine;
import org.cleanclaim.pricing.asc.SurgeryPrice;
import org.cleanclaim.pricing.asc.UnitLimit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Claims of surgical centers with total, Medicare's and the patient's part of each line. A case
/// passes when all three agree on every line, and when the same lines are paid.
final class SurgeryCases implements VectorLayout {
  private static final Money CENT = Money.ofCents(1);

  @Override
  public String title() {
    return "Surgical centers";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    return firstCase.path("input").has("cbsa")
        && firstCase.path("input").has("mue_limits")
        && firstCase.path("expected").has("total_copayment");
  }

  @Override
  public Engine open(VectorTables tables) {
    CodeSets sets =
        tables.having(
            PublicationKind.ASC_RATES, PublicationKind.ASC_WAGES, PublicationKind.ASC_PAIRS);
    var installed = new InstalledSurgery(sets);
    var days = new HashMap<LocalDate, InstalledSurgery.OfDay>();
    return aCase -> {
      String id = aCase.path("id").asString();
      JsonNode input = aCase.path("input");
      var day = LocalDate.parse(input.path("service_date").asString());
      List<String> known = known(aCase.path("expected").path("lines"));
      return switch (days.computeIfAbsent(day, installed::on)) {
        case InstalledSurgery.Missing missing ->
            Verdict.failed(
                id,
                known.toString(),
                missing.findings().stream().map(Finding::message).toList().toString());
        case InstalledSurgery.Found found -> {
          List<SurgeryPrice> prices =
              found.pricer().price(day, input.path("cbsa").asString(), lines(input));
          yield Verdict.of(id, known, prices.stream().map(SurgeryCases::answer).toList())
              .because(cause(aCase, prices));
        }
      };
    };
  }

  private static List<SurgeryLine> lines(JsonNode input) {
    var lines = new ArrayList<SurgeryLine>();
    for (JsonNode line : input.path("lines")) {
      String code = line.path("hcpcs").asString();
      Money charge = Amounts.money(line.path("charges"));
      lines.add(
          new SurgeryLine(
              lines.size() + 1,
              code,
              RiskScoreCases.texts(line.path("modifiers")),
              line.path("units").asInt(),
              // these cases write 0 where no charge is given
              charge.isZero() ? null : charge,
              limit(input.path("mue_limits").path(code))));
    }
    return lines;
  }

  private static @Nullable UnitLimit limit(JsonNode limit) {
    if (!limit.has("limit")) return null;
    return new UnitLimit(
        limit.path("limit").asInt(),
        limit.path("up_to_limit").asBoolean()
            ? UnitLimit.Excess.DENIES_EXCESS
            : UnitLimit.Excess.DENIES_LINE);
  }

  private static List<String> known(JsonNode lines) {
    var known = new ArrayList<String>();
    for (JsonNode line : lines) {
      known.add(
          line.path("status").asString().equals("payable")
              ? amounts(
                  Amounts.money(line.path("line_total")),
                  Amounts.money(line.path("line_payment")),
                  Amounts.money(line.path("line_copayment")))
              : "not paid");
    }
    return known;
  }

  private static String answer(SurgeryPrice price) {
    return price instanceof SurgeryPrice.Priced priced
        ? amounts(priced.total(), priced.medicareShare(), priced.patientShare())
        : "not paid";
  }

  /// Why a line differs, by the first rule that applies; empty where none does.
  private static String cause(JsonNode aCase, List<SurgeryPrice> prices) {
    var causes = new TreeSet<String>();
    for (int i = 0; i < prices.size(); i++) {
      JsonNode line = aCase.path("expected").path("lines").path(i);
      String code = aCase.path("input").path("lines").path(i).path("hcpcs").asString();
      if (!(prices.get(i) instanceof SurgeryPrice.Priced priced)) continue;
      Money apart = Amounts.money(line.path("line_total")).minus(priced.total());
      if (apart.isZero()) continue;
      if (apart.equals(CENT) || apart.equals(CENT.negated())) {
        causes.add("an exact half cent goes to the even cent; the program's is binary");
      } else if (code.startsWith("C") && !apart.isNegative()) {
        causes.add("a code pair lowers a procedure whose own code begins with C as well");
      } else {
        causes.add("");
      }
    }
    return causes.size() == 1 ? causes.first() : "";
  }

  private static String amounts(Money total, Money medicare, Money patient) {
    return "%s = %s + %s".formatted(total, medicare, patient);
  }
}
