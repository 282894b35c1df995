package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class CodesCommandTest {
  @TempDir Path folder;
  private String home;

  @BeforeEach
  void makeFiles() throws IOException {
    home = folder.resolve("home").toString();
    Path files = Files.createDirectory(folder.resolve("files"));
    order(files.resolve("icd10cm_order_2025.txt"), "#B88 Mites", "B880 Other acariasis");
    order(
        files.resolve("icd10cm_order_2026.txt"),
        "#B88 Mites",
        "#B880 Other acariasis",
        "B8801 Infestation by Demodex mites",
        "B8809 Other acariasis");
  }

  private static void order(Path file, String... rows) throws IOException {
    var text = new StringBuilder();
    for (int i = 0; i < rows.length; i++) {
      boolean isHeading = rows[i].startsWith("#");
      String[] row = rows[i].replace("#", "").split(" ", 2);
      text.append(
          "%05d %-7s %d %-60s %s\r%n".formatted(i + 1, row[0], isHeading ? 0 : 1, row[1], row[1]));
    }
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
  }

  private Outcome install() {
    return Outcome.of(
        "codes", "install", "--home", home, "--from", folder.resolve("files").toString());
  }

  @Test
  void installsListsAndVerifies() {
    var outcome = install();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.said())
        .contains("FY2025", "FY2026", "2 billable", "sha256", "2 tables installed");
    assertThat(install().said()).contains("Unchanged").contains("0 tables installed");
    assertThat(Outcome.of("codes", "list", "--home", home).said())
        .contains("FY2026")
        .contains("Starter set");
    assertThat(Outcome.of("codes", "list", "--home", home, "--json").said())
        .contains("\"edition\":\"FY2026\"");
    assertThat(Outcome.of("codes", "verify", "--home", home).said()).contains("2 installed tables");
    var status = Outcome.of("codes", "status", "--home", home, "--as-of", "2026-03-01");
    assertThat(status.code()).isEqualTo(1);
    assertThat(status.said()).contains("current").contains("starter only");
  }

  @Test
  void theDayPicksWhatASearchAndACardShow() {
    install();
    var search = Outcome.of("search", "demodex", "--home", home, "--as-of", "2026-03-01");
    assertThat(search.code()).isZero();
    assertThat(search.said()).contains("B88.01");
    assertThat(
            Outcome.of(
                    "search",
                    "demodex",
                    "--home",
                    home,
                    "--as-of",
                    "2025-03-01",
                    "--system",
                    "ICD10CM")
                .code())
        .isEqualTo(1);
    var json = Outcome.of("search", "demodex", "--home", home, "--as-of", "2026-03-01", "--json");
    assertThat(json.said()).startsWith("[{").contains("B88.01");
    var card = Outcome.of("code", "B88.01", "--home", home, "--as-of", "2026-03-01");
    assertThat(card.code()).isZero();
    assertThat(card.said()).contains("Infestation by Demodex mites", "may be submitted", "FY2026");
    var gone = Outcome.of("code", "B88.01", "--home", home, "--as-of", "2025-03-01");
    assertThat(gone.code()).isEqualTo(1);
    assertThat(gone.said()).contains("not valid on 2025-03-01");
    assertThat(Outcome.of("code", "B880", "--home", home, "--as-of", "2026-03-01", "--json").said())
        .startsWith("[{");
  }

  @Test
  void anIcd9CodeLeadsToItsSuccessors() throws IOException {
    Files.writeString(
        folder.resolve("files/icd9toicd10cmgem.csv"),
        """
        "icd9cm","icd10cm","flags","approximate","no_map","combination","scenario","choice_list"
        "1338","B8809","10000",1,0,0,0,0
        """);
    install();
    var outcome = Outcome.of("code", "133.8", "--home", home, "--as-of", "2026-03-01");
    assertThat(outcome.said()).contains("In ICD-9-CM 1338 stood for what is now B88.09");
  }

  @Test
  void showsWhatAnEditionChanges() {
    install();
    var diff = Outcome.of("codes", "diff", "FY2025", "FY2026", "--home", home);
    assertThat(diff.code()).isZero();
    assertThat(diff.said()).contains("gained children", "B88.0", "now B88.01, B88.09", "added");
    assertThat(Outcome.of("codes", "diff", "FY2025", "FY2026", "--home", home, "--json").said())
        .contains("\"GAINED_CHILDREN\"");
    var unknown = Outcome.of("codes", "diff", "FY1999", "FY2026", "--home", home);
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.said()).contains("Installed are");
  }

  @Test
  void removesWhatIsThereOnly() {
    install();
    assertThat(Outcome.of("codes", "remove", "ICD10CM_CODES", "2025-10-01", "--home", home).code())
        .isZero();
    assertThat(Outcome.of("codes", "remove", "ICD10CM_CODES", "2025-10-01", "--home", home).code())
        .isEqualTo(1);
    assertThat(Outcome.of("codes", "list", "--home", home).said()).doesNotContain("FY2026");
  }

  @Test
  void whatCannotBeInstalledIsSaid() throws IOException {
    Path note = Files.writeString(folder.resolve("note.txt"), "Dear coder");
    var outcome = Outcome.of("codes", "install", "--home", home, "--from", note.toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.said()).contains("note.txt").doesNotContain("Exception");
    assertThat(Outcome.of("codes", "install", "--home", home).code()).isEqualTo(2);
    assertThat(Outcome.of("codes", "install", "--home", home, "--official", "snomed").code())
        .isEqualTo(2);
    var missing =
        Outcome.of("codes", "install", "--home", home, "--from", folder.resolve("no").toString());
    assertThat(missing.code()).isEqualTo(3);
    assertThat(missing.said()).contains("There is no file or folder");
    var unreachable =
        Outcome.of("codes", "install", "--home", home, "--from", "http://127.0.0.1:1/file.zip");
    assertThat(unreachable.code()).isEqualTo(1);
    assertThat(unreachable.said()).contains("cannot be reached");
  }

  @Test
  void measuresASearch() throws IOException {
    install();
    Path phrases = Files.createDirectory(folder.resolve("phrases"));
    Files.writeString(
        phrases.resolve("pairs.tsv"), "phrase\tcode\ndemodex\tB88.01\nacariasis\tB88.09\n");
    var figures = Outcome.of("bench", "search", phrases.toString(), "--home", home);
    assertThat(figures.code()).isZero();
    assertThat(figures.said()).contains("cleanclaim", "BM25, titles and index", "1.000");
    assertThat(Outcome.of("bench", "search", phrases.toString(), "--home", home, "--json").said())
        .contains("\"exactTop1\":1.0");
    assertThat(Outcome.of("bench", "search", folder.toString(), "--home", home).said())
        .contains("There is no pairs.tsv");
  }
}
