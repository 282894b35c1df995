package org.cleanclaim.pricing.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.pricing.PriceStep;
import org.cleanclaim.pricing.benefit.BenefitClaim.Form;
import org.cleanclaim.pricing.benefit.BenefitPlan.CarryOver;
import org.cleanclaim.pricing.cob.SecondaryBenefit;
import org.cleanclaim.pricing.cob.SecondaryBenefit.Primary;
import org.junit.jupiter.api.Test;

class MedicareAfterAnotherTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static BenefitLedger ledger(String deductible, String coinsurance) {
    var plan =
        new BenefitPlan(
            "Medicare",
            EffectivePeriod.from(LocalDate.of(2020, 1, 1)),
            MonthDay.of(1, 1),
            Map.of(
                NetworkTier.IN_NETWORK,
                new TierBenefits(
                    FamilyLimit.embedded(Money.of(deductible), Money.of(deductible)),
                    FamilyLimit.NONE,
                    CategoryBenefit.coinsured(new BigDecimal(coinsurance)),
                    Map.of())),
            Set.of(),
            Map.of(),
            CostShare.USUAL_RELIEF,
            CarryOver.NONE,
            SecondaryBenefit.Method.MEDICARE);
    return new BenefitLedger(plan, Map.of("ann", Accumulators.NONE), LocalDate.of(2026, 1, 1));
  }

  private static BenefitLine line(
      int number, String billed, String allowed, String primaryAllowed, String primaryPaid) {
    return new BenefitLine(
        number,
        DAY,
        Money.of(billed),
        Money.of(allowed),
        ServiceCategory.OTHER,
        NetworkTier.IN_NETWORK,
        new Primary(Money.of(primaryAllowed), Money.of(primaryPaid)));
  }

  private static List<LineBenefit.Decided> decide(
      BenefitLedger ledger, Form form, BenefitLine... lines) {
    return ledger.post(new BenefitClaim("C", "ann", DAY, form, List.of(lines))).lines().stream()
        .map(LineBenefit.Decided.class::cast)
        .toList();
  }

  private static Money paid(List<LineBenefit.Decided> lines) {
    return Money.sum(lines.stream().map(LineBenefit.Decided::paid).toList());
  }

  private static Money patient(List<LineBenefit.Decided> lines) {
    return Money.sum(
        lines.stream()
            .flatMap(line -> line.adjustments().stream())
            .filter(a -> a.group() == AdjustmentGroup.PR)
            .map(Adjustment::amount)
            .toList());
  }

  @Test
  void servicesOfAnInstitutionAreComparedTogether() {
    var ledger = ledger("100.00", "0.00");

    var lines =
        decide(
            ledger,
            Form.INSTITUTIONAL,
            line(1, "150.00", "100.00", "100.00", "25.00"),
            line(2, "150.00", "100.00", "100.00", "25.00"));

    // The least of 200 - 100, 200 - 50, 200 - 50 and 200 - 100. Line by line it would be 75.
    assertThat(paid(lines)).isEqualTo(Money.of("100.00"));
    // The deductible less what the primary paid.
    assertThat(patient(lines)).isEqualTo(Money.of("50.00"));
    assertThat(ledger.accumulators("ann", DAY).borne(NetworkTier.IN_NETWORK).deductible())
        .isEqualTo(Money.of("100.00"));
  }

  @Test
  void aHighPrimaryPaymentLeavesTheExcessOfTheGrossAmount() {
    var lines =
        decide(
            ledger("50.00", "0.20"),
            Form.INSTITUTIONAL,
            line(1, "900.00", "600.00", "700.00", "520.00"));

    // 600 - 520; the patient's 160 are met by the primary.
    assertThat(paid(lines)).isEqualTo(Money.of("80.00"));
    assertThat(patient(lines)).isEqualTo(Money.ZERO);
    assertThat(lines.getFirst().steps())
        .extracting(PriceStep::text)
        .contains("the least of 4 amounts is gross minus primary, 80.00");
  }

  @Test
  void servicesOfAProfessionalAreComparedOneByOne() {
    var lines =
        decide(
            ledger("0.00", "0.20"),
            Form.PROFESSIONAL,
            line(1, "200.00", "100.00", "120.00", "60.00"),
            line(2, "200.00", "100.00", "120.00", "0.00"));

    // The least of 120 - 60, 80 and 120 - 60; of 120, 80 and 120.
    assertThat(lines.get(0).paid()).isEqualTo(Money.of("60.00"));
    assertThat(lines.get(1).paid()).isEqualTo(Money.of("80.00"));
    assertThat(patient(lines)).isEqualTo(Money.of("20.00"));
  }

  @Test
  void everyLineBalancesAndNothingIsAboveWhatWasLeft() {
    long seed = Long.getLong("test.seed", System.nanoTime());
    var random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      var lines = new ArrayList<BenefitLine>();
      int count = 1 + random.nextInt(5);
      for (int i = 1; i <= count; i++) {
        long billed = random.nextInt(100_000);
        long primary = billed == 0 ? 0 : random.nextLong(billed + 1);
        lines.add(
            new BenefitLine(
                i,
                DAY,
                Money.ofCents(billed),
                Money.ofCents(random.nextInt(100_000)),
                ServiceCategory.OTHER,
                NetworkTier.IN_NETWORK,
                new Primary(Money.ofCents(primary), Money.ofCents(random.nextLong(primary + 1)))));
      }
      var form = random.nextBoolean() ? Form.INSTITUTIONAL : Form.PROFESSIONAL;

      var decided = decide(ledger("257.00", "0.20"), form, lines.toArray(BenefitLine[]::new));

      Money owed = Money.ZERO;
      for (LineBenefit.Decided line : decided) {
        Money taken = Money.sum(line.adjustments().stream().map(Adjustment::amount).toList());
        assertThat(line.line().billed().minus(taken)).as("seed " + seed).isEqualTo(line.paid());
        assertThat(Money.sum(line.steps().stream().map(PriceStep::amount).toList()))
            .as("seed " + seed)
            .isEqualTo(line.paid());
        assertThat(line.paid().isNegative()).as("seed " + seed).isFalse();
        assertThat(line.adjustments()).as("seed " + seed).allMatch(a -> a.amount().isPositive());
      }
      for (BenefitLine line : lines) {
        owed = owed.plus(line.primary() == null ? Money.ZERO : line.primary().patientOwes());
      }
      assertThat(paid(decided).plus(patient(decided))).as("seed " + seed).isLessThanOrEqualTo(owed);
    }
  }
}
