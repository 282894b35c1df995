package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cleanclaim.app.DemoServer;
import org.junit.jupiter.api.Test;

/// The marks in the documents of a chart.
class NoteMarksTest {
  private static final Pattern CHART = Pattern.compile("href=\"(/charts/[0-9a-f-]{36})\"");
  private static final Pattern MARK =
      Pattern.compile("<mark [^>]*data-codes=\"([^\"]+)\" title=\"([^\"]+)\"");

  private final DemoServer server = DemoServer.shared();

  @Test
  void aMarkNamesItsDiagnosesWithTheirDot() {
    var chart = CHART.matcher(server.get("casey", "/charts?status=FINAL_CODED").body());
    assertThat(chart.find()).isTrue();

    List<MatchResult> marks =
        MARK.matcher(server.get("casey", chart.group(1)).body()).results().toList();

    assertThat(marks)
        .isNotEmpty()
        .allSatisfy(mark -> {
          assertThat(mark.group(2).replace(".", "").replace(", ", " ")).isEqualTo(mark.group(1));
        });
    assertThat(marks).anyMatch(mark -> mark.group(2).matches(".*\\b[A-Z]\\d\\w\\.\\w.*"));
  }
}
