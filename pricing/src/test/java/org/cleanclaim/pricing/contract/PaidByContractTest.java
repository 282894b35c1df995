package org.cleanclaim.pricing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.pricing.contract.WrittenContract.DAY;
import static org.cleanclaim.pricing.contract.WrittenContract.contract;
import static org.cleanclaim.pricing.contract.WrittenContract.line;

import java.math.BigDecimal;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.PaymentMethod;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.cleanclaim.pricing.PriceStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a payer paid beside what its contract allows.
class PaidByContractTest {
  private static List<ClaimPayment> whole(String charge, Adjustment... why) {
    return List.of(
        new ClaimPayment(
            "C1",
            "1",
            Money.of(charge),
            Money.ZERO,
            Money.ZERO,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            DAY,
            DAY,
            null,
            List.of(why),
            List.of(),
            List.of(),
            Particulars.NONE));
  }

  @Test
  void aCaseThatIsDecidedInPartsIsComparedAsOne() {
    var billed = List.of(line(1, "99213", "150.00", 1), line(2, "29881", "1000.00", 1));
    var first = whole("150.00", Adjustment.of(AdjustmentGroup.CO, "45", Money.of("29.00")));
    var second = whole("1000.00", Adjustment.of(AdjustmentGroup.CO, "45", Money.of("531.00")));

    var together =
        Variance.ofWhole(
            contract().expect(billed, MedicareFees.NONE),
            List.of(second.getFirst(), first.getFirst()),
            Money.ofCents(1));

    assertThat(together.allowed()).isEqualTo(Money.of("590.00"));
    assertThat(together.kind()).isEqualTo(Variance.Kind.AS_AGREED);
  }

  @Test
  void aPaymentWithoutServicesIsComparedWithTheClaimAsAWhole() {
    var billed = List.of(line(1, "99213", "150.00", 1), line(2, "29881", "1000.00", 1));
    var share = Adjustment.of(AdjustmentGroup.PR, "1", Money.of("50.00"));

    var under =
        Variance.ofWhole(
            contract().expect(billed, MedicareFees.NONE),
            whole("1150.00", Adjustment.of(AdjustmentGroup.CO, "45", Money.of("600.00")), share),
            Money.ofCents(1));
    var agreed =
        Variance.ofWhole(
            contract().expect(billed, MedicareFees.NONE),
            whole("1150.00", Adjustment.of(AdjustmentGroup.CO, "45", Money.of("560.00")), share),
            Money.ofCents(1));
    var denied =
        Variance.ofWhole(
            contract().expect(billed, MedicareFees.NONE),
            whole("1150.00", Adjustment.of(AdjustmentGroup.CO, "29", Money.of("1150.00"))),
            Money.ofCents(1));
    var unpriced =
        Variance.ofWhole(
            contract().expect(List.of(line(1, "90471", "10.00", 1)), MedicareFees.NONE),
            whole("10.00"),
            Money.ofCents(1));

    // 90.00 + 500.00
    assertThat(under.expected()).isEqualTo(Money.of("590.00"));
    assertThat(under.kind()).isEqualTo(Variance.Kind.UNDERPAID);
    assertThat(under.difference()).isEqualTo(Money.of("-40.00"));
    assertThat(under.service()).isZero();
    assertThat(under.term()).isEqualTo("visits, surgery");
    assertThat(Money.sum(under.steps().stream().map(PriceStep::amount).toList()))
        .isEqualTo(under.expected());
    assertThat(agreed.kind()).isEqualTo(Variance.Kind.AS_AGREED);
    assertThat(denied.kind()).isEqualTo(Variance.Kind.DENIED);
    assertThat(unpriced.kind()).isEqualTo(Variance.Kind.NOT_PRICED);
    assertThat(unpriced.finding()).isNotNull();
  }

  @Test
  void whatIsPaidAboveTheChargeCountsAsAllowed() {
    var above = Adjustment.of(AdjustmentGroup.CO, "94", Money.of("-40.00"));
    var claim =
        Variance.ofWhole(
            contract().expect(List.of(line(1, "99213", "50.00", 1)), MedicareFees.NONE),
            whole("50.00", above),
            Money.ofCents(1));

    assertThat(claim.allowed()).isEqualTo(Money.of("90.00"));
  }

  private static ServicePayment paid(String code, String charge, String paid, Adjustment... why) {
    return new ServicePayment(
        "HC",
        code,
        List.of(),
        null,
        null,
        Money.of(charge),
        Money.of(paid),
        BigDecimal.ONE,
        null,
        DAY,
        DAY,
        null,
        null,
        List.of(why),
        List.of(),
        Particulars.NONE);
  }

  @Test
  void aRemittanceIsComparedLineByLine() {
    var contractual = Adjustment.of(AdjustmentGroup.CO, "45", Money.of("70.00"));
    var share = Adjustment.of(AdjustmentGroup.PR, "3", Money.of("20.00"));
    var denied = Adjustment.of(AdjustmentGroup.CO, "50", Money.of("150.00"));
    var enough = Adjustment.of(AdjustmentGroup.CO, "45", Money.of("60.00"));
    var claim =
        new ClaimPayment(
            "C1",
            "1",
            Money.of("600.00"),
            Money.of("150.00"),
            Money.of("20.00"),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            DAY,
            DAY,
            null,
            List.of(),
            List.of(),
            List.of(
                paid("99213", "150.00", "60.00", contractual, share),
                paid("99213", "150.00", "0.00", denied),
                paid("99213", "150.00", "90.00", enough),
                paid("90471", "150.00", "150.00")),
            Particulars.NONE);
    var remittance =
        new Remittance(
            "A Payer",
            "P1",
            null,
            null,
            "A Clinic",
            null,
            null,
            "T1",
            null,
            PaymentMethod.ACH,
            "C",
            Money.of("300.00"),
            DAY,
            DAY,
            List.of(claim),
            List.of(),
            Particulars.NONE);

    var variances = Variance.of(contract(), MedicareFees.NONE, remittance, Money.of("1.00"));

    assertThat(variances)
        .extracting(Variance::kind)
        .containsExactly(
            Variance.Kind.UNDERPAID,
            Variance.Kind.DENIED,
            Variance.Kind.AS_AGREED,
            Variance.Kind.NOT_PRICED);
    assertThat(variances.getFirst().difference()).isEqualTo(Money.of("-10.00"));
  }

  @Test
  void whatIsPaidByTheMonthIsAsAgreedWhenThePayerSaysSo() {
    var contract =
        contract(
            """
            contract: By the month
            from: 2026-01-01
            terms:
              - name: visits by the month
                codes: [99202-99215]
                until: 2026-07-01
                from: 2026-01-01
                pays: {capitated: true}
              - name: others
                pays: {percent_of_charge: 0.50}
            """);
    var byMonth = Adjustment.of(AdjustmentGroup.CO, "24", Money.of("150.00"));
    var partly = Adjustment.of(AdjustmentGroup.CO, "24", Money.of("120.00"));
    var copay = Adjustment.of(AdjustmentGroup.PR, "3", Money.of("30.00"));
    var half = Adjustment.of(AdjustmentGroup.CO, "45", Money.of("60.00"));
    var claim =
        new ClaimPayment(
            "C1",
            "1",
            Money.of("720.00"),
            Money.of("150.00"),
            Money.of("30.00"),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            DAY,
            DAY,
            null,
            List.of(),
            List.of(),
            List.of(
                paid("99213", "150.00", "0.00", byMonth),
                paid("99213", "150.00", "0.00", partly, copay),
                paid("99213", "150.00", "90.00", half),
                paid("20610", "150.00", "0.00", byMonth)),
            Particulars.NONE);

    var variances = Variance.of(contract, MedicareFees.NONE, claim, DAY, Money.of("1.00"));

    assertThat(variances)
        .extracting(Variance::kind)
        .containsExactly(
            Variance.Kind.AS_AGREED,
            Variance.Kind.AS_AGREED,
            Variance.Kind.OVERPAID,
            Variance.Kind.DENIED);
    assertThat(variances.getFirst().term()).isEqualTo("visits by the month");
  }

  @Test
  void aServiceNamedByItsRevenueCodeAloneHasThePriceOfItsDepartment() {
    var claim =
        new ClaimPayment(
            "C1",
            "1",
            Money.of("8000.00"),
            Money.of("3000.00"),
            Money.ZERO,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            DAY,
            null,
            null,
            List.of(),
            List.of(),
            List.of(
                department("NU", "0120", null, "4000.00"),
                department("HC", "71046", "0120", "2000.00"),
                department("HC", "0120", null, "2000.00")),
            Particulars.NONE);

    var variances = Variance.of(contract(), MedicareFees.NONE, claim, DAY, Money.of("1.00"));

    assertThat(variances)
        .extracting(Variance::kind)
        .containsExactly(
            Variance.Kind.UNDERPAID, Variance.Kind.UNDERPAID, Variance.Kind.NOT_PRICED);
    assertThat(variances.getFirst().term()).isEqualTo("room");
    assertThat(variances.getFirst().expected()).isEqualTo(Money.of("3000.00"));
    assertThat(variances.getFirst().difference()).isEqualTo(Money.of("-2000.00"));
  }

  /// Two days for which the payer allows 1,000.00.
  private static ServicePayment department(
      String qualifier, String code, @Nullable String revenueCode, String charge) {
    var why = Adjustment.of(AdjustmentGroup.CO, "45", Money.of(charge).minus(Money.of("1000.00")));
    return new ServicePayment(
        qualifier,
        code,
        List.of(),
        revenueCode,
        null,
        Money.of(charge),
        Money.of("1000.00"),
        BigDecimal.TWO,
        null,
        DAY,
        DAY,
        null,
        null,
        List.of(why),
        List.of(),
        Particulars.NONE);
  }
}
