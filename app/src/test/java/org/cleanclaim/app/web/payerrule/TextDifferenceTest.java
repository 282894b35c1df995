package org.cleanclaim.app.web.payerrule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextDifferenceTest {
  private static String difference(String before, String after) {
    var written = new StringBuilder();
    TextDifference.of(before, after)
        .lines()
        .forEach(l -> written.append(l.side().sign()).append(l.text()).append('\n'));
    return written.toString();
  }

  @Test
  void commonLinesStayAndChangedOnesStandTogether() {
    assertThat(difference("a\nb\nc\n", "a\nx\nc\nd\n")).isEqualTo(" a\n-b\n+x\n c\n+d\n");
  }

  @Test
  void theSameTextHasNoDifference() {
    assertThat(TextDifference.of("a\nb\n", "a\nb\n").isEmpty()).isTrue();
    assertThat(TextDifference.of("", "a\n").isEmpty()).isFalse();
    assertThat(difference("a\n", "")).isEqualTo("-a\n");
  }
}
