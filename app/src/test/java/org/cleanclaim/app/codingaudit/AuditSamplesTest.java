package org.cleanclaim.app.codingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cleanclaim.app.codingaudit.AuditedMonth.SERVER;
import static org.cleanclaim.app.codingaudit.AuditedMonth.again;
import static org.cleanclaim.app.codingaudit.AuditedMonth.as;
import static org.cleanclaim.app.codingaudit.AuditedMonth.audits;
import static org.cleanclaim.app.codingaudit.AuditedMonth.chartCodes;
import static org.cleanclaim.app.codingaudit.AuditedMonth.charts;
import static org.cleanclaim.app.codingaudit.AuditedMonth.desk;
import static org.cleanclaim.app.codingaudit.AuditedMonth.drawn;
import static org.cleanclaim.app.codingaudit.AuditedMonth.jdbc;
import static org.cleanclaim.app.codingaudit.AuditedMonth.plan;
import static org.cleanclaim.app.codingaudit.AuditedMonth.reopening;
import static org.cleanclaim.app.codingaudit.AuditedMonth.undone;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingaudit.AuditPlan.Mode;
import org.junit.jupiter.api.Test;

/// Which charts an audit draws, and that they stay as they were drawn.
class AuditSamplesTest {
  @Test
  void aSampleIsFrozenAndCanBeDrawnAgain() {
    undone(() -> {
      int free = free();
      var audit = audits.plan(plan(Mode.BLIND, 5, AuditCriteria.NONE));

      assertThat(audit.charts()).isEqualTo(5);
      assertThat(audit.isProven()).isTrue();
      assertThat(audit.draws().getFirst().population()).hasSize(free).doesNotContain("E06");
      assertThat(charts.ofAudit(audit))
          .extracting(AuditedChart::visitNumber)
          .containsExactlyInAnyOrderElementsOf(audit.draws().getFirst().drawn());
      assertThat(charts.ofAudit(audit))
          .allSatisfy(c -> {
            assertThat(c.coded().coder()).isEqualTo("casey");
            assertThat(c.coded().diagnoses()).isNotEmpty();
            assertThat(c.coded().people()).contains("bill");
          });
      assertThat(SERVER.bean(AuditTrail.class).latest(null, 1).getFirst().action())
          .isEqualTo("planned coding audit");
    });
  }

  /// Of the 38 charts of the month, those that no audit has drawn.
  private int free() {
    return 38 - audits.all().stream().mapToInt(CodingAudit::charts).sum();
  }

  private List<AuditedChart> chosen(AuditCriteria criteria) {
    var chosen = new ArrayList<AuditedChart>();
    undone(() -> chosen.addAll(charts.ofAudit(audits.plan(plan(Mode.BLIND, 50, criteria)))));
    assertThat(chosen).isNotEmpty();
    return chosen;
  }

  @Test
  void criteriaChooseTheCharts() {
    assertThat(chosen(new AuditCriteria("F33", null, null, null, null, null)))
        .extracting(AuditedChart::visitNumber)
        .containsExactly("E07", "E27");
    assertThat(chosen(new AuditCriteria("20610", null, null, null, null, null)))
        .allSatisfy(c -> assertThat(c.coded().procedureLines()).contains("20610"));
    assertThat(chosen(new AuditCriteria(null, "EMERGENCY", null, null, null, null))).hasSize(2);
    assertThat(chosen(new AuditCriteria(null, null, null, new BigDecimal("300"), null, null)))
        .allSatisfy(c -> assertThat(c.charge().cents()).isGreaterThan(30_000));
    assertThat(chosen(new AuditCriteria(null, null, "lakeland", null, 1, null)))
        .allSatisfy(c -> assertThat(c.payer()).isEqualTo("Lakeland PPO"));
    assertThat(chosen(new AuditCriteria(null, null, null, null, null, LocalDate.of(2022, 2, 14))))
        .hasSize(SERVER.inPractice(this::free));
  }

  @Test
  void anEmptySampleIsRefusedAndNothingKept() {
    undone(() -> {
      int before = audits.all().size();
      for (var criteria :
          List.of(
              new AuditCriteria("Q999", null, null, null, null, null),
              new AuditCriteria(null, null, null, null, null, LocalDate.of(2026, 1, 1)))) {
        assertThatThrownBy(() -> audits.plan(plan(Mode.BLIND, 5, criteria)))
            .isInstanceOf(AuditRefusal.class)
            .hasMessageContaining("Widen the period");
      }
      assertThat(audits.all()).hasSize(before);
    });
  }

  @Test
  void aChartOpenedAgainIsAuditedAsItWasDrawn() {
    undone(() -> {
      var chart = drawn(Mode.BLIND);
      assertThat(charts.isChangedSince(chart)).isFalse();
      SERVER.inPractice(() -> {
        reopening.reopen(chart.encounterId(), "a look back");
        chartCodes.addWithReason(
            chart.encounterId(),
            org.cleanclaim.kernel.code.CodeSystem.ICD10CM,
            "N1831",
            "found later");
        return true;
      });

      assertThat(charts.isChangedSince(again(chart))).isTrue();
      assertThat(again(chart).coded()).isEqualTo(chart.coded());
      as(
          "audra",
          Role.AUDITOR,
          () ->
              assertThat(
                      desk.code(
                          chart.publicId(),
                          chart.coded().diagnosisLines(),
                          chart.coded().procedureLines()))
                  .isEmpty());
      assertThat(again(chart).differences()).isEmpty();
    });
  }

  @Test
  void theDatabaseKeepsWhatIsFrozen() {
    undone(() -> {
      var chart = drawn(Mode.BLIND);
      assertThatThrownBy(() ->
              jdbc.sql(
                      "update coding_audit_chart set coded = '{}' where coding_audit_chart_id ="
                          + " :id")
                  .param("id", chart.id())
                  .update())
          .hasMessageContaining("stays");
    });
  }
}
