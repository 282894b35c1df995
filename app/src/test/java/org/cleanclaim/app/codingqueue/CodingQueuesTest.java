package org.cleanclaim.app.codingqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.charge;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.document;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.jdbc;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.queue;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.queues;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.visits;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.waiting;

import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.staff.StaffRefusal;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// Which charts a queue holds, and who gets the next.
class CodingQueuesTest {
  private static QueueCriteria settings(String... settings) {
    return new QueueCriteria(
        List.of(settings), null, null, null, null, null, null, null, null, null, null);
  }

  @Test
  void aQueueHoldsWhatFitsAllItsCriteriaInItsOrder() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          waiting();
          charge("Q-2", "900.00");
          document("Q-1", "Operative report");
          assertThat(visits(queue(settings("EMERGENCY"), QueueOrder.OLDEST_SERVICE)))
              .containsExactly("Q-1", "Q-2");
          assertThat(visits(queue(settings("EMERGENCY"), QueueOrder.NEWEST_SERVICE)))
              .containsExactly("Q-2", "Q-1");
          assertThat(visits(queue(QueueCriteria.ALL, QueueOrder.HIGHEST_CHARGE)).getFirst())
              .isEqualTo("Q-2");
          var dear =
              new QueueCriteria(
                  null, null, null, null, null, null, null, Money.of("500"), null, null, null);
          assertThat(visits(queue(dear, QueueOrder.OLDEST_SERVICE))).containsExactly("Q-2");
          var operated =
              new QueueCriteria(
                  null, null, null, null, null, null, null, null, null, List.of("operative"), null);
          assertThat(visits(queue(operated, QueueOrder.OLDEST_SERVICE))).containsExactly("Q-1");
        });
  }

  @Test
  void payerClassSpecialtyAndAgeAreAskedForToo() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          waiting();
          var specialty =
              jdbc.sql("select specialty from encounter where visit_number = 'Q-1'")
                  .query(String.class)
                  .single();
          var fits =
              new QueueCriteria(
                  null, List.of(specialty), null, null, null, null, null, null, null, null, null);
          var none =
              new QueueCriteria(
                  null, List.of("None"), null, null, null, null, null, null, null, null, null);
          assertThat(visits(queue(fits, QueueOrder.OLDEST_SERVICE))).hasSize(3);
          assertThat(visits(queue(none, QueueOrder.OLDEST_SERVICE))).isEmpty();
          var row =
              queues
                  .charts(QueueCriteria.ALL, QueueOrder.OLDEST_SERVICE, WorkFilter.NONE, 1)
                  .rows()
                  .stream()
                  .filter(r -> r.visitNumber().equals("Q-3"))
                  .findFirst()
                  .orElseThrow();
          var young =
              new QueueCriteria(
                  null, null, null, null, null, row.days() + 1, null, null, null, null, null);
          assertThat(visits(queue(young, QueueOrder.OLDEST_SERVICE))).containsExactly("Q-3");
          var old =
              new QueueCriteria(
                  null, null, null, null, null, null, row.days() + 1, null, null, null, null);
          assertThat(visits(queue(old, QueueOrder.OLDEST_SERVICE))).containsExactly("Q-1", "Q-2");
          int inClasses = 0;
          for (String each :
              List.of(
                  "MEDICARE",
                  "MEDICARE_ADVANTAGE",
                  "MEDICAID",
                  "COMMERCIAL",
                  "BLUE_CROSS",
                  "TRICARE",
                  "OTHER")) {
            var ofClass =
                new QueueCriteria(
                    null, null, null, List.of(each), null, null, null, null, null, null, null);
            inClasses += visits(queue(ofClass, QueueOrder.OLDEST_SERVICE)).size();
          }
          assertThat(inClasses).isLessThanOrEqualTo(3);
        });
  }

  @Test
  void aCoderIsGivenTheNextChartAndNobodyElseIsGivenTheSame() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          waiting();
          var queue = queue(settings("EMERGENCY"), QueueOrder.OLDEST_SERVICE);
          assertThat(queues.next(queue).orElseThrow().visitNumber()).isEqualTo("Q-1");
          assertThat(
                  Undone.then("cody", Role.CODER, () -> queues.next(queue))
                      .orElseThrow()
                      .visitNumber())
              .isEqualTo("Q-2");
          assertThat(Undone.then("cleo", Role.CODER, () -> queues.next(queue))).isEmpty();
        });
  }

  @Test
  void onlyAManagerSavesQueuesAndACredentialIsAskedFor() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          assertThatThrownBy(() ->
                  queues.save("x", QueueCriteria.ALL, QueueOrder.OLDEST_SERVICE, List.of(), 1))
              .isInstanceOf(AccessDeniedForActor.class);
          assertThatThrownBy(() -> queue(QueueCriteria.ALL, QueueOrder.OLDEST_SERVICE, "QQQQ"))
              .isInstanceOf(StaffRefusal.class)
              .hasMessageContaining("Nobody holds");
          var queue = queue(QueueCriteria.ALL, QueueOrder.OLDEST_SERVICE, "CPB");
          assertThatThrownBy(() -> queues.next(queue))
              .isInstanceOf(StaffRefusal.class)
              .hasMessageContaining("takes CPB");
          assertThat(Undone.SERVER.bean(AuditTrail.class).about("coding queue", 1))
              .singleElement()
              .satisfies(e -> assertThat(e.action()).isEqualTo("saved queue"));
        });
  }
}
