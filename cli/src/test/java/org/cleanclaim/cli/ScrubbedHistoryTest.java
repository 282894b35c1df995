package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.cli.ScrubbedFiles.claim;
import static org.cleanclaim.cli.ScrubbedFiles.file;
import static org.cleanclaim.cli.ScrubbedFiles.ruleCounts;
import static org.cleanclaim.cli.ScrubbedFiles.scrub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Claims of a file that are judged with each other.
class ScrubbedHistoryTest {
  @TempDir Path folder;

  @Test
  void anEarlierClaimOfTheFileIsSeen() throws IOException {
    var outcome =
        scrub(
            file(
                folder,
                claim("C1", "99213", "20260201"),
                claim("C2", "99213", "20260202"),
                claim("C3", "99213", "20260201")));

    assertThat(outcome.lines().stream().filter(l -> l.contains("been billed already")).toList())
        .singleElement()
        .asString()
        .startsWith("C3 ");
  }

  /// 20610 is part of nothing, 99213 of the same day is part of it; 87880 is paid twice a day.
  @Test
  void theOrderOfClaimsChangesNoFinding() throws IOException {
    List<String> claims =
        List.of(
            claim("C1", "99213", "20260201"),
            claim("C2", "20610", "20260201"),
            claim("C3", "87880", "20260202").replace("UN*1", "UN*2"),
            claim("C4", "87880", "20260202"),
            claim("C5", "99213", "20260203"));
    var orders = List.of(List.of(0, 1, 2, 3, 4), List.of(1, 0, 3, 2, 4), List.of(4, 3, 2, 1, 0));

    for (List<Integer> order : orders) {
      var lines =
          scrub(file(folder, order.stream().map(claims::get).toArray(String[]::new))).lines();
      assertThat(
              lines.stream()
                  .filter(l -> l.matches("C\\d \\w+ NCCI-.*"))
                  .map(l -> l.substring(0, 20)))
          .as("order %s", order)
          .containsExactlyInAnyOrder(
              "C1 WARNING NCCI-PTP ", "C3 WARNING NCCI-MUE ", "C4 WARNING NCCI-MUE ");
    }
  }

  @Test
  void aDaysLinesOnTwoClaimsOrOnOneAreToldAlike() throws IOException {
    String one = claim("C1", "99213", "20260201") + secondLine("20610", "20260201");
    String two = claim("C2", "20610", "20260201");

    var together = ruleCounts(scrub(file(folder, one)));
    var apart = ruleCounts(scrub(file(folder, claim("C1", "99213", "20260201"), two)));

    assertThat(together).containsExactly("NCCI-PTP 1");
    assertThat(apart).isEqualTo(together);
  }

  private static String secondLine(String code, String day) {
    return """
    LX*2~
    SV1*HC:%s*0*UN*1***1~
    DTP*472*D8*%s~
    """
        .formatted(code, day);
  }

  @Test
  void anAddOnFindsItsPrimaryOnALaterClaim() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("AOC_V2026.csv"),
            """
            Add_On_Code,AOC_Edit_Type,Primary_Code
            99417,1,99215
            """);
    String home = folder.resolve("home").toString();
    var installed =
        Outcome.apart(
            "codes",
            "install",
            "--home",
            home,
            "--from",
            table.toString(),
            "--effective",
            "2026-01-01");
    assertThat(installed.complained() + installed.lines()).doesNotContain("refused");
    assertThat(installed.code()).isZero();
    String addOn = claim("C1", "99417", "20260201");

    assertThat(ruleCounts(scrub(file(folder, addOn)))).containsExactly("NCCI-AOC 1");
    assertThat(ruleCounts(scrub(file(folder, addOn, claim("C2", "99215", "20260201"))))).isEmpty();
    assertThat(ruleCounts(scrub(file(folder, claim("C2", "99215", "20260201"), addOn)))).isEmpty();
  }

  @Test
  void standardInputIsReadTwiceToo() throws IOException {
    Path file = file(folder, claim("C1", "99213", "20260201"), claim("C2", "20610", "20260201"));
    var in = System.in;
    try {
      System.setIn(new ByteArrayInputStream(Files.readAllBytes(file)));
      assertThat(ruleCounts(scrub(Path.of("-")))).containsExactly("NCCI-PTP 1");
    } finally {
      System.setIn(in);
    }
  }

  @Test
  void aCorrectionTakesThePlaceOfTheClaimOfItsNumber() throws IOException {
    String corrected = claim("C1", "99213", "20260201").replace("11:B:1", "11:B:7");
    corrected = corrected.replace("HI*", "REF*F8*P1~\nHI*");
    var outcome = scrub(file(folder, claim("C1", "99213", "20260201"), corrected));

    assertThat(outcome.lines()).noneMatch(l -> l.contains("been billed"));
    String again = claim("C2", "99213", "20260201");
    assertThat(scrub(file(folder, claim("C1", "99213", "20260201"), corrected, again)).lines())
        .filteredOn(l -> l.contains("been billed already"))
        .singleElement()
        .asString()
        .startsWith("C2 ");
  }
}
