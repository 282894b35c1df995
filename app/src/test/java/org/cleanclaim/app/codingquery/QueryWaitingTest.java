package org.cleanclaim.app.codingquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.chart.FinalizeResult;
import org.cleanclaim.app.chart.PendingReason;
import org.cleanclaim.app.codingquery.CodingQuery.Effect;
import org.cleanclaim.app.codingquery.CodingQuery.Outcome;
import org.cleanclaim.app.codingquery.CodingQuery.Status;
import org.cleanclaim.app.codingquery.QueryList.Filter;
import org.cleanclaim.app.codingquery.QueryList.Sort;
import org.cleanclaim.app.codingqueue.QueueCriteria;
import org.cleanclaim.app.codingqueue.QueueOrder;
import org.cleanclaim.app.codingqueue.WorkFilter;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.coding.query.QueryTemplate;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;

/// Charts that wait for an answer, and the clock.
class QueryWaitingTest extends QueryScene {
  @Test
  void theClockRunsByTheRuleOfTheKindOfVisitInBusinessDays() {
    asCoder(() -> {
      assertThat(sent().dueOn()).isEqualTo(LocalDate.of(2026, 4, 21)); // three, over a weekend
      Undone.then(
          "mara",
          Role.MANAGER,
          () -> {
            settings.set(new QueryDeadline("OUTPATIENT", 1, 1, "Dr. Chief"));
            return true;
          });
      var query = sent();

      assertThat(query.dueOn()).isEqualTo(LocalDate.of(2026, 4, 17));
      assertThat(query.escalateOn()).isEqualTo(LocalDate.of(2026, 4, 20));
      assertThat(query.escalateTo()).isEqualTo("Dr. Chief");
      assertThat(escalation.escalateDue()).isZero();
      Undone.on(
          LocalDate.of(2026, 4, 20),
          () -> {
            assertThat(list.rows(new Filter("OVERDUE", "", ""), Sort.DUE, 1).rows()).hasSize(1);
            assertThat(escalation.escalateDue()).isEqualTo(1);
            assertThat(escalation.escalateDue()).isZero();
            assertThat(escalation.notices(query))
                .extracting(QueryNotice::told)
                .containsExactly("Dr. Chief", "casey");
            assertThat(escalation.notices(query).getFirst().why()).contains("2026-04-17");
            assertThat(list.rows(new Filter("ESCALATED", "", ""), Sort.DUE, 1).rows())
                .extracting(QueryList.Row::escalateTo)
                .containsExactly("Dr. Chief");
            assertThat(clock(query).owner()).isEqualTo("Dr. Chief");
            assertThat(clock(query).dueOn()).isEqualTo(query.dueOn());
            assertThat(escalation.open()).isEqualTo(1);
            asProvider(() -> answers.answer(query.publicId(), null, "So it is."));
            assertThat(clock(query).state()).isEqualTo(Clock.State.MET);
            assertThat(clock(query).stoppedOn()).isEqualTo(LocalDate.of(2026, 4, 20));
            assertThat(escalation.open()).isZero();
            return true;
          });
      assertThatThrownBy(() -> settings.set(new QueryDeadline("OUTPATIENT", 1, 1, "me")))
          .isInstanceOf(AccessDeniedForActor.class);
    });
  }

  @Test
  void anOpenQueryKeepsTheChartFromBeingFinalUntilItIsClosedOrOverridden() {
    asCoder(() -> {
      reopening.reopen(visit().id(), "A question is open");
      var query = sent();
      var stopped = finalizing.finalizeCodes(visit().id());
      assertThat(stopped).isInstanceOf(FinalizeResult.Stopped.class);
      assertThat(((FinalizeResult.Stopped) stopped).findings())
          .extracting(f -> f.rule().value())
          .contains("QUERY-OPEN");

      assertThatThrownBy(() -> desk.override(query.publicId(), " "))
          .isInstanceOf(QueryRefusal.class);
      desk.override(query.publicId(), "The claim has to go; the answer changes no code");

      assertThat(finalizing.finalizeCodes(visit().id()))
          .isInstanceOf(FinalizeResult.Finalized.class);
    });
  }

  @Test
  void aChartThatWaitsForAnAnswerIsNotTheNextOneUntilItIsThere() {
    asCoder(() -> {
      reopening.reopen(visit().id(), "A question is open");
      chartCodes.addWithReason(visit().id(), CodeSystem.ICD10CM, "Z7901", "Begun");
      assertThat(queue.next().orElseThrow().visitNumber()).isEqualTo("E05");
      var query = sent();
      assertThat(queue.next()).isEmpty();
      asProvider(() -> answers.answer(query.publicId(), null, "So it is."));
      assertThat(queue.next().orElseThrow().visitNumber()).isEqualTo("E05");
    });
  }

  @Test
  void aChartWithASentQueryWaitsForItsAnswer() {
    asCoder(() -> {
      reopening.reopen(visit().id(), "A question is open");
      var query = sent();

      assertThat(waiting.open(PendingReason.QUERY, 1).rows())
          .filteredOn(w -> query.publicId().equals(w.query()))
          .singleElement()
          .satisfies(w -> {
            assertThat(w.visitNumber()).isEqualTo("E05");
            assertThat(w.followUpOn()).isEqualTo(query.dueOn());
          });
      assertThat(
              queues
                  .charts(
                      QueueCriteria.ALL,
                      QueueOrder.OLDEST_SERVICE,
                      new WorkFilter("E05", null, null),
                      1)
                  .rows())
          .singleElement()
          .satisfies(row -> {
            assertThat(row.pending()).containsExactly("QUERY");
            assertThat(row.followUpOn()).isEqualTo(query.dueOn());
          });
      assertThat(day.counts().answered()).isZero();
      asProvider(() -> answers.answer(query.publicId(), null, "So it is."));
      assertThat(day.counts().answered()).isEqualTo(1);
    });
  }

  @Test
  void leaveToGoOnWithoutAnAnswerEndsWhenTheAnswerComes() {
    asCoder(() -> {
      reopening.reopen(visit().id(), "A question is open");
      var query = sent();
      assertThatThrownBy(() -> desk.override(query.publicId(), "."))
          .isInstanceOf(QueryRefusal.class);
      desk.override(query.publicId(), "The provider is on leave");

      Undone.on(
          THURSDAY.plusDays(1),
          () -> {
            asProvider(() -> answers.answer(query.publicId(), null, "Secondary hypertension."));
            assertThat(finalizing.standing(charts.get(visit().id())))
                .extracting(f -> f.rule().value())
                .contains("QUERY-NOT-CLOSED");

            assertThatThrownBy(() -> desk.override(query.publicId(), "It changes no code"))
                .hasMessageContaining("close the query");
            desk.close(query.publicId(), Outcome.DISAGREED, Effect.NONE, null);
            assertThat(finalizing.standing(charts.get(visit().id())))
                .extracting(f -> f.rule().value())
                .doesNotContain("QUERY-NOT-CLOSED");
            return true;
          });
    });
  }

  @Test
  void nobodyHasFailedToAnswerBeforeTheDayOfTheAnswerIsOver() {
    asCoder(() -> {
      var query = sent(about(QueryTemplate.OPEN));
      var id = query.publicId();

      assertThatThrownBy(() -> desk.close(id, Outcome.NO_ANSWER, Effect.NONE, null))
          .hasMessageContaining("has until 2026-04-21 to answer");
      Undone.on(
          LocalDate.of(2026, 4, 22),
          () -> {
            assertThat(desk.close(id, Outcome.NO_ANSWER, Effect.NONE, null).status())
                .isEqualTo(Status.CLOSED);
            return true;
          });
    });
  }

  @Test
  void aCodeThatIsSaidToBeTakenOutHasLeftTheChart() {
    asCoder(() -> {
      reopening.reopen(visit().id(), "A question is open");
      var query = sent(about(QueryTemplate.OPEN));
      asProvider(() -> answers.answer(query.publicId(), null, "No hypertension any longer."));

      assertThatThrownBy(() -> taken(query, "I10 taken out"))
          .hasMessageContaining("names no code that has left the chart");
      assertThatThrownBy(() -> taken(query, "it was taken out"))
          .hasMessageContaining("names no code that has left the chart");
      chartCodes.remove(visit().id(), CodeSystem.ICD10CM, "I10", "As answered");

      assertThat(taken(query, "I10 taken out").status()).isEqualTo(Status.CLOSED);
    });
  }

  private CodingQuery taken(CodingQuery query, String text) {
    return desk.close(query.publicId(), Outcome.AGREED, Effect.CODE_REMOVED, text);
  }
}
