package org.cleanclaim.coding.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The reference page of the checks is written from their catalog.
class ChartChecksPageTest {
  private static final Path PAGE = Path.of("../docs/reference/chart-checks.md");
  private static final String HEAD =
      """
      # Chart checks

      The diagnoses of a chart are checked among each other, against the patient, the stay and the note: on the chart's page, before
      its codes are final, by `cleanclaim chart-check` and by `POST /api/v1/chart-check`. A stay is judged by the books of its last day, any
      other encounter by those of its first.

      Each finding has an id that stays, a weight, the place (the code and its position; where a note speaks, the characters of the
      document), one sentence, what to do, and its source: the section of the ICD-10-CM Official Guidelines with the fiscal year, the note of
      the Tabular List, or the Medicare Code Editor. Words of notes are never part of a finding. An ERROR keeps a chart from being final. A WARNING is
      looked at by the coder, INFORMATION asks for nothing.

      What a note wants besides or before a code (`CHART-USE-ADDITIONAL`, `CHART-CODE-ALSO`, `CHART-CODE-FIRST` at a code that is no manifestation) is
      told only where a document of the chart says that the patient has it, with the code and the place of the words; a chart without documents is
      told of every such note. A manifestation without its underlying disease is always a WARNING (I.A.13).

      What a check knows comes from what is [installed](code-sets.md): the notes of the Tabular List, the Alphabetic Index ("with"), the lists of codes
      for one sex or some ages, the list of codes exempt from present on admission, the tables of the
      [Medicare Code Editor](medicare-code-editor.md). With the built-in selection of codes less is found. Suggestions of the engine are put in an
      order that the checks have nothing against; what cannot stand is left out with the check's sentence.

      ## Charts of files

      ```
      cleanclaim chart-check charts.json
      cleanclaim chart-check --csv --notes notes charts.csv more/
      cleanclaim chart-check --json - < charts.jsonl
      ```

      JSON: a chart, a list of charts, or one a line. A chart, a line or a row that cannot be read is refused with its place
      (`CHART-NOT-READ`), so is one whose birth date is after the service or more than 124 years before it; the others are checked. Of two charts of a
      file with one id the later one says so (`CHART-ID-TWICE`).

      ```json
      {
        "id": "V-1001",
        "setting": "INPATIENT",
        "from": "2026-03-02",
        "through": "2026-03-06",
        "sex": "F",
        "birthDate": "1958-07-14",
        "codes": [
          {"code": "J18.9", "poa": "Y", "words": "Pneumonia of the left lower lobe"},
          {"code": "E11.9", "poa": "Y", "reason": "problem list, confirmed by the physician"},
          "Z79.4"
        ],
        "noteFile": "V-1001.txt"
      }
      ```

      `setting` (OUTPATIENT, EMERGENCY, INPATIENT), `from` and `codes` have to be there. The note may be given as text in `note` or `notes`
      (`[{"id": …, "text": …}]`), or as a file beside the charts or below `--notes`. When one code has `words` or a `reason`, every code needs one of them.
      The API takes the same, up to 8 MB, without `noteFile`.

      CSV: `chart,setting,from,through,sex,birth_date,codes,poa,note_file`; codes and indicators stand in one cell, with blanks between, `-` for
      no indicator.

      ```
      chart,setting,from,through,sex,birth_date,codes,poa,note_file
      V-1002,OUTPATIENT,2026-03-10,,M,1980-02-01,E66.9 Z68.35,,
      V-1003,INPATIENT,2026-03-02,2026-03-06,F,1958-07-14,J18.9 E11.9 Z79.4,Y Y -,
      ```

      A chart that cannot be understood is a finding `CHART-NOT-READ` with its place; the others go on. Notes are read like
      [documents](coding.md#documents), with the same findings: what is empty, binary, an unfilled form or Spanish is said, and the codes are checked
      without it. Charts are UTF-8. The command ends with 0 when nothing is
      to be mended (INFORMATION does not count), with 1 when something is, with 3 when a file could not be read.

      ## The checks

      | id | weight | what holds | Official Guidelines |
      |---|---|---|---|
      """;

  private static String page() {
    var page = new StringBuilder(HEAD);
    for (ChartRule rule : ChartRule.values()) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(rule.id(), rule.severity(), rule.title(), rule.section()));
    }
    return page.toString();
  }

  @Test
  void theReferencePageIsUpToDate() throws IOException {
    if (Boolean.getBoolean("cleanclaim.write")) Files.writeString(PAGE, page());

    assertThat(PAGE).content().isEqualTo(page());
  }
}
