package org.cleanclaim.app.codingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static final List<String> POPULATION =
      IntStream.rangeClosed(1, 200).mapToObj(i -> "V" + i).toList();

  @Test
  void theSeedGivesTheSameSampleAgainWhateverTheOrder() {
    var sample = new Sample(42, new Sample.Size.Count(10));
    var shuffled = new java.util.ArrayList<>(POPULATION);
    Collections.shuffle(shuffled, new Random(1));

    assertThat(sample.of(POPULATION)).hasSize(10).doesNotHaveDuplicates();
    assertThat(sample.of(shuffled)).isEqualTo(sample.of(POPULATION));
    assertThat(new Sample(43, new Sample.Size.Count(10)).of(POPULATION))
        .isNotEqualTo(sample.of(POPULATION));
  }

  /// The order that `for v in A B C; do printf "11 $v" | sha256sum; done` gives: 2f42…, f193…,
  /// 099d….
  @Test
  void aShellDrawsTheSame() {
    assertThat(new Sample(11, new Sample.Size.Count(3)).of(List.of("A", "B", "C")))
        .containsExactly("C", "A", "B");
  }

  @Test
  void aShareIsRoundedUpAndNeverMoreThanThereIs() {
    assertThat(new Sample.Size.Percent(5).of(1)).isEqualTo(1);
    assertThat(new Sample.Size.Percent(5).of(41)).isEqualTo(3);
    assertThat(new Sample.Size.Percent(100).of(41)).isEqualTo(41);
    assertThat(new Sample.Size.Percent(5).of(0)).isZero();
    assertThat(new Sample.Size.Count(5).of(3)).isEqualTo(3);
  }

  @Test
  void everyChartIsDrawnAboutAsOften() {
    var times = new java.util.HashMap<String, Integer>();
    for (int seed = 0; seed < 1_000; seed++) {
      new Sample(seed, new Sample.Size.Count(20))
          .of(POPULATION)
          .forEach(v -> times.merge(v, 1, Integer::sum));
    }
    // Of 1000 draws of a tenth each is in about 100; five standard deviations are 47.
    assertThat(times.values()).hasSize(200).allSatisfy(n -> assertThat(n).isBetween(53, 147));
  }

  @Test
  void sizesAndPlansThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new Sample.Size.Count(0)).isInstanceOf(AuditRefusal.class);
    assertThatThrownBy(() -> new Sample.Size.Percent(101)).isInstanceOf(AuditRefusal.class);
    assertThatThrownBy(() -> new AuditCriteria("E11;drop", null, null, null, null, null))
        .isInstanceOf(AuditRefusal.class);
    assertThat(new AuditCriteria(" e11.6 ", null, null, null, null, null).code()).isEqualTo("E116");
  }
}
