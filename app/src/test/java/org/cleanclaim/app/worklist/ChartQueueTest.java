package org.cleanclaim.app.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.app.worklist.ChartQueue.LeftOut;
import org.cleanclaim.app.worklist.ChartQueue.QueuedChart;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChartQueueTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String WHY =
      "Inpatient charts take CCS or CIC. You have none of these on record.";

  private final ChartQueue queue = Undone.SERVER.bean(ChartQueue.class);

  private static void waiting() {
    Undone.chart("INPATIENT", "V-IN-1", DAY.minusDays(5));
    Undone.chart("INPATIENT", "V-IN-2", DAY.minusDays(4));
    Undone.chart("OUTPATIENT", "V-OUT-1", DAY);
    Undone.chart("OUTPATIENT", "V-OUT-2", DAY.minusDays(1));
  }

  private List<String> visits(String status) {
    return queue.charts(status, 1).rows().stream().map(QueuedChart::visitNumber).toList();
  }

  @Test
  void aCoderIsShownWhatTheCoderMayCodeAndToldWhatIsLeftOut() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          waiting();

          assertThat(visits("UNASSIGNED")).containsExactly("V-OUT-1", "V-OUT-2");
          assertThat(queue.leftOut("UNASSIGNED"))
              .singleElement()
              .satisfies(l -> assertThat(l.charts()).isEqualTo(2))
              .satisfies(l -> assertThat(l.why()).startsWith(WHY));
          assertThat(queue.leftOut("FINAL_CODED")).extracting(LeftOut::charts).containsExactly(1);
          assertThat(queue.passedOver()).extracting(LeftOut::charts).containsExactly(2);
          assertThat(queue.toCode()).isEqualTo(2);
          assertThat(queue.next().orElseThrow().visitNumber()).isEqualTo("V-OUT-2");
        });
  }

  @Test
  void whoDoesNotCodeIsShownAll() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          waiting();

          assertThat(visits("UNASSIGNED")).hasSize(4);
          assertThat(queue.leftOut(null)).isEmpty();
          assertThat(queue.toCode()).isEqualTo(4);
        });
  }

  @Test
  void anExceptionBringsTheVisitIntoTheQueue() {
    Undone.as(
        "adam",
        Role.ADMIN,
        () -> {
          waiting();
          Undone.SERVER
              .bean(QueueRules.class)
              .allow("V-IN-1", "casey", "Nobody else is here this week");

          Undone.then(
              "casey",
              Role.CODER,
              () -> {
                assertThat(visits("UNASSIGNED")).containsExactly("V-OUT-1", "V-OUT-2", "V-IN-1");
                assertThat(queue.passedOver())
                    .extracting(LeftOut::charts, l -> l.why().startsWith(WHY))
                    .containsExactly(tuple(1, true));
                assertThat(queue.next().orElseThrow().visitNumber()).isEqualTo("V-IN-1");
                return true;
              });
        });
  }

  @Test
  void whatOneHasBegunComesFirstAndWhatOthersHaveBegunNever() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          waiting();
          begun("V-OUT-2", "cora");
          assertThat(queue.next().orElseThrow().visitNumber()).isEqualTo("V-OUT-1");

          begun("V-OUT-1", "cora");
          assertThat(queue.next()).isEmpty();

          begun("V-OUT-1", "casey");
          assertThat(queue.next().orElseThrow().visitNumber()).isEqualTo("V-OUT-1");
        });
  }

  private static void begun(String visit, String coder) {
    Undone.SERVER
        .bean(JdbcClient.class)
        .sql(
            """
            update chart
            set status = 'IN_PROGRESS', coder = :coder
            where encounter_id = (select encounter_id from encounter where visit_number = :visit)
            """)
        .param("coder", coder)
        .param("visit", visit)
        .update();
  }
}
