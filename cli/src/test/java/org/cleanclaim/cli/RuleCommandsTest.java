package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The commands over the engines of rules and prices.
@NullUnmarked
class RuleCommandsTest {
  @TempDir Path folder;

  private String home() {
    return folder.resolve("home").toString();
  }

  @Test
  void ncciAnswersFromTheInstalledTables() throws IOException {
    Path files = Files.createDirectory(folder.resolve("files"));
    Files.writeString(
        files.resolve("ccipra-v302r0-f1.txt"),
        """
        Column 1\tColumn 2\t\tEffective Date\tDeletion Date\tModifier\tRationale
        20610\t99213\t\t20100101\t*\t1\tStandards
        """);
    Files.writeString(
        files.resolve("MCR_MUE_PractitionerServices_Eff_07-01-2024.csv"),
        """
        HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale
        20610,2,3 Date of Service Edit: Clinical,Data
        """);
    assertThat(Outcome.of("codes", "install", "--home", home(), "--from", files.toString()).said())
        .contains("2 tables installed");

    var denied = Outcome.of("ncci", "99213", "20610", "--dos", "2024-08-01", "--home", home());
    assertThat(denied.code()).isEqualTo(1);
    assertThat(denied.said())
        .contains("Pair   20610 contains 99213", "from 2010-01-01", "pairs, practitioner 2024-07")
        .contains("Units  20610: 2 a day")
        .contains("Denied 99213: part of 20610.", "Stands 20610.");

    var stands =
        Outcome.of(
            "ncci", "99213", "20610", "--dos", "2024-08-01", "--mod", "99213:25", "--home", home());
    assertThat(stands.code()).isZero();
    assertThat(stands.said()).contains("Stands 99213.");

    var many =
        Outcome.of(
            "ncci",
            "20610",
            "--units",
            "20610:3",
            "--dos",
            "2024-08-01",
            "--json",
            "--home",
            home());
    assertThat(many.said()).contains("Denied 20610: 3 units, 2 are paid.");
  }

  @Test
  void ncciSaysWhatItCannotUse() {
    assertThat(Outcome.of("ncci", "99213", "--mod", "99214:25", "--home", home()).said())
        .contains("--mod 99214:25 names no code that was asked for");
    assertThat(Outcome.of("ncci", "99213", "--units", "99213:-1", "--home", home()).said())
        .contains("\"-1\" is no number of units");
    assertThat(Outcome.of("ncci", "ZZZZZ", "--home", home()).said())
        .contains("The tables hold nothing on these codes.");
  }

  @ParameterizedTest
  @CsvSource({
    "ncci_rules, NCCI edits",
    "mce, Medicare Code Editor",
    "msdrg, MS-DRG grouping",
    "professional_rules, Medicare filing limit"
  })
  void allCasesOfAFolderPass(String name, String engine) {
    String data = System.getenv("CLEANCLAIM_DATA");
    assumeTrue(data != null, "CLEANCLAIM_DATA is not set");
    var outcome =
        Outcome.of("bench", "vectors", Path.of(data, "vectors", name).toString(), "--home", home());
    assertThat(outcome.said()).contains(engine);
    assertThat(outcome.code()).as(outcome.said()).isZero();
  }

  @Test
  void aFolderWithoutCasesIsSaid() {
    assertThat(Outcome.of("bench", "vectors", folder.toString(), "--home", home()).said())
        .contains("There is no file of cases");
    assertThat(Outcome.of("bench", "vectors", folder.resolve("nowhere").toString()).said())
        .contains("There is no folder");
  }
}
