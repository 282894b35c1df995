package org.cleanclaim.app.codingqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.cleanclaim.app.chart.ChartCodes;
import org.cleanclaim.app.chart.ChartFinalizing;
import org.cleanclaim.app.chart.ChartLocked;
import org.cleanclaim.app.chart.ChartLocks;
import org.cleanclaim.app.chart.ChartOpening;
import org.cleanclaim.app.chart.ChartPendings;
import org.cleanclaim.app.chart.ChartReopening;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.chart.FinalizeResult;
import org.cleanclaim.app.chart.LateDocuments;
import org.cleanclaim.app.chart.PendingReason;
import org.cleanclaim.app.codingqueue.CodingReview.Decision;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.staff.StaffRefusal;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CodingQueuesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final CodingQueues queues = Undone.SERVER.bean(CodingQueues.class);
  private final ReviewRules rules = Undone.SERVER.bean(ReviewRules.class);
  private final CodingReviews reviews = Undone.SERVER.bean(CodingReviews.class);
  private final Charts charts = Undone.SERVER.bean(Charts.class);
  private final ChartCodes chartCodes = Undone.SERVER.bean(ChartCodes.class);
  private final ChartFinalizing finalizing = Undone.SERVER.bean(ChartFinalizing.class);
  private final ChartOpening opening = Undone.SERVER.bean(ChartOpening.class);
  private final ChartReopening reopening = Undone.SERVER.bean(ChartReopening.class);
  private final ChartLocks locks = Undone.SERVER.bean(ChartLocks.class);
  private final ChartPendings pendings = Undone.SERVER.bean(ChartPendings.class);
  private final LateDocuments late = Undone.SERVER.bean(LateDocuments.class);
  private final Encounters encounters = Undone.SERVER.bean(Encounters.class);
  private final JdbcClient jdbc = Undone.SERVER.bean(JdbcClient.class);

  private EncounterId visit(String number) {
    return encounters.numbered(number).orElseThrow().id();
  }

  private CodingQueue queue(QueueCriteria criteria, QueueOrder order, String... credentials) {
    return Undone.then(
        "mara",
        Role.MANAGER,
        () -> queues.save("Queue under test", criteria, order, List.of(credentials), 1));
  }

  private static QueueCriteria settings(String... settings) {
    return new QueueCriteria(
        List.of(settings), null, null, null, null, null, null, null, null, null, null);
  }

  private List<String> visits(CodingQueue queue) {
    return queues.charts(queue.criteria(), queue.order(), WorkFilter.NONE, 500).stream()
        .map(QueueRow::visitNumber)
        .filter(v -> v.startsWith("Q-"))
        .toList();
  }

  private void waiting() {
    Undone.chart("EMERGENCY", "Q-1", DAY.minusDays(5));
    Undone.chart("EMERGENCY", "Q-2", DAY.minusDays(4));
    Undone.chart("OUTPATIENT", "Q-3", DAY);
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
                  .charts(QueueCriteria.ALL, QueueOrder.OLDEST_SERVICE, WorkFilter.NONE, 500)
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
          var queue = queue(QueueCriteria.ALL, QueueOrder.OLDEST_SERVICE, "CIRCC");
          assertThatThrownBy(() -> queues.next(queue))
              .isInstanceOf(StaffRefusal.class)
              .hasMessageContaining("takes CIRCC");
          assertThat(Undone.SERVER.bean(AuditTrail.class).about("coding queue", 1))
              .singleElement()
              .satisfies(e -> assertThat(e.action()).isEqualTo("saved queue"));
        });
  }

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
          assertThat(pendings.open(PendingReason.DOCUMENT, 50))
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

  @Test
  void aChartThatARuleChoosesIsFinalAfterSomebodyElseHasLooked() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          waiting();
          charge("Q-1", "5000.00");
          Undone.then(
              "mara",
              Role.MANAGER,
              () -> {
                rules.put(ReviewKind.HIGH_CHARGE, 4000);
                return true;
              });
          var chart = visit("Q-1");
          chartCodes.addWithReason(chart, CodeSystem.ICD10CM, "I10", "history of the practice");
          assertThat(finalizing.finalizeCodes(chart))
              .isInstanceOf(FinalizeResult.UnderReview.class);
          assertThat(charts.get(chart).status()).isEqualTo(Chart.Status.PENDING);
          var review = reviewOf("Q-1");
          assertThatThrownBy(() -> reviews.decide(review.publicId(), Decision.APPROVED, ""))
              .isInstanceOf(AccessDeniedForActor.class);
          decide("casey", review, Decision.APPROVED, "own");
          assertThat(charts.get(chart).status()).isEqualTo(Chart.Status.PENDING);
          decide("audra", review, Decision.RETURNED, "see the second page");
          assertThat(charts.get(chart).status()).isEqualTo(Chart.Status.IN_PROGRESS);
          finalizing.finalizeCodes(chart);
          decide("audra", reviewOf("Q-1"), Decision.APPROVED, "");
          assertThat(charts.get(chart).status()).isEqualTo(Chart.Status.FINAL_CODED);
          assertThat(charts.get(chart).coder()).isEqualTo("casey");
          reopening.reopen(chart, "a look back");
          assertThat(finalizing.finalizeCodes(chart)).isInstanceOf(FinalizeResult.Finalized.class);
        });
  }

  private CodingReview reviewOf(String visit) {
    return reviews.all(200).stream()
        .filter(r -> r.visitNumber().equals(visit) && r.decision() == null)
        .findFirst()
        .orElseThrow();
  }

  private void decide(String user, CodingReview review, Decision decision, String note) {
    Undone.then(
        user,
        Role.AUDITOR,
        () -> {
          if (user.equals(review.coder())) {
            assertThatThrownBy(() -> reviews.decide(review.publicId(), decision, note))
                .hasMessageContaining("Nobody reviews their own");
          } else {
            reviews.decide(review.publicId(), decision, note);
          }
          return true;
        });
  }

  @Test
  void aShareIsDrawnByTheChartsNumberAndStaysTheSame() {
    long drawn = 0;
    for (long chart = 1; chart <= 10_000; chart++) {
      assertThat(ReviewRules.isDrawn(chart, 10)).isEqualTo(ReviewRules.isDrawn(chart, 10));
      if (ReviewRules.isDrawn(chart, 10)) {
        drawn++;
        assertThat(ReviewRules.isDrawn(chart, 20)).isTrue();
      }
      assertThat(ReviewRules.isDrawn(chart, 0)).isFalse();
    }
    assertThat(drawn).isBetween(800L, 1200L);
  }

  private void charge(String visit, String amount) {
    jdbc.sql(
            """
            insert into charge (encounter_id, line, procedure, units, unit_price, amount, diagnoses, served_on,
              captured_by, captured_at)
            values (:encounter, 1, '99213', 1, :amount::numeric, :amount::numeric, '{}', '2026-03-01', 'test', now())
            """)
        .param("encounter", visit(visit).value())
        .param("amount", amount)
        .update();
  }

  private void document(String visit, String name) {
    jdbc.sql(
            """
            insert into document (encounter_id, name, body, sha256, received_at)
            values (:encounter, :name, :body, :name, now())
            """)
        .param("encounter", visit(visit).value())
        .param("name", name)
        .param("body", "Assessment:\n1. Pneumonia\n")
        .update();
  }
}
