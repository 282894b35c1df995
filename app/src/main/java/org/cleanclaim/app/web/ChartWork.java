package org.cleanclaim.app.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.ChartLock;
import org.cleanclaim.app.chart.ChartLocks;
import org.cleanclaim.app.chart.ChartPendings;
import org.cleanclaim.app.chart.ChartReopening;
import org.cleanclaim.app.chart.LateDocument;
import org.cleanclaim.app.chart.LateDocuments;
import org.cleanclaim.app.chart.PendingEntry;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.codingqueue.CodingReview;
import org.cleanclaim.app.codingqueue.CodingReviews;
import org.springframework.stereotype.Component;

/// What a chart's page shows besides the codes: who has it open, what it waits for, what came late.
///
/// @param lockOfOther who else has it open
/// @param reopenedFor why it is open again; empty when it is not
/// @param claims of the visit that stand, while the codes may change
/// @param returned the second review that gave it back; empty once the codes are final
public record ChartWork(
    Optional<ChartLock> lockOfOther,
    Optional<String> reopenedFor,
    List<BilledClaim> claims,
    Optional<CodingReview> returned,
    List<PendingEntry> pending,
    List<LateDocument> late,
    ZoneId zone) {

  /// Whether a late document waits to be looked at.
  public boolean hasUnseen() {
    return late.stream().anyMatch(d -> d.seenBy() == null);
  }

  /// Looks these up; a coder who opens a chart that is neither final nor waiting has it from then
  /// on.
  @Component
  static class Reader {
    private final ChartLocks locks;
    private final ChartPendings pendings;
    private final LateDocuments late;
    private final CodingReviews reviews;
    private final ChartReopening reopening;
    private final Claims claims;
    private final Organizations organizations;

    Reader(
        ChartLocks locks,
        ChartPendings pendings,
        LateDocuments late,
        CodingReviews reviews,
        ChartReopening reopening,
        Claims claims,
        Organizations organizations) {
      this.locks = locks;
      this.pendings = pendings;
      this.late = late;
      this.reviews = reviews;
      this.reopening = reopening;
      this.claims = claims;
      this.organizations = organizations;
    }

    ChartWork open(Chart chart, Optional<String> refusal) {
      AccessDeniedForActor.unless(Permission.SEE_CHART);
      boolean mayTake =
          Acting.actor().may(Permission.CODE_CHART)
              && refusal.isEmpty()
              && chart.status() != Chart.Status.FINAL_CODED
              && chart.status() != Chart.Status.PENDING;
      if (mayTake) locks.take(chart.id());
      return new ChartWork(
          locks.ofOther(chart.id()),
          reopening.reason(chart.encounterId()),
          chart.status() == Chart.Status.FINAL_CODED
              ? List.of()
              : claims.ofVisit(chart.encounterId()),
          chart.status() == Chart.Status.FINAL_CODED ? Optional.empty() : reviews.returned(chart),
          pendings.of(chart.encounterId()),
          late.of(chart.encounterId()),
          ZoneId.of(organizations.current().timeZone()));
    }
  }
}
