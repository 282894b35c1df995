package org.cleanclaim.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Term;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.ProcedureTables;
import org.cleanclaim.codesets.publication.ProcedureTables.Choice;
import org.cleanclaim.codesets.publication.ProcedureTables.Column;
import org.cleanclaim.codesets.publication.ProcedureTables.Row;
import org.cleanclaim.codesets.publication.ProcedureTables.Table;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.coding.Evidence;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Operations of a stay for which the engine has no code: the coder is told to look them up.
class ProceduresWithoutCandidateTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final Encounters encounters = Undone.SERVER.bean(Encounters.class);
  private final Charts charts = Undone.SERVER.bean(Charts.class);

  @Test
  void theyStandOnTheChartWithTheirWordsUntilAProcedureRestsOnThem() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          long chart = Undone.chart("INPATIENT", "Q-1", DAY);
          Encounter stay = encounters.numbered("Q-1").orElseThrow();
          encounters.document(
              stay.id(),
              "Operative report",
              "PROCEDURE PERFORMED:\n1. Open liver biopsy\n2. Whipple procedure\n");
          var report = encounters.documents(stay.id()).getFirst();

          suggestions().suggest(chart, stay, report, true);

          Evidence words = charts.get(stay.id()).toLookUp().getFirst();
          assertThat(charts.get(stay.id()).toLookUp()).hasSize(1);
          assertThat(words.quote()).isEqualTo("Whipple procedure");
          assertThat(report.body().substring(words.start(), words.end())).isEqualTo(words.quote());

          coded(chart, words);
          assertThat(charts.get(stay.id()).toLookUp()).isEmpty();
          assertThat(charts.get(stay.id()).withoutCandidate()).containsExactly(words);
        });
  }

  private static void coded(long chart, Evidence words) {
    Undone.SERVER
        .bean(JdbcClient.class)
        .sql(
            """
            insert into chart_code (chart_id, position, code_system, code, title, evidence, added_by)
            values (:chart, 1, 'ICD10PCS', '0FTG0ZZ', 'Resection of Pancreas, Open Approach', :evidence::jsonb, 'casey')
            """)
        .param("chart", chart)
        .param("evidence", Undone.SERVER.bean(JsonColumns.class).write(List.of(words)))
        .update();
  }

  /// The suggestions of a practice that has installed one table of ICD-10-PCS.
  private static ChartSuggestions suggestions() {
    var server = Undone.SERVER;
    return new ChartSuggestions(
        server.bean(JdbcClient.class),
        server.bean(JsonColumns.class),
        server.bean(Patients.class),
        new CodingEngines(
            CodeSets.of(
                Stream.concat(CodeSets.starter().publications().stream(), procedures()).toList())),
        server.bean(SuggestionList.class),
        server.bean(ServiceReading.class),
        server.bean(ChartServices.class),
        server.bean(FailedReadings.class),
        server.bean(Clock.class));
  }

  private static Stream<InstalledPublication> procedures() {
    return Stream.of(
        publication(
            PublicationKind.ICD10PCS_CODES,
            new CodeList(
                List.of(new CodeList.Row("0FB00ZX", "Biopsy", "", true, null, null, Map.of())))),
        publication(
            PublicationKind.ICD10PCS_INDEX,
            new AlphabeticIndex(
                List.of(
                    new Term(0, "Biopsy", "", List.of(), List.of(), List.of()),
                    new Term(1, "Liver", "", List.of("0FB0"), List.of(), List.of())))),
        publication(
            PublicationKind.ICD10PCS_TABLES,
            new ProcedureTables(
                List.of(
                    new Table(
                        List.of(
                            new Choice("Section", '0', "Medical and Surgical"),
                            new Choice("Body System", 'F', "Hepatobiliary System and Pancreas"),
                            new Choice("Operation", 'B', "Excision")),
                        "",
                        List.of(
                            new Row(
                                List.of(
                                    column("Body Part", '0', "Liver"),
                                    column("Approach", '0', "Open"),
                                    column("Device", 'Z', "No Device"),
                                    column("Qualifier", 'X', "Diagnostic")))))))));
  }

  private static Column column(String axis, char character, String meaning) {
    return new Column(axis, List.of(new Choice(axis, character, meaning)));
  }

  private static InstalledPublication publication(PublicationKind kind, Content content) {
    return InstalledPublication.of(
        new Publication(kind, "test", LocalDate.of(2025, 10, 1), "test", true, content));
  }
}
