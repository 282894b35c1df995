package org.cleanclaim.app.codingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.ChartCodes;
import org.cleanclaim.app.chart.ChartReopening;
import org.cleanclaim.app.codingaudit.AuditDifference.Decision;
import org.cleanclaim.app.codingaudit.AuditPlan.Mode;
import org.cleanclaim.app.codingaudit.AuditedChart.Status;
import org.cleanclaim.app.codingaudit.CodingAccuracy.Asked;
import org.cleanclaim.app.codingaudit.ReviewedCode.Opinion;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.staff.StaffEntry;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Audits of the demo month's charts; every test leaves nothing behind.
class CodingAuditsTest {
  private static final DemoServer SERVER = DemoServer.shared();
  private static final Instant DAY = Instant.parse("2026-04-21T15:00:00Z");

  private final CodingAudits audits = SERVER.bean(CodingAudits.class);
  private final AuditedCharts charts = SERVER.bean(AuditedCharts.class);
  private final AuditDesk desk = SERVER.bean(AuditDesk.class);
  private final AuditAnswers answers = SERVER.bean(AuditAnswers.class);
  private final CodingAccuracy accuracy = SERVER.bean(CodingAccuracy.class);
  private final ChartReopening reopening = SERVER.bean(ChartReopening.class);
  private final ChartCodes chartCodes = SERVER.bean(ChartCodes.class);
  private final JdbcClient jdbc = SERVER.bean(JdbcClient.class);

  private static void undone(Runnable work) {
    as(
        DAY,
        "mara",
        Set.of(Role.MANAGER),
        () ->
            new TransactionTemplate(SERVER.bean(PlatformTransactionManager.class))
                .execute(status -> {
                  status.setRollbackOnly();
                  work.run();
                  return true;
                }));
  }

  private static <T> T as(
      Instant when,
      String user,
      Set<Role> roles,
      ScopedValue.CallableOp<T, RuntimeException> work) {
    long organization = SERVER.bean(Organizations.class).all().getFirst().id();
    return Acting.as(
        new Actor(organization, user, roles, false), Clock.fixed(when, ZoneOffset.UTC), work);
  }

  private static void as(String user, Role role, Runnable work) {
    as(
        DAY,
        user,
        EnumSet.of(role),
        () -> {
          work.run();
          return true;
        });
  }

  private static AuditPlan plan(Mode mode, int charts, AuditCriteria criteria) {
    return new AuditPlan(
        "Test",
        LocalDate.of(2026, 3, 1),
        LocalDate.of(2026, 3, 31),
        List.of("casey"),
        mode,
        new Sample(11, new Sample.Size.Count(charts)),
        criteria,
        AuditPlan.USUAL_GOAL);
  }

  /// One chart of a visit that the demo's own audit has not drawn.
  private AuditedChart drawn(Mode mode) {
    var audit =
        audits.plan(plan(mode, 1, new AuditCriteria("E1142", null, null, null, null, null)));
    return charts.ofAudit(audit).getFirst();
  }

  private AuditedChart again(AuditedChart chart) {
    return charts.visible(chart.publicId());
  }

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

  /// The auditor's coding of E01: what the coder has, one diagnosis more and one less.
  private AuditedChart given(AuditedChart chart) {
    var diagnoses = new ArrayList<>(chart.coded().diagnosisLines().lines().toList());
    diagnoses.remove("Z79.84");
    diagnoses.add("N18.31");
    as(
        "audra",
        Role.AUDITOR,
        () -> {
          assertThat(
                  desk.code(
                      chart.publicId(),
                      String.join("\n", diagnoses),
                      chart.coded().procedureLines()))
              .isEmpty();
          assertThatThrownBy(() -> desk.release(chart.publicId())).hasMessageContaining("reason");
          for (AuditDifference difference : again(chart).differences()) {
            desk.explain(difference.publicId(), "Because", difference.topic());
          }
          desk.release(chart.publicId());
        });
    return again(chart);
  }

  @Test
  void theFinalDecisionCounts() {
    undone(() -> {
      var chart = given(drawn(Mode.BLIND));
      assertThat(chart.tally(Element.SECONDARY)).isEqualTo(new Tally(2, 1, 1));
      assertThat(chart.status()).isEqualTo(Status.WITH_CODER);
      var removed = chart.differences().getFirst();
      var added = chart.differences().getLast();
      assertThat(removed.topic()).isEqualTo(Topic.UNSUPPORTED);
      assertThat(added.topic()).isEqualTo(Topic.MISSED_CONDITION);

      as(
          "bill",
          Role.BILLER,
          () ->
              assertThatThrownBy(() -> answers.accept(added.publicId()))
                  .isInstanceOf(AccessDeniedForActor.class));
      as(
          "casey",
          Role.CODER,
          () -> {
            assertThatThrownBy(() -> answers.rebut(removed.publicId(), "It is there", " "))
                .hasMessageContaining("reference");
            answers.accept(added.publicId());
            answers.rebut(removed.publicId(), "It is there", "Guidelines IV.J");
            assertThatThrownBy(() -> answers.accept(removed.publicId()))
                .hasMessageContaining("no answer any more");
          });
      assertThat(again(chart).status()).isEqualTo(Status.TO_DECIDE);
      as(
          "audra",
          Role.AUDITOR,
          () -> {
            assertThatThrownBy(() -> desk.decide(added.publicId(), Decision.UPHELD, "x"))
                .hasMessageContaining("Only a rebuttal");
            desk.decide(removed.publicId(), Decision.OVERTURNED, "Right");
          });

      var closed = again(chart);
      assertThat(closed.status()).isEqualTo(Status.CLOSED);
      assertThat(closed.tally(Element.SECONDARY)).isEqualTo(new Tally(3, 0, 1));
      assertThatThrownBy(() ->
              as(
                  DAY,
                  "audra",
                  EnumSet.of(Role.AUDITOR),
                  () -> desk.code(chart.publicId(), "I10", "")))
          .isInstanceOf(AuditRefusal.class);
    });
  }

  @Test
  void accuracyAddsUpWhatClosedChartsComeTo() {
    undone(() -> {
      var before = CodingAccuracy.sum(accuracy.scores(new Asked("casey", null, null, null, null)));
      var chart = given(drawn(Mode.BLIND));
      assertThat(CodingAccuracy.sum(accuracy.scores(new Asked("casey", null, null, null, null))))
          .isEqualTo(before);
      as("casey", Role.CODER, () -> chart.differences().forEach(d -> answers.accept(d.publicId())));

      var casey = new Asked("casey", null, null, null, null);
      // E01: principal 1, secondary 2 of 4; procedures are the biller's.
      assertThat(CodingAccuracy.sum(accuracy.scores(casey)))
          .isEqualTo(before.plus(new Tally(3, 1, 1)));
      assertThat(accuracy.topics(casey))
          .filteredOn(t -> t.topic() == Topic.UNSUPPORTED)
          .singleElement()
          .satisfies(t -> assertThat(t.standing()).isEqualTo(1));
      as(
          "casey",
          Role.CODER,
          () -> {
            assertThat(accuracy.scores(casey)).isNotEmpty();
            assertThatThrownBy(() -> accuracy.scores(Asked.ALL))
                .isInstanceOf(AccessDeniedForActor.class);
            assertThatThrownBy(() -> accuracy.scores(new Asked("bill", null, null, null, null)))
                .isInstanceOf(AccessDeniedForActor.class);
          });
    });
  }

  @Test
  void aChartOpenedAgainIsAuditedAsItWasDrawn() {
    undone(() -> {
      var chart = drawn(Mode.BLIND);
      assertThat(charts.isChangedSince(chart)).isFalse();
      SERVER.inPractice(() -> {
        reopening.reopen(chart.encounterId(), "test");
        chartCodes.addWithReason(
            chart.encounterId(), org.cleanclaim.kernel.code.CodeSystem.ICD10CM, "N1831", "test");
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

  @Test
  void theAnswerOfSomebodyWhoHasLeftIsNotWaitedFor() {
    undone(() -> {
      var chart = given(drawn(Mode.BLIND));
      as(
          "audra",
          Role.AUDITOR,
          () ->
              assertThatThrownBy(() -> desk.closeUnanswered(chart.publicId(), "no answer"))
                  .hasMessageContaining("14 days"));
      var staff = SERVER.bean(Staff.class);
      var casey = staff.ofUser("casey").orElseThrow();
      staff.change(
          casey,
          new StaffEntry(
              casey.name(),
              casey.position(),
              casey.state(),
              casey.hoursPerWeek(),
              casey.employedFrom(),
              LocalDate.of(2026, 4, 20)));
      as("audra", Role.AUDITOR, () -> desk.closeUnanswered(chart.publicId(), "has left"));

      assertThat(again(chart).status()).isEqualTo(Status.CLOSED);
      assertThat(again(chart).differences())
          .extracting(AuditDifference::decision)
          .containsOnly(Decision.UPHELD);
    });
  }

  @Test
  void afterTheDaysForTheAnswerItIsClosedWithoutOne() {
    undone(() -> {
      var chart = given(drawn(Mode.BLIND));
      var auditor = EnumSet.of(Role.AUDITOR);
      var early = DAY.plus(java.time.Duration.ofDays(14)).minusSeconds(1);
      assertThatThrownBy(() ->
              as(
                  early,
                  "audra",
                  auditor,
                  () -> {
                    desk.closeUnanswered(chart.publicId(), "late");
                    return true;
                  }))
          .isInstanceOf(AuditRefusal.class);
      as(
          early.plusSeconds(1),
          "audra",
          auditor,
          () -> {
            desk.closeUnanswered(chart.publicId(), "late");
            return true;
          });

      assertThat(again(chart).status()).isEqualTo(Status.CLOSED);
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
                      : new ReviewedCode(d.line(), Opinion.AGREE, null, null)));
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
        reopening.reopen(encounter, "test");
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
