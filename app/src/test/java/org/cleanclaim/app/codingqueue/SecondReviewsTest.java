package org.cleanclaim.app.codingqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.charge;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.chartCodes;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.charts;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.finalizing;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.visit;
import static org.cleanclaim.app.codingqueue.ChartsInQueues.waiting;

import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.ChartReopening;
import org.cleanclaim.app.chart.FinalizeResult;
import org.cleanclaim.app.codingqueue.CodingReview.Decision;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;

/// Charts that somebody else looks at before they are final.
class SecondReviewsTest {
  private final ReviewRules rules = Undone.SERVER.bean(ReviewRules.class);
  private final CodingReviews reviews = Undone.SERVER.bean(CodingReviews.class);
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
