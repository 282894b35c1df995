package org.cleanclaim.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.computed.ComputedChart.Outcome;
import org.cleanclaim.app.computed.ComputedCharts;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.kernel.Finding;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Charts with documents that the engine cannot read.
class UnreadDocumentTest {
  private final ChartOpening opening = Undone.SERVER.bean(ChartOpening.class);
  private final Charts charts = Undone.SERVER.bean(Charts.class);
  private final LateDocuments late = Undone.SERVER.bean(LateDocuments.class);
  private final FailedReadings failures = Undone.SERVER.bean(FailedReadings.class);
  private final ComputedCharts computed = Undone.SERVER.bean(ComputedCharts.class);
  private final Encounters encounters = Undone.SERVER.bean(Encounters.class);

  /// An engine that breaks off at every document.
  private static final class Failing extends CodingEngines {
    Failing() {
      super(Undone.SERVER.bean(CodeSets.class));
    }

    @Override
    CodingEngine asOf(LocalDate servedOn) {
      throw new IllegalStateException("of a note");
    }
  }

  private static ChartSuggestions failing() {
    return new ChartSuggestions(
        Undone.SERVER.bean(JdbcClient.class),
        Undone.SERVER.bean(JsonColumns.class),
        Undone.SERVER.bean(Patients.class),
        new Failing(),
        Undone.SERVER.bean(SuggestionList.class),
        Undone.SERVER.bean(ServiceReading.class),
        Undone.SERVER.bean(ChartServices.class),
        Undone.SERVER.bean(FailedReadings.class),
        Undone.SERVER.bean(Clock.class));
  }

  private EncounterId visit(LocalDate servedOn) {
    Undone.chart("OUTPATIENT", "U-1", servedOn);
    var id = encounters.numbered("U-1").orElseThrow().id();
    encounters.document(id, "Office note", "Assessment:\n1. Heart failure\n");
    return id;
  }

  @Test
  void aDocumentThatTheEngineFailsOnIsToldOnItsChart() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          var id = visit(LocalDate.of(2026, 3, 2));
          var encounter = encounters.get(id);
          var document = encounters.documents(id).getFirst();
          long chart = charts.get(id).id();
          late.note(chart, document.id(), false);

          assertThat(failing().suggest(chart, encounter, document, true)).isEmpty();

          assertThat(failures.stops(id))
              .extracting(Finding::message)
              .containsExactly(
                  "The program failed on this document (IllegalStateException); no codes are"
                      + " proposed from it.");
          assertThat(failing().proposal(encounter, document)).isEmpty();
        });
  }

  @Test
  void aVisitBeforeAllListsHasNoLevelAndSaysWhy() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          var id = visit(LocalDate.of(2014, 5, 10));
          opening.open(id);

          var chart = computed.of(charts.get(id));

          assertThat(chart.outcome())
              .isEqualTo(new Outcome.Visit(List.of(), List.of("Office note")));
          assertThat(chart.findings())
              .extracting(f -> f.rule().value())
              .contains("CHART-NO-EDITION");
        });
  }
}
