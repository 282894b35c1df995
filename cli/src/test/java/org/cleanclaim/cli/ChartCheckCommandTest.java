package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartCheckCommandTest {
  private static final String CSV =
      """
      chart,setting,from,through,sex,birth_date,codes
      V1,OUTPATIENT,2026-03-10,,M,1980-02-01,E66.9 Z68.35
      V2,OUTPATIENT,2026-03-10,,M,1980-02-01,Z68.35 E66.9
      V3,SOMEWHERE,2026-03-10,,M,1980-02-01,I10
      V4,OUTPATIENT,2026-03-10,,M,1980-02-01,I10 I10
      """;

  @TempDir Path folder;

  private Outcome run(String... arguments) {
    var all = new ArrayList<>(List.of("chart-check", "--home", folder.resolve("h").toString()));
    all.addAll(List.of(arguments));
    return Outcome.apart(all.toArray(String[]::new));
  }

  @Test
  void eachChartIsCheckedAndABadOneKeepsNoOtherBack() throws IOException {
    Path file = Files.writeString(folder.resolve("charts.csv"), CSV);
    var outcome = run(file.toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.lines())
        .anyMatch(l -> l.startsWith("V2 WARNING CHART-Z-NEVER-FIRST Diagnosis 1, Z68.35: "))
        .anyMatch(l -> l.startsWith("V3 ERROR CHART-NOT-READ line 4: "))
        .anyMatch(l -> l.startsWith("V4 ERROR CHART-DUPLICATE Diagnosis 2, I10: "))
        .noneMatch(l -> l.startsWith("V1 "))
        .anyMatch(l -> l.matches("Charts +4"))
        .anyMatch(l -> l.contains("Official Guidelines FY2026, I.B.14"));
  }

  @Test
  void foldersAreWalkedAndNotesInThemAreNoCharts() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("in/note.txt"), "Obesity. Pain in left knee.");
    Files.writeString(
        folder.resolve("in/chart.json"),
        """
        {"id":"V9","setting":"OUTPATIENT","from":"2026-03-10","noteFile":"note.txt",
         "codes":[{"code":"M25.561","words":"Pain in left knee"}]}
        """);
    var outcome = run("--json", folder.resolve("in").toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.lines())
        .anyMatch(l ->
            l.contains("\"rule\":\"CHART-SIDE-EVIDENCE\"")
                && l.contains("\"code\":\"M25.561\"")
                && l.contains("\"start\":9"));
    assertThat(outcome.lines().getLast()).contains("\"charts\":1");
  }

  @Test
  void aCleanChartOfStandardInputEndsWithZero() {
    var in = System.in;
    System.setIn(
        new ByteArrayInputStream(
            "{\"setting\":\"OUTPATIENT\",\"from\":\"2026-03-10\",\"codes\":[\"I10\"]}"
                .getBytes(StandardCharsets.UTF_8)));
    try {
      var outcome = run("--csv", "-");
      assertThat(outcome.lines()).hasSize(1);
      assertThat(outcome.code()).isZero();
    } finally {
      System.setIn(in);
    }
  }

  @Test
  void aFileThatIsNotThereEndsWithThree() {
    assertThat(run(folder.resolve("none.json").toString()).code()).isEqualTo(3);
  }
}
