package org.cleanclaim.coding.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.coding.measure.Reliability.Judged;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  private static List<Judged> judged(int percent, int right, int wrong) {
    var judged = new ArrayList<Judged>();
    for (int i = 0; i < right; i++) judged.add(new Judged(percent, true));
    for (int i = 0; i < wrong; i++) judged.add(new Judged(percent, false));
    return judged;
  }

  @Test
  void whatIsRightAsOftenAsItSaysHasNoError() {
    var all = new ArrayList<>(judged(80, 8, 2));
    all.addAll(judged(50, 5, 5));

    assertThat(Reliability.of(all).error()).isCloseTo(0, within(1e-9));
    assertThat(Reliability.of(all).steps())
        .extracting(Reliability.Step::from)
        .containsExactly(50, 80);
  }

  @Test
  void eachSuggestionCountsOnce() {
    var all = new ArrayList<>(judged(90, 5, 5)); // 0.4 apart, ten of them
    all.addAll(judged(30, 9, 21)); // as said, thirty of them

    assertThat(Reliability.of(all).error()).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void nothingSuggestedIsNoError() {
    assertThat(Reliability.of(List.of()).error()).isZero();
  }
}
