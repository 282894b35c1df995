package org.cleanclaim.kernel.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.particular.Particulars;
import org.junit.jupiter.api.Test;

class BalanceProofTest {
  @Test
  void holdsWhenEveryLevelAddsUp() {
    assertThat(BalanceProof.of(remittance("80.00", "80.00", "20.00", "75.00", "5.00")).holds())
        .isTrue();
  }

  @Test
  void namesTheLevelThatIsOneCentOff() {
    assertThat(BalanceProof.of(remittance("80.00", "80.00", "20.01", "75.00", "5.00")).failures())
        .extracting(BalanceProof.Equation::level)
        .containsExactly(BalanceProof.Level.SERVICE, BalanceProof.Level.CLAIM);
    assertThat(BalanceProof.of(remittance("80.00", "80.01", "20.00", "75.01", "5.00")).failures())
        .extracting(BalanceProof.Equation::level)
        .containsExactly(BalanceProof.Level.CLAIM, BalanceProof.Level.CLAIM);
    assertThat(BalanceProof.of(remittance("80.00", "80.00", "20.00", "75.00", "4.99")).failures())
        .singleElement()
        .satisfies(e -> assertThat(e.difference()).isEqualTo(Money.of("-0.01")));
  }

  private static Remittance remittance(
      String servicePaid, String claimPaid, String adjusted, String paid, String withheld) {
    var service =
        new ServicePayment(
            "HC",
            "99213",
            List.of(),
            null,
            null,
            Money.of("100"),
            Money.of(servicePaid),
            BigDecimal.ONE,
            null,
            null,
            null,
            null,
            null,
            List.of(Adjustment.of(AdjustmentGroup.CO, "45", Money.of(adjusted))),
            List.of(),
            Particulars.NONE);
    var claim =
        new ClaimPayment(
            "A1",
            "1",
            Money.of("100"),
            Money.of(claimPaid),
            Money.ZERO,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(service),
            Particulars.NONE);
    return new Remittance(
        "Payer",
        "P1",
        null,
        null,
        "Clinic",
        null,
        null,
        "T1",
        null,
        PaymentMethod.ACH,
        "C",
        Money.of(paid),
        LocalDate.of(2026, 3, 1),
        null,
        List.of(claim),
        List.of(new ProviderAdjustment("X", null, "WO", null, Money.of(withheld))),
        Particulars.NONE);
  }
}
