package org.cleanclaim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  @Test
  void readsAndWritesDollars() {
    assertThat(Money.of("125")).isEqualTo(Money.ofCents(12_500));
    assertThat(Money.of("-3.07").toX12()).isEqualTo("-3.07");
    assertThat(Money.of("12.50").toX12()).isEqualTo("12.5");
    assertThat(Money.of("1200.00").toX12()).isEqualTo("1200");
    assertThat(Money.of(".5")).hasToString("0.50");
    assertThat(Money.ZERO.toX12()).isEqualTo("0");
  }

  @Test
  void refusesWhatIsNotAnAmount() {
    for (String text :
        List.of("", "1.234", "1,000.00", "abc", "1e5", "--1", "99999999999999999999")) {
      assertThat(Money.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void overflowThrows() {
    assertThatThrownBy(() -> Money.ofCents(Long.MAX_VALUE).plus(Money.ofCents(1)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void allocatedPartsAddUpExactly() {
    long seed = Long.getLong("test.seed", System.nanoTime());
    var random = new Random(seed);
    for (int run = 0; run < 2_000; run++) {
      var amount = Money.ofCents(random.nextLong(-1_000_000, 1_000_000));
      var weights = new ArrayList<Long>();
      for (int i = random.nextInt(1, 9); i > 0; i--) weights.add(random.nextLong(0, 1_000));
      weights.add(1L);

      assertThat(Money.sum(amount.allocate(weights))).as("-Dtest.seed=%s", seed).isEqualTo(amount);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.00, 0.00",
    "999.99, 999.99",
    "1000.00, '1,000.00'",
    "-1234567.80, '-1,234,567.80'",
    "-999.50, -999.50"
  })
  void thousandsArePartedForPeople(String plain, String grouped) {
    assertThat(Money.of(plain).grouped()).isEqualTo(grouped);
  }
}
