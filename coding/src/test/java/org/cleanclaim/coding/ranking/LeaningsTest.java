package org.cleanclaim.coding.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaningsTest {
  /// A code named so often with even odds.
  private static List<Leanings.Named> named(String code, int right, int wrong) {
    var named = new ArrayList<Leanings.Named>();
    named.addAll(Collections.nCopies(right, new Leanings.Named(code, 0, true)));
    named.addAll(Collections.nCopies(wrong, new Leanings.Named(code, 0, false)));
    return named;
  }

  private static Leanings of(List<Leanings.Named> one, List<Leanings.Named> other) {
    var all = new ArrayList<Leanings.Named>(one);
    all.addAll(other);
    return Leanings.fit(all);
  }

  @Test
  void whatCodersGiveMoreOrLessOftenThanExpectedLeansThere() {
    Leanings leanings = of(named("R52", 10, 90), named("I10", 90, 10));

    assertThat(leanings.of("R52")).isBetween(-2.2, -1.5);
    assertThat(leanings.of("I10")).isBetween(1.5, 2.2);
    assertThat(leanings.of("E119")).isZero();
  }

  @Test
  void whatWasSeldomMetLeansLittle() {
    Leanings leanings = of(named("R52", 0, 2), named("R580", 0, 200));

    assertThat(leanings.of("R52")).isBetween(-0.6, -0.05);
    assertThat(leanings.of("R580")).isLessThan(-2);
  }

  @Test
  void aCodeNobodyMetLeansAsItsCategory() {
    Leanings leanings = of(named("N281", 20, 30), named("N289", 0, 50));

    assertThat(leanings.of("N288")).isNegative();
    assertThat(leanings.of("N281")).isGreaterThan(leanings.of("N288"));
    assertThat(leanings.of("N289")).isLessThan(leanings.of("N288"));
  }
}
