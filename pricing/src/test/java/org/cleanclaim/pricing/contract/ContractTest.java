package org.cleanclaim.pricing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.PaymentMethod;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.cleanclaim.pricing.PriceStep;
import org.cleanclaim.pricing.file.ContractFile;
import org.cleanclaim.pricing.file.FileResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContractTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String TEXT =
      """
      contract: Test 2026
      from: 2026-01-01
      until: 2027-01-01
      terms:
        - name: old visits
          from: 2026-01-01
          until: 2026-02-01
          codes: [99213]
          pays: {fees: {99213: 80.00}}
        - name: visits
          codes: [99202-99215]
          pays: {fees: {99213: 90.00, 12001: 1.00}}
        - name: knee
          codes: [27447]
          pays: {case_rate: 9000.00}
        - name: with the knee
          when_billed: [27447]
          codes: [J0000-J9999]
          pays: {included: true}
        - name: room
          revenue_codes: [0110-0169]
          pays: {per_diem: 1500.00}
        - name: imaging
          codes: [70010-76499]
          pays: {percent_of_medicare: 1.20, locality: 10112-00}
        - name: surgery
          codes: [10004-69990]
          pays: {percent_of_charge: 0.50}
      multiple_procedures:
        codes: [10004-69990]
        exempt: [20930]
        shares: [1.00, 0.50, 0.25]
      """;

  private static Contract contract() {
    return switch (ContractFile.read(
        "test.yml", new StringReader(TEXT), name -> new StringReader(""))) {
      case FileResult.Read<Contract> read -> read.content();
      case FileResult.Refused<Contract> refused -> throw new AssertionError(refused.problems());
    };
  }

  private static ContractLine line(int number, String code, String charge, int units) {
    return new ContractLine(
        number,
        new ProcedureCode(code),
        null,
        List.of(),
        BigDecimal.valueOf(units),
        Money.of(charge),
        DAY,
        null);
  }

  private static List<Expectation> expected(List<ContractLine> lines) {
    return contract().expect(lines, MedicareFees.NONE);
  }

  private static List<String> allowed(ContractLine... lines) {
    return words(expected(List.of(lines)));
  }

  private static List<String> words(List<Expectation> expectations) {
    return expectations.stream()
        .map(e ->
            switch (e) {
              case Expectation.Allowed a -> {
                Money steps = Money.sum(a.steps().stream().map(PriceStep::amount).toList());
                assertThat(steps).isEqualTo(a.allowed());
                yield a.term() + " " + a.allowed();
              }
              case Expectation.Unpriced u -> u.finding().place().field();
            })
        .toList();
  }

  @Test
  void theFirstTermThatFitsDecides() {
    assertThat(allowed(line(1, "99213", "200.00", 2))).containsExactly("visits 180.00");
    assertThat(allowed(line(1, "99213", "50.00", 1))).containsExactly("visits 50.00");
  }

  @Test
  void theCaseRateHoldsWhatComesWithIt() {
    assertThat(
            allowed(
                line(1, "27447", "20000.00", 1),
                line(2, "J1100", "50.00", 3),
                line(3, "27447", "100.00", 1)))
        .containsExactly("knee 9000.00", "with the knee 0.00", "knee 0.00");
    assertThat(allowed(line(1, "J1100", "50.00", 3))).containsExactly("Service");
  }

  @Test
  void theCaseRateIsCappedByTheChargesOfTheCaseTogether() {
    // 9,000.00 of 11,000.00 charged: no line above its charge, the case in full
    assertThat(allowed(line(1, "27447", "4000.00", 1), line(2, "27447", "7000.00", 1)))
        .containsExactly("knee 2000.00", "knee 7000.00");
    // 5,000.00 charged in all: never more
    assertThat(allowed(line(1, "27447", "4000.00", 1), line(2, "27447", "1000.00", 1)))
        .containsExactly("knee 4000.00", "knee 1000.00");
  }

  @Test
  void stepsAddUpWhateverIsBilled() {
    var codes = List.of("99213", "27447", "12001", "20930", "29881", "J1100", "73721", "90471");
    var random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      var lines = new ArrayList<ContractLine>();
      for (int number = 1; number <= 1 + random.nextInt(6); number++) {
        String charge = Money.ofCents(random.nextInt(2_000_000)).toString();
        lines.add(line(number, codes.get(random.nextInt(codes.size())), charge, random.nextInt(4)));
      }
      var expected = contract().expect(lines, MedicareFees.NONE);
      for (int place = 0; place < lines.size(); place++) {
        if (!(expected.get(place) instanceof Expectation.Allowed a)) continue;
        assertThat(Money.sum(a.steps().stream().map(PriceStep::amount).toList()))
            .as(lines.toString())
            .isEqualTo(a.allowed());
        assertThat(a.allowed().isNegative()).isFalse();
        assertThat(a.allowed()).isLessThanOrEqualTo(lines.get(place).charge());
      }
    }
  }

  private static ClaimPayment whole(String charge, Adjustment... why) {
    return new ClaimPayment(
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
        Particulars.NONE);
  }

  @Test
  void aPaymentWithoutServicesIsComparedWithTheClaimAsAWhole() {
    var billed = List.of(line(1, "99213", "150.00", 1), line(2, "29881", "1000.00", 1));
    var share = Adjustment.of(AdjustmentGroup.PR, "1", Money.of("50.00"));

    var under =
        Variance.ofWhole(
            expected(billed),
            whole("1150.00", Adjustment.of(AdjustmentGroup.CO, "45", Money.of("600.00")), share),
            Money.ofCents(1));
    var agreed =
        Variance.ofWhole(
            expected(billed),
            whole("1150.00", Adjustment.of(AdjustmentGroup.CO, "45", Money.of("560.00")), share),
            Money.ofCents(1));
    var denied =
        Variance.ofWhole(
            expected(billed),
            whole("1150.00", Adjustment.of(AdjustmentGroup.CO, "29", Money.of("1150.00"))),
            Money.ofCents(1));
    var unpriced =
        Variance.ofWhole(
            expected(List.of(line(1, "90471", "10.00", 1))), whole("10.00"), Money.ofCents(1));

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
            expected(List.of(line(1, "99213", "50.00", 1))),
            whole("50.00", above),
            Money.ofCents(1));

    assertThat(claim.allowed()).isEqualTo(Money.of("90.00"));
  }

  @Test
  void aDayCostsTheSame() {
    var room =
        new ContractLine(
            1, null, "0120", List.of(), new BigDecimal("3"), Money.of("9000.00"), DAY, null);
    assertThat(allowed(room)).containsExactly("room 4500.00");
  }

  @Test
  void furtherProceduresOfTheDayAreReducedByRank() {
    assertThat(
            allowed(
                line(1, "12001", "100.00", 1),
                line(2, "29881", "1000.00", 1),
                line(3, "20930", "60.00", 1),
                line(4, "11042", "400.00", 1)))
        .containsExactly("surgery 12.50", "surgery 500.00", "surgery 30.00", "surgery 100.00");
  }

  @Test
  void whatHasNoPriceIsAFinding() {
    assertThat(allowed(line(1, "73721", "900.00", 1))).containsExactly("Day of service");
    assertThat(allowed(line(1, "99213", "-1.00", 1))).containsExactly("Charge");
    assertThat(allowed(line(1, "99213", "1.00", 0))).containsExactly("Units");
    assertThat(allowed(line(1, "90471", "1.00", 1))).containsExactly("Service");
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
