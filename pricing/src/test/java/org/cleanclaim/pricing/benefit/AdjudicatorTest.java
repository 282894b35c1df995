package org.cleanclaim.pricing.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.pricing.PriceStep;
import org.cleanclaim.pricing.benefit.FamilyLimit.FamilySharing;
import org.cleanclaim.pricing.cob.SecondaryBenefit;
import org.junit.jupiter.api.Test;

class AdjudicatorTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final ServiceCategory OFFICE = new ServiceCategory("office");
  private static final ServiceCategory LAB = new ServiceCategory("lab");

  private static TierBenefits tier(FamilyLimit deductible, FamilyLimit outOfPocket) {
    return new TierBenefits(
        deductible,
        outOfPocket,
        CategoryBenefit.coinsured(new BigDecimal("0.20")),
        Map.of(
            OFFICE,
            new CategoryBenefit(
                List.of(CostShare.COPAY, CostShare.DEDUCTIBLE, CostShare.COINSURANCE),
                Money.of("30.00"),
                new BigDecimal("0.10"))));
  }

  private static BenefitPlan plan(TierBenefits tier) {
    return BenefitPlan.of("test", tier, Set.of(), Map.of());
  }

  private static BenefitLine line(
      int number, LocalDate on, String billed, ServiceCategory category) {
    return new BenefitLine(
        number, on, Money.of(billed), Money.of(billed), category, NetworkTier.IN_NETWORK);
  }

  private static LineBenefit.Decided decided(LineBenefit line) {
    return (LineBenefit.Decided) line;
  }

  private static LineBenefit.Decided only(BenefitPlan plan, BenefitLine line) {
    return decided(
        Adjudicator.adjudicate(plan, Accumulators.NONE, List.of(line)).lines().getFirst());
  }

  @Test
  void sharesAreTakenInTheOrderOfThePlan() {
    var plan = plan(tier(FamilyLimit.embedded(Money.of("50.00"), null), FamilyLimit.NONE));

    var line = only(plan, line(1, DAY, "100.00", OFFICE));

    assertThat(line.copay()).isEqualTo(Money.of("30.00"));
    assertThat(line.deductible()).isEqualTo(Money.of("50.00"));
    assertThat(line.coinsurance()).isEqualTo(Money.of("2.00"));
    assertThat(line.paid()).isEqualTo(Money.of("18.00"));
  }

  @Test
  void anAggregateDeductibleLooksAtTheFamilyAlone() {
    var limit = new FamilyLimit(Money.of("100.00"), Money.of("300.00"), FamilySharing.AGGREGATE);
    var embedded = FamilyLimit.embedded(Money.of("100.00"), Money.of("300.00"));

    assertThat(only(plan(tier(limit, FamilyLimit.NONE)), line(1, DAY, "500.00", LAB)).deductible())
        .isEqualTo(Money.of("300.00"));
    assertThat(
            only(plan(tier(embedded, FamilyLimit.NONE)), line(1, DAY, "500.00", LAB)).deductible())
        .isEqualTo(Money.of("100.00"));
  }

  @Test
  void theEarlierDayMeetsTheDeductibleWhateverItsPlace() {
    var plan = plan(tier(FamilyLimit.embedded(Money.of("100.00"), null), FamilyLimit.NONE));

    var result =
        Adjudicator.adjudicate(
            plan,
            Accumulators.NONE,
            List.of(line(1, DAY.plusDays(1), "200.00", LAB), line(2, DAY, "200.00", LAB)));

    assertThat(decided(result.lines().get(0)).deductible()).isEqualTo(Money.ZERO);
    assertThat(decided(result.lines().get(1)).deductible()).isEqualTo(Money.of("100.00"));
  }

  @Test
  void whatIsAbsurdIsAFindingAndCountsNothing() {
    var plan = plan(tier(FamilyLimit.embedded(Money.of("100.00"), null), FamilyLimit.NONE));
    var outOfNetwork =
        new BenefitLine(
            4, DAY, Money.of("1.00"), Money.of("1.00"), LAB, NetworkTier.OUT_OF_NETWORK);

    var result =
        Adjudicator.adjudicate(
            plan,
            Accumulators.NONE,
            List.of(
                line(1, DAY, "-5.00", LAB),
                line(2, DAY, "123456789.00", LAB),
                line(3, LocalDate.of(1800, 1, 1), "5.00", LAB),
                outOfNetwork));

    assertThat(result.lines()).allMatch(LineBenefit.Undecided.class::isInstance);
    assertThat(result.accumulators()).isEqualTo(Accumulators.NONE);
  }

  @Test
  void aSecondaryPlanNeverPaysMoreThanThePrimaryLeft() {
    var plan = plan(tier(FamilyLimit.embedded(Money.of("10.00"), null), FamilyLimit.NONE));
    var line =
        new BenefitLine(
            1,
            DAY,
            Money.of("200.00"),
            Money.of("150.00"),
            LAB,
            NetworkTier.IN_NETWORK,
            new SecondaryBenefit.Primary(Money.of("120.00"), Money.of("90.00")));

    var decided = only(plan, line);

    assertThat(decided.paid()).isEqualTo(Money.of("30.00"));
    assertThat(decided.adjustments())
        .extracting(a -> a.label() + " " + a.amount())
        .containsExactly("OA-23 170.00");
  }

  private static BenefitLine after(int number, String allowed, String paid) {
    return new BenefitLine(
        number,
        DAY.plusDays(number),
        Money.of("100.00"),
        Money.of("100.00"),
        LAB,
        NetworkTier.IN_NETWORK,
        new SecondaryBenefit.Primary(Money.of(allowed), Money.of(paid)));
  }

  /// NAIC MDL 120, section 7: the secondary credits its deductible as if it were alone, though the
  /// member owes less.
  @Test
  void aSecondaryPlanCreditsItsDeductibleInFull() {
    var plan = plan(tier(FamilyLimit.embedded(Money.of("150.00"), null), FamilyLimit.NONE));

    var result =
        Adjudicator.adjudicate(
            plan,
            Accumulators.NONE,
            List.of(after(1, "100.00", "80.00"), after(2, "100.00", "0.00")));

    // alone: 100.00 of the deductible, nothing paid; 20.00 are left to the member
    assertThat(decided(result.lines().get(0)).paid()).isEqualTo(Money.ZERO);
    assertThat(decided(result.lines().get(0)).costShare()).isEqualTo(Money.of("20.00"));
    // 50.00 of the deductible are left, then 20 percent of 50.00
    assertThat(decided(result.lines().get(1)).paid()).isEqualTo(Money.of("40.00"));
    var borne = result.accumulators().borne(NetworkTier.IN_NETWORK);
    assertThat(borne.deductible()).isEqualTo(Money.of("150.00"));
    assertThat(borne.outOfPocket()).isEqualTo(Money.of("80.00"));
  }

  @Test
  void aLimitHoldsAfterAnotherPlanToo() {
    var limited =
        BenefitPlan.of(
            "test",
            tier(FamilyLimit.embedded(Money.ZERO, null), FamilyLimit.NONE),
            Set.of(),
            Map.of(LAB, new BenefitLimit(2, Money.of("100.00"))));

    var lines =
        Adjudicator.adjudicate(
                limited,
                Accumulators.NONE,
                List.of(
                    after(1, "100.00", "20.00"),
                    after(2, "100.00", "40.00"),
                    after(3, "100.00", "70.00")))
            .lines();

    assertThat(decided(lines.get(0)).paid()).isEqualTo(Money.of("80.00"));
    assertThat(decided(lines.get(1)).paid()).isEqualTo(Money.of("20.00"));
    assertThat(decided(lines.get(1)).adjustments())
        .extracting(a -> a.label() + " " + a.amount())
        .containsExactly("OA-23 40.00", "PR-119 40.00");
    assertThat(decided(lines.get(2)).adjustments())
        .extracting(a -> a.label() + " " + a.amount())
        .containsExactly("OA-23 70.00", "PR-119 30.00");
  }

  /// Whatever the plan and the lines.
  @Test
  void everyLineBalancesAndItsStepsAddUp() {
    for (long seed = 0; seed < 3000; seed++) {
      var invented = new InventedPlans(seed);
      var plan = invented.plan();
      var lines = invented.lines(LocalDate.of(2026, 2, 1), 300);
      for (LineBenefit each : Adjudicator.adjudicate(plan, Accumulators.NONE, lines).lines()) {
        var line = decided(each);
        Money adjusted = Money.sum(line.adjustments().stream().map(Adjustment::amount).toList());
        assertThat(line.line().billed().minus(adjusted)).as("seed " + seed).isEqualTo(line.paid());
        assertThat(Money.sum(line.steps().stream().map(PriceStep::amount).toList()))
            .as("steps, seed " + seed)
            .isEqualTo(line.paid());
        assertThat(line.adjustments()).as("seed " + seed).allMatch(a -> a.amount().isPositive());
        assertThat(line.paid().isNegative()).as("seed " + seed).isFalse();
      }
    }
  }

  /// Nobody bears more than the out-of-pocket maximum, and no one more deductible than there is.
  @Test
  void noMaximumIsPassed() {
    for (long seed = 0; seed < 3000; seed++) {
      var invented = new InventedPlans(seed);
      var plan = invented.plan();
      var result =
          Adjudicator.adjudicate(
              plan, Accumulators.NONE, invented.lines(LocalDate.of(2026, 2, 1), 300));
      var tier = plan.at(NetworkTier.OUT_OF_NETWORK).orElseThrow();
      var borne = result.accumulators().borne(NetworkTier.OUT_OF_NETWORK);
      assertThat(
              tier.outOfPocket()
                  .left(borne.outOfPocket().cents(), borne.familyOutOfPocket().cents()))
          .isNotNegative();
      Money family = tier.outOfPocket().family();
      assertThat(borne.familyOutOfPocket().compareTo(family)).as("seed " + seed).isNotPositive();
      assertThat(borne.familyDeductible().compareTo(tier.deductible().family()))
          .as("seed " + seed)
          .isNotPositive();
    }
  }

  @Test
  void whatIsAboveTheAllowedAmountGoesToWhomThePlanSays() {
    var out =
        new TierBenefits(
            FamilyLimit.embedded(Money.ZERO, null),
            FamilyLimit.NONE,
            CategoryBenefit.FREE,
            Map.of(),
            Set.of(),
            AdjustmentGroup.PR);
    var line =
        new BenefitLine(1, DAY, Money.of("9.00"), Money.of("4.00"), LAB, NetworkTier.IN_NETWORK);

    assertThat(only(plan(out), line).adjustments())
        .extracting(Adjustment::label)
        .containsExactly("PR-45");
  }
}
