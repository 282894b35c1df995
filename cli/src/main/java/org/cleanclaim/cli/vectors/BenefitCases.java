package org.cleanclaim.cli.vectors;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.Accumulators.Borne;
import org.cleanclaim.pricing.benefit.Accumulators.Used;
import org.cleanclaim.pricing.benefit.Adjudicator;
import org.cleanclaim.pricing.benefit.BenefitLimit;
import org.cleanclaim.pricing.benefit.BenefitLine;
import org.cleanclaim.pricing.benefit.BenefitPlan;
import org.cleanclaim.pricing.benefit.CategoryBenefit;
import org.cleanclaim.pricing.benefit.FamilyLimit;
import org.cleanclaim.pricing.benefit.LineBenefit;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.benefit.TierBenefits;
import tools.jackson.databind.JsonNode;

/// Claims with a plan and what was borne before.
final class BenefitCases implements VectorLayout {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  @Override
  public String title() {
    return "Benefits";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    return firstCase.path("input").has("plan") && firstCase.path("input").has("accumulators");
  }

  @Override
  public Engine open(VectorTables tables) {
    return BenefitCases::run;
  }

  private static Verdict run(JsonNode aCase) {
    JsonNode input = aCase.path("input");
    JsonNode expected = aCase.path("expected");
    var result =
        Adjudicator.adjudicate(
            plan(input.path("plan")),
            accumulators(input.path("accumulators")),
            lines(input.path("lines")));
    return Verdict.of(aCase.path("id").asString(), known(expected), said(result));
  }

  private static List<BenefitLine> lines(JsonNode nodes) {
    var lines = new ArrayList<BenefitLine>();
    for (JsonNode line : nodes) {
      lines.add(
          new BenefitLine(
              line.path("line").asInt(),
              DAY,
              Amounts.money(line.path("billed")),
              Amounts.money(line.path("allowed")),
              new ServiceCategory(line.path("category").asString()),
              NetworkTier.IN_NETWORK));
    }
    return lines;
  }

  private static String known(JsonNode expected) {
    var words = new ArrayList<String>();
    for (JsonNode line : expected.path("lines")) {
      var adjustments = new ArrayList<String>();
      for (JsonNode cas : line.path("cas")) {
        adjustments.add(
            cas.path(0).asString()
                + "-"
                + cas.path(1).asString()
                + " "
                + Amounts.money(cas.path(2)));
      }
      words.add(
          line(
              Amounts.money(line.path("deductible")),
              Amounts.money(line.path("copay")),
              Amounts.money(line.path("coinsurance")),
              Amounts.money(line.path("patient_responsibility")),
              Amounts.money(line.path("paid")),
              adjustments));
    }
    JsonNode ending = expected.path("accumulators");
    words.add(
        accumulators(
            Amounts.money(ending.path("ded_ind")),
            Amounts.money(ending.path("ded_fam")),
            Amounts.money(ending.path("oop_ind")),
            Amounts.money(ending.path("oop_fam"))));
    var visits = new TreeMap<String, Integer>();
    ending.path("visits").properties().forEach(e -> visits.put(e.getKey(), e.getValue().asInt()));
    visits.values().removeIf(count -> count == 0);
    return String.join("; ", words) + " visits " + visits;
  }

  private static String said(Adjudicator.Result result) {
    var words = new ArrayList<String>();
    for (LineBenefit line : result.lines()) {
      words.add(
          switch (line) {
            case LineBenefit.Undecided undecided -> undecided.finding().message();
            case LineBenefit.Decided decided ->
                line(
                    decided.deductible(),
                    decided.copay(),
                    decided.coinsurance(),
                    patient(decided),
                    decided.paid(),
                    decided.adjustments().stream().map(a -> a.label() + " " + a.amount()).toList());
          });
    }
    var borne = result.accumulators().borne(NetworkTier.IN_NETWORK);
    words.add(
        accumulators(
            borne.deductible(),
            borne.familyDeductible(),
            borne.outOfPocket(),
            borne.familyOutOfPocket()));
    var visits = new TreeMap<String, Integer>();
    result.accumulators().used().forEach((c, used) -> visits.put(c.slug(), used.visits()));
    visits.values().removeIf(count -> count == 0);
    return String.join("; ", words) + " visits " + visits;
  }

  /// All that goes to the patient, also what the plan does not cover.
  private static Money patient(LineBenefit.Decided decided) {
    return Money.sum(
        decided.adjustments().stream()
            .filter(a -> a.label().startsWith("PR-"))
            .map(a -> a.amount())
            .toList());
  }

  private static String line(
      Money deductible,
      Money copay,
      Money coinsurance,
      Money patient,
      Money paid,
      List<String> adjustments) {
    return "%s/%s/%s patient %s paid %s %s"
        .formatted(
            deductible, copay, coinsurance, patient, paid, adjustments.stream().sorted().toList());
  }

  private static String accumulators(
      Money deductible, Money familyDeductible, Money outOfPocket, Money familyOutOfPocket) {
    return "then %s %s %s %s"
        .formatted(deductible, familyDeductible, outOfPocket, familyOutOfPocket);
  }

  private static BenefitPlan plan(JsonNode plan) {
    var benefits = new HashMap<ServiceCategory, CategoryBenefit>();
    plan.path("copays")
        .properties()
        .forEach(e -> {
          Money amount = Amounts.money(e.getValue().path("amount"));
          benefits.put(
              new ServiceCategory(e.getKey()),
              e.getValue().path("after_deductible").asBoolean()
                  ? CategoryBenefit.copaidAfterDeductible(amount)
                  : CategoryBenefit.copaid(amount));
        });
    for (ServiceCategory free : categories(plan.path("free"))) {
      benefits.put(free, CategoryBenefit.FREE);
    }
    Map<ServiceCategory, BenefitLimit> limits = new HashMap<>();
    plan.path("visit_limits")
        .properties()
        .forEach(e ->
            limits.put(
                new ServiceCategory(e.getKey()), BenefitLimit.ofVisits(e.getValue().asInt())));
    return BenefitPlan.of(
        "plan",
        new TierBenefits(
            FamilyLimit.embedded(
                Amounts.money(plan.path("deductible_individual")),
                Amounts.money(plan.path("deductible_family"))),
            FamilyLimit.embedded(
                Amounts.money(plan.path("oop_individual")), Amounts.money(plan.path("oop_family"))),
            CategoryBenefit.coinsured(new BigDecimal(plan.path("coinsurance").asString())),
            benefits),
        categories(plan.path("excluded")),
        limits);
  }

  private static Set<ServiceCategory> categories(JsonNode slugs) {
    var categories = new HashSet<ServiceCategory>();
    slugs.forEach(slug -> categories.add(new ServiceCategory(slug.asString())));
    return categories;
  }

  private static Accumulators accumulators(JsonNode node) {
    var used = new HashMap<ServiceCategory, Used>();
    node.path("visits")
        .properties()
        .forEach(e ->
            used.put(new ServiceCategory(e.getKey()), new Used(e.getValue().asInt(), Money.ZERO)));
    var borne =
        new Borne(
            Amounts.money(node.path("ded_ind")),
            Amounts.money(node.path("ded_fam")),
            Amounts.money(node.path("oop_ind")),
            Amounts.money(node.path("oop_fam")));
    return new Accumulators(Map.of(NetworkTier.IN_NETWORK, borne), used);
  }
}
