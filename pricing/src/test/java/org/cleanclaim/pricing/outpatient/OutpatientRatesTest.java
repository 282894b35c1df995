package org.cleanclaim.pricing.outpatient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// Invented rates.
class OutpatientRatesTest {
  private static final OutpatientRates RATES =
      OutpatientRates.of(
          RuleTables.of(
              new RuleTables.Table(
                  "rates",
                  List.of("hcpcs", "indicator", "rate"),
                  List.of(
                      List.of("G0463", "V", "130.005"),
                      List.of("A4000", "N", ""),
                      List.of("99213", "B", ""),
                      List.of("G0001", "A", ""),
                      List.of("G0002", "S", ""),
                      List.of("G0003", "ZZ", "1.00")))));

  @Test
  void paidCodeHasItsRateToTheCent() {
    assertThat(RATES.rate("G0463"))
        .isEqualTo(new OutpatientRate.Rate("G0463", StatusIndicator.V, Money.of("130.01")));
  }

  @Test
  void packagedAndUnpaidCodesAreSaidToBeSo() {
    assertThat(RATES.rate("A4000")).isInstanceOf(OutpatientRate.Packaged.class);
    assertThat(RATES.rate("99213"))
        .isInstanceOfSatisfying(
            OutpatientRate.NotPaid.class,
            not -> assertThat(not.finding().message()).contains("status B"));
  }

  @Test
  void codesWithoutRateAreUnknownAndNotZero() {
    assertThat(RATES.rate("G0001")).isInstanceOf(OutpatientRate.Unknown.class);
    assertThat(RATES.rate("G0002")).isInstanceOf(OutpatientRate.Unknown.class);
    assertThat(RATES.rate("G0003")).isInstanceOf(OutpatientRate.Unknown.class);
    assertThat(RATES.rate("G9999")).isInstanceOf(OutpatientRate.Unknown.class);
  }
}
