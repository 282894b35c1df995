package org.cleanclaim.app.codingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cleanclaim.app.codingaudit.AuditedMonth.DAY;
import static org.cleanclaim.app.codingaudit.AuditedMonth.SERVER;
import static org.cleanclaim.app.codingaudit.AuditedMonth.again;
import static org.cleanclaim.app.codingaudit.AuditedMonth.as;
import static org.cleanclaim.app.codingaudit.AuditedMonth.chartCodes;
import static org.cleanclaim.app.codingaudit.AuditedMonth.charts;
import static org.cleanclaim.app.codingaudit.AuditedMonth.desk;
import static org.cleanclaim.app.codingaudit.AuditedMonth.drawn;
import static org.cleanclaim.app.codingaudit.AuditedMonth.jdbc;
import static org.cleanclaim.app.codingaudit.AuditedMonth.reopening;
import static org.cleanclaim.app.codingaudit.AuditedMonth.undone;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.codingaudit.AuditPlan.Mode;
import org.cleanclaim.app.codingaudit.AuditedChart.Status;
import org.cleanclaim.app.codingaudit.ReviewedCode.Opinion;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.junit.jupiter.api.Test;

/// What an auditor codes again or reviews, and what differs.
class AuditedCodingTest {
  @Test
  void aBlindRecodeLikeTheCodersIsHundredPercentAndClosed() {
    undone(() -> {
      var chart = drawn(Mode.BLIND);
      as(
          "audra",
          Role.AUDITOR,
          () -> {
            assertThat(
                    desk.code(
                        chart.publicId(),
                        chart.coded().diagnosisLines(),
                        chart.coded().procedureLines()))
                .isEmpty();
            desk.release(chart.publicId());
          });

      assertThat(again(chart).status()).isEqualTo(Status.CLOSED);
      assertThat(again(chart).tally().percent()).contains(new BigDecimal("100.0"));
    });
  }

  @Test
  void theSightOfTheCodesWaitsForTheBlindCoding() {
    undone(() -> {
      var chart = drawn(Mode.BLIND);
      as(
          "audra",
          Role.AUDITOR,
          () -> {
            assertThatThrownBy(() -> charts.requireSight(chart.encounterId()))
                .isInstanceOf(AuditRefusal.class);
            assertThat(desk.code(chart.publicId(), "E11.9", "")).isEmpty();
            charts.requireSight(chart.encounterId());
          });
      as("casey", Role.CODER, () -> charts.requireSight(chart.encounterId()));
    });
  }

  @Test
  void linesThatCannotBeReadKeepNothing() {
    undone(() -> {
      var chart = drawn(Mode.BLIND);
      as(
          "audra",
          Role.AUDITOR,
          () -> {
            assertThat(
                    desk.code(
                        chart.publicId(), "E11.9\nZZZ\nI10 X\nI10 Y N", "99213 255\n9921\n-;-"))
                .hasSize(5)
                .anySatisfy(p -> assertThat(p).contains("ZZZ", "no ICD-10-CM code"));
            assertThat(desk.code(chart.publicId(), " \n", "")).hasSize(1);
            assertThat(desk.code(chart.publicId(), "I10\nE11.9\nI10", "99213 25\n99213\n99213"))
                .hasSize(2)
                .allSatisfy(p -> assertThat(p).contains("stands there twice"));
            assertThat(again(chart).status()).isEqualTo(Status.WAITING);
          });
    });
  }

  @Test
  void nobodyAuditsTheirOwnCoding() {
    undone(() -> {
      var chart = drawn(Mode.BLIND);
      var both = EnumSet.of(Role.CODER, Role.AUDITOR);
      for (String own : List.of("casey", "bill")) {
        assertThatThrownBy(() -> as(DAY, own, both, () -> desk.code(chart.publicId(), "I10", "")))
            .isInstanceOf(AuditRefusal.class);
      }
      assertThatThrownBy(() ->
              as(
                  DAY,
                  "mara",
                  EnumSet.of(Role.MANAGER),
                  () -> desk.code(chart.publicId(), "I10", "")))
          .isInstanceOf(AccessDeniedForActor.class);
      assertThat(again(chart).status()).isEqualTo(Status.WAITING);
    });
  }

  @Test
  void anOpenReviewTakesAWordOnEveryCode() {
    undone(() -> {
      var chart = drawn(Mode.REVIEW);
      var said = new ArrayList<ReviewedCode>();
      chart
          .coded()
          .diagnoses()
          .forEach(d ->
              said.add(
                  d.code().equals("E785")
                      ? new ReviewedCode(d.line(), Opinion.DISAGREE, "E78.2", "The note says mixed")
                      : new ReviewedCode(d.line().replace(".", ""), Opinion.AGREE, null, null)));
      as(
          "audra",
          Role.AUDITOR,
          () -> {
            assertThatThrownBy(() -> desk.review(chart.publicId(), said, "", "", ""))
                .hasMessageContaining("whether it stands");
            chart
                .coded()
                .procedures()
                .forEach(p -> said.add(new ReviewedCode(p.line(), Opinion.AGREE, null, null)));
            assertThat(desk.review(chart.publicId(), said, "M81.0", "", "")).hasSize(1);
            assertThat(desk.review(chart.publicId(), said, "I10", "N18.31", "")).isEmpty();
          });

      var audited = again(chart);
      assertThat(audited.differences())
          .extracting(d -> d.mark().element(), d -> d.mark().kind(), AuditDifference::reason)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(Element.PRINCIPAL, Mark.Kind.RESEQUENCED, null),
              org.assertj.core.groups.Tuple.tuple(
                  Element.SECONDARY, Mark.Kind.CHANGED, "The note says mixed"),
              org.assertj.core.groups.Tuple.tuple(Element.SECONDARY, Mark.Kind.ADDED, null));
      assertThatThrownBy(() -> new ReviewedCode("I10", Opinion.DISAGREE, null, " "))
          .isInstanceOf(AuditRefusal.class);
    });
  }

  @Test
  void inpatientDiagnosesCarryPresentOnAdmissionIntoTheAudit() {
    undone(() -> {
      long id =
          jdbc.sql("select encounter_id from encounter where visit_number = 'E01'")
              .query(Long.class)
              .single();
      var encounter = new EncounterId(id);
      SERVER.inPractice(() -> {
        reopening.reopen(encounter, "a look back");
        assertThatThrownBy(() -> chartCodes.presentOnAdmission(encounter, new Icd10Cm("I10"), "Y"))
            .hasMessageContaining("Only inpatient");
        jdbc.sql("update encounter set setting = 'INPATIENT' where encounter_id = :id")
            .param("id", id)
            .update();
        assertThatThrownBy(() -> chartCodes.presentOnAdmission(encounter, new Icd10Cm("I10"), "1"))
            .hasMessageContaining("Y, N, U or W");
        chartCodes.presentOnAdmission(encounter, new Icd10Cm("I10"), "Y");
        jdbc.sql(
                "update chart set status = 'FINAL_CODED', version = version + 1 where encounter_id"
                    + " = :id")
            .param("id", id)
            .update();
        return true;
      });
      var chart = drawn(Mode.BLIND);
      as(
          "audra",
          Role.AUDITOR,
          () ->
              assertThat(
                      desk.code(
                          chart.publicId(),
                          chart.coded().diagnosisLines().replace("I10 Y", "I10 N"),
                          chart.coded().procedureLines()))
                  .isEmpty());

      assertThat(again(chart).tally(Element.POA)).isEqualTo(new Tally(0, 1, 0));
      assertThat(again(chart).differences().getFirst().topic())
          .isEqualTo(Topic.ADMISSION_INDICATOR);
    });
  }
}
