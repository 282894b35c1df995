package org.cleanclaim.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.chart.Chart.Decision;
import org.cleanclaim.app.chart.Chart.SuggestedCode;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.insight.SuggestionNoise;
import org.cleanclaim.app.insight.SuggestionNoise.Noise;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The suggestions of a chart with several documents.
class SuggestionListTest {
  private final ChartOpening opening = Undone.SERVER.bean(ChartOpening.class);
  private final ChartDecisions decisions = Undone.SERVER.bean(ChartDecisions.class);
  private final Charts charts = Undone.SERVER.bean(Charts.class);
  private final LateDocuments late = Undone.SERVER.bean(LateDocuments.class);
  private final JdbcClient jdbc = Undone.SERVER.bean(JdbcClient.class);
  private final ChartCodes codes = Undone.SERVER.bean(ChartCodes.class);
  private final ChartFinalizing finalizing = Undone.SERVER.bean(ChartFinalizing.class);
  private final AdmissionReporting reporting = Undone.SERVER.bean(AdmissionReporting.class);
  private final SuggestionNoise noise = Undone.SERVER.bean(SuggestionNoise.class);
  private final Encounters encounters = Undone.SERVER.bean(Encounters.class);

  private EncounterId visit(String... notes) {
    Undone.chart("OUTPATIENT", "Q-1", LocalDate.of(2026, 3, 2));
    var id = encounters.numbered("Q-1").orElseThrow().id();
    for (String note : notes) comes(id, note);
    return id;
  }

  private void comes(EncounterId id, String note) {
    encounters.document(id, "Note", note);
    opening.open(id);
  }

  private SuggestedCode suggestion(EncounterId id, String code) {
    return charts.get(id).suggestions().stream()
        .filter(s -> s.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static void asCoder(Runnable work) {
    Undone.as("casey", Role.CODER, work);
  }

  @Test
  void aSuggestionThatALaterDocumentLeavesNoRoomForIsWithdrawn() {
    asCoder(() -> {
      var id = visit("Assessment:\n1. Heart failure\n");
      assertThat(suggestion(id, "I509").decision()).isNull();

      comes(id, "Assessment:\n1. Chronic systolic heart failure\n");

      assertThat(suggestion(id, "I5022").decision()).isNull();
      assertThat(suggestion(id, "I509").decision()).isEqualTo(Decision.WITHDRAWN);
      assertThat(suggestion(id, "I509").reason()).contains("I50.9");
      assertThat(late.of(id).getFirst().newCodes()).containsExactly("I5022");
      assertThat(decisions.accept(id, CodeSystem.ICD10CM, "I509")).isTrue();
      assertThat(suggestion(id, "I509").decision()).isEqualTo(Decision.ACCEPTED);
    });
  }

  @Test
  void anUnspecifiedCodeIsNotSuggestedBesideTheSpecificOneOfTheChart() {
    asCoder(() -> {
      var id = visit("Assessment:\n1. Chronic systolic heart failure\n");
      decisions.accept(id, CodeSystem.ICD10CM, "I5022");

      comes(id, "Assessment:\n1. Heart failure\n");

      assertThat(charts.get(id).suggestions())
          .extracting(SuggestedCode::code)
          .containsExactly("I5022");
    });
  }

  @Test
  void whatACoderHasDecidedStays() {
    asCoder(() -> {
      var id = visit("Assessment:\n1. Heart failure\n");
      decisions.accept(id, CodeSystem.ICD10CM, "I509");

      comes(id, "Assessment:\n1. Chronic systolic heart failure\n");

      assertThat(suggestion(id, "I509").decision()).isEqualTo(Decision.ACCEPTED);
      assertThat(suggestion(id, "I5022").decision()).isNull();
      assertThat(charts.get(id).codes()).hasSize(1);
    });
  }

  @Test
  void aCodeThatTheChartHasByHandIsSettledWhenADocumentSupportsIt() {
    asCoder(() -> {
      var id = visit("Seen today.\n");
      Undone.SERVER
          .bean(ChartCodes.class)
          .addWithReason(id, CodeSystem.ICD10CM, "I509", "told by the office");

      comes(id, "Assessment:\n1. Heart failure\n");

      assertThat(suggestion(id, "I509").decision()).isEqualTo(Decision.ACCEPTED);
      assertThat(late.of(id).getFirst().newCodes()).isEmpty();
    });
  }

  @Test
  void furtherEvidenceIsKept() {
    asCoder(() -> {
      var id = visit("Assessment:\n1. Heart failure\n");

      comes(id, "Assessment:\n1. Heart failure, seen again.\n");

      assertThat(suggestion(id, "I509").evidence())
          .extracting(e -> e.documentId())
          .doesNotHaveDuplicates()
          .hasSize(2);
      assertThat(late.of(id).getFirst().newCodes()).isEmpty();
    });
  }

  @Test
  void aCodeThatTheChartHadIsNoAcceptanceOfItsSuggestion() {
    asCoder(() -> {
      var id = visit("Assessment:\n1. Knee pain\n");
      codes.addWithReason(id, CodeSystem.ICD10CM, "I5022", "Told by the cardiologist");
      int before = offered("I5022");

      comes(id, "Assessment:\n1. Chronic systolic heart failure\n");

      assertThat(suggestion(id, "I5022").decision()).isEqualTo(Decision.ACCEPTED);
      assertThat(offered("I5022")).isEqualTo(before);
    });
  }

  private int offered(String code) {
    return noise.of(null, null, null).stream()
        .filter(n -> n.code().equals(code))
        .mapToInt(Noise::offered)
        .sum();
  }

  @Test
  void aStayIsNotFinalWithoutWhatWasPresentOnAdmissionUnlessTheHospitalIsExempt() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          long chart = Undone.chart("INPATIENT", "Q-2", LocalDate.of(2026, 3, 2));
          var id = encounters.numbered("Q-2").orElseThrow().id();
          jdbc.sql(
                  """
                  insert into chart_code (chart_id, position, code_system, code, title, reason, added_by)
                  values (:chart, 1, 'ICD10CM', 'I5022', 'x', 'seen', 'casey'),
                    (:chart, 2, 'ICD10CM', 'Z7901', 'x', 'seen', 'casey')
                  """)
              .param("chart", chart)
              .update();
          assertThat(missing(id)).containsExactly("ERROR I50.22");

          reporting.exempt("Critical access hospital");
          assertThat(missing(id)).isEmpty();
          reporting.report();
          assertThat(missing(id)).hasSize(1);
        });
  }

  private List<String> missing(EncounterId id) {
    return finalizing.standing(charts.get(id)).stream()
        .filter(f -> f.rule().value().equals("CHART-POA-MISSING"))
        .map(f -> f.severity() + " " + f.message().substring(0, f.message().indexOf(' ')))
        .toList();
  }
}
