package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.app.ledger.Receivables.Aged;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

class AgedBarsTest {
  private static Aged aged(boolean isOfPatients, String party, String days0to30, String over120) {
    Money young = Money.of(days0to30);
    Money old = Money.of(over120);
    return new Aged(
        isOfPatients,
        party,
        young,
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        old,
        young.plus(old),
        Money.of("-99.00"));
  }

  @Test
  void eachAgeIsABarOfWhatAllOweWithThePartOfPatients() {
    var picture =
        AgedBars.of(
            List.of(
                aged(false, "Kind Health", "60.00", "100.00"),
                aged(false, "Patients", "0.00", "50.00"),
                aged(true, "Patients", "40.00", "50.00")));

    assertThat(picture.bars())
        .extracting(AgedBars.Bar::age)
        .containsExactly("0–30", "31–60", "61–90", "91–120", "Over 120");
    var young = picture.bars().getFirst();
    var old = picture.bars().getLast();
    assertThat(old.words()).isEqualTo("$200.00, $50.00 of it patients");
    assertThat(young.words()).isEqualTo("$100.00, $40.00 of it patients");
    assertThat(young.length() * 2).isEqualTo(old.length());
    assertThat(old.patients() * 4).isCloseTo(old.length(), org.assertj.core.data.Offset.offset(4));
    assertThat(picture.bars().get(1).length()).isZero();
    assertThat(picture.bars().get(1).words()).isEqualTo("$0.00");
  }

  @Test
  void nothingOwedIsNoPicture() {
    assertThat(AgedBars.of(List.of()).bars()).isEmpty();
    assertThat(AgedBars.of(List.of(aged(false, "Kind Health", "0.00", "0.00"))).bars()).isEmpty();
  }
}
