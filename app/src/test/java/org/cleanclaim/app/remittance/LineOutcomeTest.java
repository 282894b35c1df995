package org.cleanclaim.app.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.cleanclaim.app.remittance.LineOutcome.Kind;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.junit.jupiter.api.Test;

class LineOutcomeTest {
  @Test
  void zeroPaidToADeductibleIsNoDenial() {
    var service = service("0.00", co("45", "20.00"), pr("1", "80.00"));

    assertThat(LineOutcome.of(service, false, Money.of("80.00")).kind())
        .isEqualTo(Kind.ZERO_PAY_TO_PATIENT);
  }

  @Test
  void nothingAllowedIsADenial() {
    assertThat(LineOutcome.of(service("0.00", co("197", "100.00")), false, null).kind())
        .isEqualTo(Kind.DENIED);
    assertThat(LineOutcome.of(service("0.00", pr("96", "100.00")), false, null).kind())
        .isEqualTo(Kind.DENIED);
  }

  @Test
  void aLineInPiecesIsPaidAsExpectedWhenTheirSumIs() {
    var piece = service("30.00", co("45", "20.00"));

    assertThat(LineOutcome.of(piece, false, Money.of("60.00"), Money.of("60.00")).kind())
        .isEqualTo(Kind.PAID_AS_EXPECTED);
    assertThat(LineOutcome.of(piece, false, Money.of("60.00"), Money.of("50.00")).kind())
        .isEqualTo(Kind.PAID_UNDER);
    assertThat(LineOutcome.of(piece, false, Money.of("60.00")).kind()).isEqualTo(Kind.PAID_UNDER);
  }

  @Test
  void sequestrationDoesNotMakeALineUnderpaid() {
    var service = service("78.40", co("45", "20.00"), co("253", "1.60"));

    assertThat(LineOutcome.of(service, false, Money.of("80.00")).kind())
        .isEqualTo(Kind.PAID_AS_EXPECTED);
  }

  @Test
  void lessThanTheContractIsUnderpaidByACent() {
    assertThat(LineOutcome.of(service("79.99", co("45", "20.01")), false, Money.of("80.00")).kind())
        .isEqualTo(Kind.PAID_UNDER);
    assertThat(LineOutcome.of(service("80.01", co("45", "19.99")), false, Money.of("80.00")).kind())
        .isEqualTo(Kind.PAID_OVER);
  }

  private static ServicePayment service(String paid, Adjustment... adjustments) {
    return new ServicePayment(
        "HC",
        "99213",
        List.of(),
        null,
        null,
        Money.of("100.00"),
        Money.of(paid),
        BigDecimal.ONE,
        null,
        null,
        null,
        null,
        null,
        List.of(adjustments),
        List.of(),
        Particulars.NONE);
  }

  private static Adjustment co(String reason, String amount) {
    return Adjustment.of(AdjustmentGroup.CO, reason, Money.of(amount));
  }

  private static Adjustment pr(String reason, String amount) {
    return Adjustment.of(AdjustmentGroup.PR, reason, Money.of(amount));
  }
}
