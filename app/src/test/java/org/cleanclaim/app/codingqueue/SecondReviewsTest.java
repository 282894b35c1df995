package org.cleanclaim.app.codingqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.charge;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.chartCodes;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.charts;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.document;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.finalizing;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.jdbc;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.visit;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.waiting;

import java.time.YearMonth;
import java.time.ZoneId;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.ChartOpening;
import org.cleanclaim.app.chart.ChartReopening;
import org.cleanclaim.app.chart.FinalizeResult;
import org.cleanclaim.app.codingqueue.CodingReview.Decision;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.insight.Scorecard;
import org.cleanclaim.app.insight.Scorecards;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.app.staff.WorkType;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;

/// Charts that somebody else looks at before they are final.
class SecondReviewsTest {
  private final ReviewRules rules = Undone.SERVER.bean(ReviewRules.class);
  private final CodingReviews reviews = Undone.SERVER.bean(CodingReviews.class);
  private final Charges charges = Undone.SERVER.bean(Charges.class);
  private final Scorecards scorecards = Undone.SERVER.bean(Scorecards.class);
  private final ChartReopening reopening = Undone.SERVER.bean(ChartReopening.class);

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
                rules.put(ReviewKind.HIGH_CHARGE, 4000L);
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

  /// A finished chart that waits for its second review, with a service that is not charged yet.
  private EncounterId underReview() {
    waiting();
    Undone.then(
        "mara",
        Role.MANAGER,
        () -> {
          rules.put(ReviewKind.HIGH_CHARGE, 50L);
          return true;
        });
    var chart = visit("Q-3");
    chartCodes.addWithReason(chart, CodeSystem.ICD10CM, "I10", "history of the practice");
    jdbc.sql(
            """
            insert into chart_service (chart_id, kind, code, title, units, confidence_percent, evidence, path, hints,
              decision)
            values (:chart, 'VISIT_LEVEL', '99213', 'Visit', 1, 50,
              '[{"documentId": "1", "start": 0, "end": 5, "quote": "Visit"}]', '[]', '[]', 'ACCEPTED')
            """)
        .param("chart", charts.get(chart).id())
        .update();
    assertThat(finalizing.finalizeCodes(chart)).isInstanceOf(FinalizeResult.UnderReview.class);
    return chart;
  }

  @Test
  void chargesThatAcceptedServicesWillMakeCount() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          underReview();
          assertThat(reviewOf("Q-3").codes()).isEqualTo("I10, 99213 × 1");
          assertThat(reviewOf("Q-3").why()).contains("50.00");
        });
  }

  @Test
  void codesStayAsTheyAreWhileTheReviewWaits() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          var chart = underReview();
          assertThatThrownBy(
                  () -> chartCodes.addWithReason(chart, CodeSystem.ICD10CM, "E785", "found later"))
              .hasMessageContaining("under second review");

          jdbc.sql("update chart_service set units = 2 where chart_id = :chart")
              .param("chart", charts.get(chart).id())
              .update();
          assertThatThrownBy(() -> decide("audra", reviewOf("Q-3"), Decision.APPROVED, ""))
              .hasMessageContaining("not those that the review was asked for");
          assertThat(charts.get(chart).status()).isEqualTo(Chart.Status.PENDING);
        });
  }

  @Test
  void whatAReviewerApprovesIsTheCodersWork() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          var chart = underReview();
          document("Q-3", "Visit note");
          jdbc.sql(
                  """
                  update chart_service s
                  set evidence = jsonb_build_array(jsonb_build_object('documentId', d.document_id::text, 'start', 0,
                    'end', 10, 'quote', 'Assessment'))
                  from document d
                  where s.chart_id = :chart and d.encounter_id = :visit
                  """)
              .param("chart", charts.get(chart).id())
              .param("visit", chart.value())
              .update();
          var month = YearMonth.now(ZoneId.of("America/New_York"));
          int byCasey = visitsDone("Casey Coder", month);
          int byMara = visitsDone("Mara Manager", month);

          decide("mara", reviewOf("Q-3"), Decision.APPROVED, "");

          assertThat(charges.ofEncounter(chart))
              .singleElement()
              .satisfies(c -> assertThat(c.capturedBy()).isEqualTo("casey"));
          assertThat(visitsDone("Casey Coder", month)).isEqualTo(byCasey + 1);
          assertThat(visitsDone("Mara Manager", month)).isEqualTo(byMara);
        });
  }

  private int visitsDone(String person, YearMonth month) {
    return Undone.then(
        "mara",
        Role.MANAGER,
        () ->
            scorecards.of(Undone.member(person), month).lines().stream()
                .filter(l -> l.type() == WorkType.OUTPATIENT_CHART)
                .mapToInt(Scorecard.Line::done)
                .sum());
  }

  @Test
  void approvalMakesNoChartFinalThatSomethingStops() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          var chart = underReview();
          document("Q-3", "Addendum");
          Undone.SERVER.bean(ChartOpening.class).open(chart);
          assertThatThrownBy(() -> decide("audra", reviewOf("Q-3"), Decision.APPROVED, ""))
              .hasMessageContaining("Addendum came after the chart was opened")
              .hasMessageContaining("Return the chart to its coder");
          assertThat(charts.get(chart).status()).isNotEqualTo(Chart.Status.FINAL_CODED);
        });
  }

  @Test
  void aThresholdThatChoosesNoChartOrAllIsRefused() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          assertThatThrownBy(() -> rules.put(ReviewKind.HIGH_CHARGE, null))
              .hasMessageContaining("threshold is missing");
          assertThatThrownBy(() -> rules.put(ReviewKind.RANDOM_SHARE, 0L))
              .hasMessageContaining("1 to 100 percent");
          rules.put(ReviewKind.SINGLE_CC_MCC, null);
          assertThat(rules.all()).containsOnlyKeys(ReviewKind.SINGLE_CC_MCC);
        });
  }

  private CodingReview reviewOf(String visit) {
    return reviews.all(1).rows().stream()
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
}
