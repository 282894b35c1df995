package org.cleanclaim.app.codingqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.chartCodes;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.charts;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.document;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.finalizing;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.queue;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.queues;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.visit;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.visits;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.waiting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.ChartLocked;
import org.cleanclaim.app.chart.ChartLocks;
import org.cleanclaim.app.chart.ChartOpening;
import org.cleanclaim.app.chart.ChartPendings;
import org.cleanclaim.app.chart.ChartReopening;
import org.cleanclaim.app.chart.FinalizeResult;
import org.cleanclaim.app.chart.LateDocuments;
import org.cleanclaim.app.chart.PendingReason;
import org.cleanclaim.app.staff.StaffRefusal;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.app.worklist.ChartQueue;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;

/// Charts that somebody has open, that wait, and that documents come late for.
class ChartsAtWorkTest {
  private final ChartOpening opening = Undone.SERVER.bean(ChartOpening.class);
  private final ChartLocks locks = Undone.SERVER.bean(ChartLocks.class);
  private final ChartPendings pendings = Undone.SERVER.bean(ChartPendings.class);
  private final WaitingCharts waitingCharts = Undone.SERVER.bean(WaitingCharts.class);
  private final ChartReopening reopening = Undone.SERVER.bean(ChartReopening.class);
  private final ChartQueue chartQueue = Undone.SERVER.bean(ChartQueue.class);
  private final LateDocuments late = Undone.SERVER.bean(LateDocuments.class);

  @Test
  void aChartIsKeptToWhoHasItOpenUntilTheLockRunsOutOrALeadTakesIt() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          waiting();
          var chart = visit("Q-1");
          chartCodes.addWithReason(chart, CodeSystem.ICD10CM, "I10", "history of the practice");
          var byCody = "somebody else";
          assertThatThrownBy(() ->
                  Undone.then(
                      "cody",
                      Role.CODER,
                      () -> {
                        chartCodes.addWithReason(chart, CodeSystem.ICD10CM, "E119", byCody);
                        return true;
                      }))
              .isInstanceOf(ChartLocked.class)
              .hasMessageContaining("casey has had this chart open since");
          assertThatThrownBy(() -> locks.handOver(chart, "", "is away today"))
              .isInstanceOf(AccessDeniedForActor.class);
          Undone.then(
              "mara",
              Role.MANAGER,
              () -> {
                assertThatThrownBy(() -> locks.handOver(chart, "", "no"))
                    .isInstanceOf(StaffRefusal.class);
                locks.handOver(chart, "", "is away today");
                return true;
              });
          assertThat(charts.get(chart).status()).isEqualTo(Chart.Status.UNASSIGNED);
          assertThat(Undone.SERVER.bean(AuditTrail.class).about("chart", 1))
              .singleElement()
              .satisfies(e -> assertThat(e.action()).isEqualTo("took over from casey, put back"));
          assertThat(Undone.then("cody", Role.CODER, () -> locks.take(charts.get(chart).id())))
              .isTrue();
        });
  }

  @Test
  void aChartThatALeadHasGivenToSomebodyIsNotTakenBackByWhoHadIt() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          waiting();
          var chart = visit("Q-1");
          chartCodes.addWithReason(chart, CodeSystem.ICD10CM, "I10", "history of the practice");
          Undone.then(
              "mara",
              Role.MANAGER,
              () -> {
                locks.handOver(chart, "ines", "is away today");
                return true;
              });
          assertThatThrownBy(
                  () -> chartCodes.addWithReason(chart, CodeSystem.ICD10CM, "E119", "as before"))
              .isInstanceOf(ChartLocked.class)
              .hasMessageMatching(
                  "ines has had this chart open since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d E.T\\..*");
          assertThat(Undone.then("ines", Role.CODER, () -> locks.take(charts.get(chart).id())))
              .isTrue();
        });
  }

  @Test
  void aChartIsGivenOnlyToWhoMayCodeIt() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          waiting();
          var chart = visit("Q-1");
          assertThatThrownBy(() -> locks.handOver(chart, "bill", "is away today"))
              .hasMessageContaining("bill may not code visit Q-1: the role of a coder is missing");
          assertThat(charts.get(chart).status()).isEqualTo(Chart.Status.UNASSIGNED);
          assertThatThrownBy(() -> locks.handOver(visit("E05"), "ines", "is away today"))
              .hasMessageContaining("The codes of visit E05 are final");
        });
  }

  @Test
  void aLockRunsOut() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          waiting();
          long id = charts.get(visit("Q-1")).id();
          assertThat(at("2026-03-02T09:00:00Z", () -> locks.take(id))).isTrue();
          assertThat(
                  Undone.then(
                      "cody", Role.CODER, () -> at("2026-03-02T09:29:00Z", () -> locks.take(id))))
              .isFalse();
          assertThat(
                  Undone.then(
                      "cody", Role.CODER, () -> at("2026-03-02T09:31:00Z", () -> locks.take(id))))
              .isTrue();
        });
  }

  private static <T> T at(String when, java.util.function.Supplier<T> work) {
    var clock = Clock.fixed(OffsetDateTime.parse(when).toInstant(), ZoneOffset.UTC);
    return Acting.as(Acting.actor(), clock, work::get);
  }

  @Test
  void aWaitingChartIsNotFinalAndGoesOnWhenTheLastHasCome() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          waiting();
          var chart = visit("Q-1");
          chartCodes.addWithReason(chart, CodeSystem.ICD10CM, "I10", "history of the practice");
          pendings.pend(chart, PendingReason.DOCUMENT, "operative report", null);
          pendings.pend(chart, PendingReason.QUERY, "", LocalDate.of(2036, 1, 1));
          assertThat(charts.get(chart).status()).isEqualTo(Chart.Status.PENDING);
          assertThatThrownBy(() -> finalizing.finalizeCodes(chart))
              .hasMessageContaining("waits for a document, answer to a query");
          assertThat(waitingCharts.open(PendingReason.DOCUMENT, 1).rows())
              .anyMatch(p -> p.visitNumber().equals("Q-1"));
          pendings.resolve(pendings.of(chart).getFirst().publicId(), "came by fax");
          assertThat(charts.get(chart).status()).isEqualTo(Chart.Status.PENDING);
          pendings.resolve(pendings.of(chart).getFirst().publicId(), "answered");
          assertThat(charts.get(chart).status()).isEqualTo(Chart.Status.IN_PROGRESS);
          assertThat(finalizing.finalizeCodes(chart)).isInstanceOf(FinalizeResult.Finalized.class);
          assertThatThrownBy(() -> pendings.pend(chart, PendingReason.OTHER, " ", null))
              .isInstanceOf(IllegalStateException.class);
        });
  }

  @Test
  void onlyAFinalChartIsOpenedAgain() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          waiting();
          var chart = visit("Q-1");
          assertThatThrownBy(() -> reopening.reopen(chart, "just because"))
              .hasMessageContaining("nothing to open again");
          assertThatThrownBy(() -> reopening.reopen(chart, "."))
              .hasMessageContaining("at least five characters");
          chartCodes.addWithReason(chart, CodeSystem.ICD10CM, "I10", "history of the practice");
          pendings.pend(chart, PendingReason.DOCUMENT, "operative report", null);
          assertThatThrownBy(() -> reopening.reopen(chart, "just because"))
              .hasMessageContaining("nothing to open again");
          assertThat(charts.get(chart).status()).isEqualTo(Chart.Status.PENDING);
        });
  }

  @Test
  void aChartWaitsAndGoesOnByWhoMayCodeItsQueue() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          Undone.chart("INPATIENT", "Q-9", ChartsInQueues.DAY);
          var chart = visit("Q-9");
          assertThatThrownBy(() -> pendings.pend(chart, PendingReason.DOCUMENT, "report", null))
              .isInstanceOf(StaffRefusal.class)
              .hasMessageContaining("Inpatient charts take CCS or CIC");
          assertThat(charts.get(chart).coder()).isNull();

          Undone.then(
              "ines",
              Role.CODER,
              () -> {
                pendings.pend(chart, PendingReason.DOCUMENT, "operative report", null);
                return true;
              });
          var wait = pendings.of(chart).getFirst().publicId();
          assertThatThrownBy(() -> pendings.resolve(wait, "came by fax"))
              .isInstanceOf(StaffRefusal.class);
          assertThat(charts.get(chart).status()).isEqualTo(Chart.Status.PENDING);
        });
  }

  @Test
  void aReopenedChartStaysReopenedWhenItHasWaitedAndIsGivenToSomebodyWhenItWasPutBack() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          waiting();
          var chart = visit("Q-1");
          chartCodes.addWithReason(chart, CodeSystem.ICD10CM, "I10", "history of the practice");
          finalizing.finalizeCodes(chart);
          reopening.reopen(chart, "a code is missing");
          pendings.pend(chart, PendingReason.DOCUMENT, "operative report", null);
          pendings.resolve(pendings.of(chart).getFirst().publicId(), "came by fax");
          assertThat(charts.get(chart).status()).isEqualTo(Chart.Status.REOPENED);

          Undone.then(
              "mara",
              Role.MANAGER,
              () -> {
                locks.handOver(chart, "", "is away today");
                return true;
              });
          var emergency =
              queue(
                  new QueueCriteria(
                      List.of("EMERGENCY"),
                      null,
                      null,
                      null,
                      null,
                      null,
                      null,
                      null,
                      null,
                      null,
                      QueueCriteria.Need.OPEN),
                  QueueOrder.OLDEST_SERVICE);
          Undone.then(
              "cody",
              Role.CODER,
              () -> {
                assertThat(queues.next(emergency).orElseThrow().visitNumber()).isEqualTo("Q-1");
                assertThat(chartQueue.next().orElseThrow().visitNumber()).isEqualTo("Q-1");
                chartCodes.addWithReason(chart, CodeSystem.ICD10CM, "E119", "as the lead said");
                return true;
              });
          assertThat(charts.get(chart).coder()).isEqualTo("cody");
          assertThat(charts.get(chart).status()).isEqualTo(Chart.Status.REOPENED);
        });
  }

  @Test
  void aLateDocumentBringsAFinalChartBackWithWhatIsNew() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          waiting();
          var chart = visit("Q-1");
          chartCodes.addWithReason(chart, CodeSystem.ICD10CM, "I10", "history of the practice");
          finalizing.finalizeCodes(chart);
          document("Q-1", "Addendum");
          opening.open(chart);
          opening.open(chart);
          assertThat(charts.get(chart).status()).isEqualTo(Chart.Status.REOPENED);
          assertThat(charts.get(chart).coder()).isEqualTo("casey");
          assertThat(late.of(chart))
              .singleElement()
              .satisfies(d -> assertThat(d.name()).isEqualTo("Addendum"))
              .satisfies(d -> assertThat(d.newCodes()).contains("J189"));
          var queue =
              queue(
                  new QueueCriteria(
                      null,
                      null,
                      null,
                      null,
                      null,
                      null,
                      null,
                      null,
                      null,
                      null,
                      QueueCriteria.Need.LATE_DOCUMENT),
                  QueueOrder.URGENT_FIRST);
          assertThat(visits(queue)).containsExactly("Q-1");
          assertThat(queues.next(queue).orElseThrow().reopenedReason())
              .isEqualTo("late document: Addendum");
          late.seen(chart);
          assertThat(visits(queue)).isEmpty();
        });
  }
}
