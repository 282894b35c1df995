package org.cleanclaim.app.codingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cleanclaim.app.codingaudit.AuditedMonth.DAY;
import static org.cleanclaim.app.codingaudit.AuditedMonth.SERVER;
import static org.cleanclaim.app.codingaudit.AuditedMonth.again;
import static org.cleanclaim.app.codingaudit.AuditedMonth.as;
import static org.cleanclaim.app.codingaudit.AuditedMonth.desk;
import static org.cleanclaim.app.codingaudit.AuditedMonth.drawn;
import static org.cleanclaim.app.codingaudit.AuditedMonth.undone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.codingaudit.AuditDifference.Decision;
import org.cleanclaim.app.codingaudit.AuditPlan.Mode;
import org.cleanclaim.app.codingaudit.AuditedChart.Status;
import org.cleanclaim.app.codingaudit.CodingAccuracy.Asked;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.staff.StaffEntry;
import org.junit.jupiter.api.Test;

/// What coders answer, what is decided, and what it comes to.
class AuditAnswersTest {
  private final AuditAnswers answers = SERVER.bean(AuditAnswers.class);
  private final CodingAccuracy accuracy = SERVER.bean(CodingAccuracy.class);

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
            assertThat(accuracy.mine(LocalDate.of(2020, 1, 1)).all())
                .isEqualTo(CodingAccuracy.sum(accuracy.scores(casey)));
            assertThat(accuracy.mine(LocalDate.of(2040, 1, 1)).isFine()).isTrue();
            assertThat(chart.accountNumber()).isNotBlank();
            assertThatThrownBy(() -> accuracy.scores(Asked.ALL))
                .isInstanceOf(AccessDeniedForActor.class);
            assertThatThrownBy(() -> accuracy.scores(new Asked("bill", null, null, null, null)))
                .isInstanceOf(AccessDeniedForActor.class);
          });
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
}
