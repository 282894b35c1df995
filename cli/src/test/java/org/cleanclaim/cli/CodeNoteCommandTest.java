package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs on the built-in starter tables.
class CodeNoteCommandTest {
  private static final String NOTE =
      """
      Established patient.
      HPI: Denies chest pain.
      Assessment:
      1. Essential hypertension, stable.
      Plan: Continue lisinopril 20 mg.
      Procedure performed: Right knee joint injection.
      """;

  @TempDir Path folder;

  private Outcome run(String... arguments) {
    var all = new String[arguments.length + 3];
    all[0] = "code-note";
    all[1] = "--home";
    all[2] = folder.resolve("home").toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Outcome.apart(all);
  }

  private Path note(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void codesComeWithTheirWordsAndPlaces() throws IOException {
    var outcome = run("--dos", "2026-03-12", note("a.txt", NOTE).toString());

    assertThat(outcome.code()).isZero();
    assertThat(outcome.said())
        .contains("plain text, outpatient, day of service 2026-03-12")
        .contains("I10 ")
        .contains("line 4, Assessment: “Essential hypertension”")
        .contains("99213 by decision making")
        .contains("negated, line 2, HPI: “chest pain”")
        .contains("built-in selection");
  }

  @Test
  void jsonHasExactSpans() throws IOException {
    var outcome = run("--json", "--dos", "2026-03-12", note("a.txt", NOTE).toString());

    JsonNode json = JsonMapper.builder().build().readTree(outcome.said());
    JsonNode diagnosis = json.path("diagnoses").path(0);
    JsonNode at = diagnosis.path("evidence").path(0);
    assertThat(diagnosis.path("code").asString()).isEqualTo("I10");
    assertThat(
            json.path("text")
                .asString()
                .substring(at.path("start").asInt(), at.path("end").asInt()))
        .isEqualTo(at.path("quote").asString());
    assertThat(at.path("section").asString()).isEqualTo("Assessment");
    assertThat(json.path("visit").path("decisionMaking").asString()).isEqualTo("LOW");
  }

  @Test
  void cptNumbersComeFromTheSitesOwnWordsOnly() throws IOException {
    String note = note("a.txt", NOTE).toString();
    String words = note("own.csv", "knee joint injection,20610\nno line\n").toString();

    assertThat(run("--dos", "2026-03-12", note).said()).doesNotContain("20610");
    var outcome = run("--dos", "2026-03-12", "--procedures", words, note);
    assertThat(outcome.said()).contains("20610 x 1");
    assertThat(outcome.complained()).contains("own.csv, line 2");
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void foldersAndStandardInputAreReadAndWhatIsWrongIsSaid() throws IOException {
    Path notes = Files.createDirectory(folder.resolve("notes"));
    Files.writeString(notes.resolve("b.txt"), NOTE);
    Files.write(notes.resolve("c.bin"), new byte[] {1, 0, 2, 0, 3});

    var outcome = run("--dos", "2026-03-12", notes.toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.said()).contains("b.txt").contains("NOTE-BINARY error");
    var missing = run(folder.resolve("none").toString());
    assertThat(missing.code()).isEqualTo(3);
    assertThat(missing.complained()).contains("There is no file");

    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(NOTE.getBytes(StandardCharsets.UTF_8)));
      assertThat(run("--dos", "2026-03-12", "-").said())
          .contains("standard input")
          .contains("I10 ");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void theDayOfServiceComesFromTheDocument() throws IOException {
    String note = note("a.txt", "Date of service: 03/12/2011\n" + NOTE).toString();

    var outcome = run(note);

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.said()).contains("2011-03-12").contains("No edition of ICD-10-CM");
    assertThat(run("--setting", "nowhere", note).code()).isEqualTo(2);
  }

  @Test
  void whereNobodyTellsTheDayOfServiceThatIsSaid() throws IOException {
    String note = note("a.txt", NOTE).toString();

    assertThat(run(note).said())
        .contains("NOTE-DAY information (Day of service): The document states no day of service");
    assertThat(run("--dos", "2026-03-12", note).said()).doesNotContain("NOTE-DAY");
  }

  @Test
  void codesOfServicesHaveNoDot() throws IOException {
    String note = note("a.txt", NOTE + "\nPlan: Toradol 30 mg IM was declined.\n").toString();

    assertThat(run("--dos", "2026-03-12", note).said())
        .contains("Found and not coded")
        .contains("J1885: ")
        .doesNotContain("J18.85");
  }
}
