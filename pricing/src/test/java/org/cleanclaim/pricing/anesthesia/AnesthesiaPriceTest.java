package org.cleanclaim.pricing.anesthesia;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;
import org.junit.jupiter.api.Test;

class AnesthesiaPriceTest {

  private static AnesthesiaPrice price(int base, int minutes, String modifier) {
    return AnesthesiaPrice.of(
        new AnesthesiaCare(
            base, minutes, new BigDecimal("20"), modifier, AnesthesiaCare.Induction.PRESENT));
  }

  @Test
  void paysBaseAndTimeAndHalfForMedicalDirection() {
    var whole = (AnesthesiaPrice.Priced) price(5, 47, "AA");
    var half = (AnesthesiaPrice.Priced) price(5, 47, "QK");

    assertThat(whole.allowed()).isEqualTo(Money.of("162.00"));
    assertThat(half.allowed()).isEqualTo(Money.of("81.00"));
    assertThat(Money.sum(half.steps().stream().map(PriceStep::amount).toList()))
        .isEqualTo(half.allowed());
  }

  @Test
  void paysUnitsWithoutTimeForSupervision() {
    var price = (AnesthesiaPrice.Priced) price(5, 47, "AD");

    assertThat(price.allowed()).isEqualTo(Money.of("80.00"));
    assertThat(price.timeUnits()).isNull();
  }

  @Test
  void refusesWhatCannotBe() {
    assertThat(price(5, -1, "AA")).isInstanceOf(AnesthesiaPrice.Refused.class);
    assertThat(price(5, 10, "XX")).isInstanceOf(AnesthesiaPrice.Refused.class);
  }
}
