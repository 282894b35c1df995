package org.cleanclaim.coding.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.coding.ranking.LikelyChoice.Guess;
import org.junit.jupiter.api.Test;

class LikelyChoiceTest {
  private static final Guess RIGHT = new Guess(0, "I10", 900, true, true);

  @Test
  void whatIsWrongMoreOftenThanRightStaysBelow() {
    var wrong = new Guess(0, "J449", 300, false, false);

    assertThat(LikelyChoice.of(List.of(wrong, RIGHT), 1, 1)).isEqualTo(900);
  }

  @Test
  void codesOfOneLikelihoodAreListedTogetherOrNotAtAll() {
    var right = new Guess(1, "R42", 300, true, true);
    var wrong = new Guess(1, "R05", 300, false, false);
    var alsoWrong = new Guess(1, "R11", 300, false, false);

    assertThat(LikelyChoice.of(List.of(RIGHT, right, wrong, alsoWrong), 2, 2)).isEqualTo(900);
    assertThat(LikelyChoice.of(List.of(RIGHT, right, wrong), 2, 2)).isEqualTo(300);
  }

  @Test
  void anotherCodeOfTheRightCategoryCountsHalf() {
    var near = new Guess(1, "E119", 300, false, true);
    var wrong = new Guess(1, "J449", 300, false, false);

    assertThat(LikelyChoice.of(List.of(RIGHT, near), 2, 2)).isEqualTo(300);
    assertThat(LikelyChoice.of(List.of(RIGHT, wrong), 2, 2)).isEqualTo(900);
  }
}
