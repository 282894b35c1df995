package org.cleanclaim.app.chartcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.chartcheck.ReadChart.Ready;
import org.cleanclaim.app.chartcheck.ReadChart.Refused;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.check.OrderedCode.Support;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class ChartFilesTest {
  private final List<ReadChart> charts = new ArrayList<>();

  private void read(String text) throws IOException {
    byte[] note = "Pneumonia of the left lung.".getBytes(StandardCharsets.UTF_8);
    read(text.getBytes(StandardCharsets.UTF_8), note);
  }

  private void read(byte[] file, byte[] note) throws IOException {
    new ChartFiles(name -> name.equals("n.txt") ? note : null)
        .read(new ByteArrayInputStream(file), charts::add);
  }

  /// What is said of the note of a chart, and whether the codes are compared with it.
  private String ofNote(byte[] note) throws IOException {
    charts.clear();
    String chart =
        "{\"setting\":\"OUTPATIENT\",\"from\":\"2026-03-02\",\"noteFile\":\"n.txt\",\"codes\":[\"I10\"]}";
    read(chart.getBytes(StandardCharsets.UTF_8), note);
    var ready = (Ready) charts.getFirst();
    return ready.ofFile().stream().map(f -> f.rule() + " " + f.place().inWords()).toList()
        + (ready.chart().documents().isEmpty() ? " alone" : " compared");
  }

  @Test
  void aNoteThatIsNoneIsAFindingAndTheCodesAreCheckedAlone() throws IOException {
    String spanish =
        "El paciente acude a la consulta por dolor en la rodilla y se trata de una mujer con"
            + " hipertension de la que no se sabe la causa.";

    assertThat(ofNote(new byte[0])).isEqualTo("[NOTE-EMPTY Note n.txt] alone");
    assertThat(ofNote(new byte[] {1, 0, 2, 0, 3})).isEqualTo("[NOTE-BINARY Note n.txt] alone");
    assertThat(ofNote("Assessment: ***\nPlan: ___".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("[NOTE-TEMPLATE Note n.txt] alone");
    assertThat(ofNote(spanish.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("[NOTE-LANGUAGE Note n.txt] alone");
  }

  @Test
  void ofTwoChartsWithOneIdTheLaterOneSaysSo() throws IOException {
    String chart =
        "{\"id\":\"V-1\",\"setting\":\"OUTPATIENT\",\"from\":\"2026-03-02\",\"codes\":[\"I10\"]}";
    String other = chart.replace("V-1", "V-2");
    read(String.join("\n", chart, other, chart));

    assertThat(charts).hasSize(3);
    assertThat(((Ready) charts.get(0)).ofFile()).isEmpty();
    assertThat(((Ready) charts.get(1)).ofFile()).isEmpty();
    assertThat(((Ready) charts.get(2)).ofFile())
        .extracting(f -> f.rule().value(), f -> f.message())
        .containsExactly(tuple("CHART-ID-TWICE", "Chart 3 of the file has the id of chart 1."));
  }

  @Test
  void aBirthDateThatNobodyLivesToIsRefused() throws IOException {
    read(
        "{\"setting\":\"OUTPATIENT\",\"from\":\"2026-03-02\",\"birthDate\":\"1800-01-01\",\"codes\":[\"I10\"]}");

    assertThat(((Refused) charts.getFirst()).reason())
        .isEqualTo("The birth date is more than 124 years before the service.");
  }

  @Test
  void aNoteInAnotherEncodingIsReadAndItIsSaid() throws IOException {
    String note = "Assessment: M\u00e9ni\u00e8re's disease.";

    assertThat(ofNote(note.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo("[NOTE-ENCODING Note n.txt] compared");
    assertThat(ofNote(note.getBytes(StandardCharsets.UTF_16))).isEqualTo("[] compared");
  }

  @Test
  void chartsInAnotherEncodingAreRefusedWithWhatToDo() throws IOException {
    String table = "chart,setting,from,codes\nMu\u00f1oz,OUTPATIENT,2026-03-02,I10\n";
    read(table.getBytes(StandardCharsets.UTF_16), new byte[0]);
    read(table.getBytes(StandardCharsets.ISO_8859_1), new byte[0]);

    assertThat(charts).hasSize(2);
    assertThat(charts)
        .allSatisfy(chart -> {
          var refused = (Refused) chart;
          assertThat(refused.reason()).contains("UTF-8");
          assertThat(refused.remedy()).contains("UTF-8");
        });
  }

  @Test
  void aChartOfJsonIsReadWithItsNoteAndEvidence() throws IOException {
    read(
        """
        {"id": "V1", "setting": "inpatient", "from": "2026-03-02", "through": "2026-03-06", "sex": "F",
         "birthDate": "1958-07-14", "noteFile": "n.txt",
         "codes": [{"code": "J18.9", "poa": "Y", "words": "Pneumonia"}, {"code": "I10", "reason": "list"}, "E11.9"]}
        """);
    var chart = ((Ready) charts.getFirst()).chart();
    assertThat(chart.setting()).isEqualTo(EncounterSetting.INPATIENT);
    assertThat(chart.codedOn()).isEqualTo(LocalDate.of(2026, 3, 6));
    assertThat(chart.sex()).isEqualTo(Sex.FEMALE);
    assertThat(chart.codes())
        .extracting(c -> c.support())
        .containsExactly(Support.EVIDENCE, Support.REASON, Support.NONE);
    assertThat(chart.codes().getFirst().evidence().getFirst().quote()).isEqualTo("Pneumonia");
  }

  @Test
  void listsAndLinesOfChartsAreRead() throws IOException {
    String chart = "{\"setting\":\"OUTPATIENT\",\"from\":\"2026-03-02\",\"codes\":[\"I10\"]}";
    read("[" + chart + "," + chart + "]");
    read(chart + "\n" + chart + "\n" + chart);
    assertThat(charts).hasSize(5).allMatch(Ready.class::isInstance);
  }

  @Test
  void badChartsAreRefusedOneByOne() throws IOException {
    read(
        """
        [{"id": "A", "setting": "HOME", "from": "2026-03-02", "codes": []},
         {"id": "B", "setting": "OUTPATIENT", "from": "March 2", "codes": []},
         {"id": "C", "setting": "OUTPATIENT", "from": "2026-03-02", "through": "2026-03-01", "codes": []},
         {"id": "D", "setting": "OUTPATIENT", "from": "2026-03-02", "noteFile": "../x", "codes": []},
         7,
         {"id": "E", "setting": "OUTPATIENT", "from": "2026-03-02", "codes": ["I10"]}]
        """);
    assertThat(charts).hasSize(6);
    assertThat(charts.subList(0, 5)).allMatch(Refused.class::isInstance);
    assertThat(charts.get(5)).isInstanceOf(Ready.class);
    assertThat(((Refused) charts.get(1)).finding().place().inWords()).isEqualTo("chart 2");
  }

  @Test
  void brokenJsonKeepsWhatStoodBeforeIt() throws IOException {
    read("{\"setting\":\"OUTPATIENT\",\"from\":\"2026-03-02\",\"codes\":[\"I10\"]}\n{\"setting\"");
    assertThat(charts).hasSize(2);
    assertThat(charts.get(1)).isInstanceOf(Refused.class);
  }

  @Test
  void aBrokenLineIsRefusedAndTheNextIsRead() throws IOException {
    String chart = "{\"setting\":\"OUTPATIENT\",\"from\":\"2026-03-02\",\"codes\":[\"I10\"]}";

    read(String.join("\n", chart, "{\"setting\": OUT}", "", "{\"id\": \"cut", chart));
    assertThat(charts).hasSize(4);
    assertThat(charts.get(0)).isInstanceOf(Ready.class);
    assertThat(charts.get(1).name()).isEqualTo("line 2");
    assertThat(((Refused) charts.get(2)).finding().place().inWords()).isEqualTo("line 4");
    assertThat(charts.get(3)).isInstanceOf(Ready.class);

    for (String broken : List.of("{\"setting\": OUT}", "{\"id\": \"cut", "{\"codes\": [\"I10\"")) {
      charts.clear();
      read(broken + "\n" + chart + "\n" + chart);
      assertThat(charts)
          .extracting(ReadChart::name)
          .containsExactly("line 1", "chart 2", "chart 3");
    }
  }

  @Test
  void aChartOverSeveralLinesIsOne() throws IOException {
    read("{\n\"setting\":\"OUTPATIENT\",\n\"from\":\"2026-03-02\",\n\"codes\":[\"I10\"]\n}\n");
    read("{\"charts\": [\n{\"setting\":\"OUTPATIENT\",\"from\":\"2026-03-02\",\"codes\":[]}\n]}");
    assertThat(charts).hasSize(2).allMatch(Ready.class::isInstance);
  }

  @Test
  void aRowOfAnotherWidthIsRefusedAndTheNextIsRead() throws IOException {
    read(
        """
        chart,setting,from,codes
        V1,OUTPATIENT,2026-03-02,I10,E11.9
        V2,OUTPATIENT,2026-03-02,I10
        V3,OUTPATIENT
        V4,OUTPATIENT,2026-03-02,I10
        """);
    assertThat(charts).extracting(ReadChart::name).containsExactly("line 2", "V2", "line 4", "V4");
    assertThat(((Refused) charts.get(0)).reason())
        .isEqualTo("The row has 5 cells, the first line 4.");
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() throws IOException {
    read("");
    read("[]");
    assertThat(charts).hasSize(2).allMatch(Refused.class::isInstance);
  }

  @Test
  void rowsOfATableAreReadWithTheirIndicators() throws IOException {
    read(
        """
        chart,setting,from,through,sex,birth_date,codes,poa,note_file
        V1,INPATIENT,2026-03-02,2026-03-06,F,1958-07-14,J18.9;E11.9 Z79.4,Y Y -,n.txt
        V2,OUTPATIENT,2026-03-10,,M,,I10,Y Y,
        V3,OUTPATIENT,,,,,I10,,
        """);
    var chart = ((Ready) charts.getFirst()).chart();
    assertThat(chart.codes()).extracting(c -> c.code()).containsExactly("J18.9", "E11.9", "Z79.4");
    assertThat(chart.codes())
        .extracting(c -> c.presentOnAdmission())
        .containsExactly("Y", "Y", null);
    assertThat(chart.documents()).hasSize(1);
    assertThat(charts.get(1)).isInstanceOf(Refused.class);
    assertThat(((Refused) charts.get(2)).place()).isEqualTo("line 4");
  }
}
