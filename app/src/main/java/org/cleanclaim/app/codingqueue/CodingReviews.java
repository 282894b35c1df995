package org.cleanclaim.app.codingqueue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.ChartFinalizing;
import org.cleanclaim.app.chart.ChartService;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.chart.FinalizationGate;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.codingqueue.CodingReview.Decision;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Second reviews: a finished chart that a rule chooses waits until somebody else has approved its
/// codes or returned them. Codes that were approved pass as long as they are the same.
@Component
@Transactional
public class CodingReviews implements FinalizationGate {
  private static final String SELECT =
      """
      select r.public_id, e.public_id as encounter, e.visit_number, p.last_name || ', ' || p.first_name as patient,
        r.why, r.coder, r.codes, r.asked_at, r.decision, r.decided_by, r.note
      from coding_review r
      join chart c using (chart_id)
      join encounter e using (encounter_id)
      join patient p using (patient_id)
      """;

  private final JdbcClient jdbc;
  private final ReviewRules rules;
  private final AuditedCharts audited;
  private final Encounters encounters;
  private final Charts charts;
  private final ObjectProvider<ChartFinalizing> finalizing;
  private final AuditTrail audit;
  private final Clock clock;

  CodingReviews(
      JdbcClient jdbc,
      ReviewRules rules,
      AuditedCharts audited,
      Encounters encounters,
      Charts charts,
      ObjectProvider<ChartFinalizing> finalizing,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.audited = audited;
    this.encounters = encounters;
    this.charts = charts;
    this.finalizing = finalizing;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Optional<String> holdsBack(Chart chart) {
    if (Acting.actor().isSystem() || isApproved(chart)) return Optional.empty();
    Optional<String> why = rules.choose(chart);
    why.ifPresent(sentence -> ask(chart, sentence));
    return why;
  }

  private void ask(Chart chart, String why) {
    jdbc.sql(
            """
            insert into coding_review (chart_id, codes, why, coder, asked_at)
            values (:chart, :codes, :why, :coder, :now)
            """)
        .param("chart", chart.id())
        .param("codes", codes(chart))
        .param("why", why)
        .param("coder", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private boolean isApproved(Chart chart) {
    return jdbc.sql(
            """
            select exists (
              select 1 from coding_review
              where chart_id = :chart and decision = 'APPROVED' and codes = :codes)
            """)
        .param("chart", chart.id())
        .param("codes", codes(chart))
        .query(Boolean.class)
        .single();
  }

  /// What is looked at: the codes in their order and the services that will be charged, as they are
  /// shown and compared.
  private static String codes(Chart chart) {
    var codes =
        chart.codes().stream()
            .map(c -> {
              String written = c.system().written(c.code());
              String admission = c.presentOnAdmission();
              return admission == null ? written : written + " POA " + admission;
            });
    var services =
        chart.services().stream()
            .filter(ChartService::isAccepted)
            .map(s -> s.code() + " × " + s.units());
    return Stream.concat(codes, services).collect(Collectors.joining(", "));
  }

  /// A page of the reviews, those that wait first, the oldest first.
  @Transactional(readOnly = true)
  public ListPage<CodingReview> all(int page) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    var unseen = audited.unseen();
    return ListPage.of(
        jdbc.sql(SELECT + "order by r.decision is not null, r.coding_review_id" + ListPage.PART),
        (row, n) -> {
          CodingReview review = review(row, n);
          return unseen.contains(review.encounterId()) ? review.withoutCodes() : review;
        },
        page);
  }

  /// The last review of a chart, when it went back to its coder.
  @Transactional(readOnly = true)
  public Optional<CodingReview> returned(Chart chart) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    return jdbc.sql(SELECT + "where r.chart_id = :chart order by r.coding_review_id desc limit 1")
        .param("chart", chart.id())
        .query(CodingReviews::review)
        .optional()
        .filter(review -> review.decision() == Decision.RETURNED);
  }

  /// Decides: the codes are final, or go back to the coder with what to look at.
  ///
  /// @param note what the coder is to look at; needed to return a chart
  public void decide(UUID publicId, Decision decision, String note) {
    AccessDeniedForActor.unless(Permission.PLAN_CODING_AUDIT);
    CodingReview review =
        jdbc.sql(SELECT + "where r.public_id = :id for update of r")
            .param("id", publicId)
            .query(CodingReviews::review)
            .optional()
            .orElseThrow();
    if (review.decision() != null) {
      throw new IllegalStateException(
          "This review has been decided by " + review.decidedBy() + ".");
    }
    if (review.coder().equals(Acting.actor().name())) {
      throw new IllegalStateException("Nobody reviews their own coding.");
    }
    if (decision == Decision.RETURNED && note.isBlank()) {
      throw new IllegalStateException("Say what the coder is to look at.");
    }
    var encounter = encounters.find(review.encounterId()).orElseThrow();
    if (decision == Decision.APPROVED
        && !codes(charts.get(encounter.id())).equals(review.codes())) {
      throw new IllegalStateException(
          "The codes are not those that the review was asked for any more. Return the chart; its"
              + " coder asks anew by making the codes final.");
    }
    jdbc.sql(
            """
            update coding_review
            set decision = :decision, decided_by = :actor, decided_at = :now, note = :note
            where public_id = :id
            """)
        .param("decision", decision.name())
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("note", note.strip())
        .param("id", publicId)
        .update();
    @Nullable String returnedFor = decision == Decision.RETURNED ? note.strip() : null;
    finalizing.getObject().endReview(encounter.id(), review.coder(), returnedFor);
    audit.record(
        decision == Decision.APPROVED ? "approved second review" : "returned second review",
        "encounter",
        encounter.id(),
        encounter.patientId().value(),
        note.strip());
  }

  private static CodingReview review(ResultSet row, int n) throws SQLException {
    String decision = row.getString("decision");
    return new CodingReview(
        row.getObject("public_id", UUID.class),
        row.getObject("encounter", UUID.class),
        row.getString("visit_number"),
        row.getString("patient"),
        row.getString("why"),
        row.getString("coder"),
        row.getString("codes"),
        row.getTimestamp("asked_at").toInstant(),
        decision == null ? null : Decision.valueOf(decision),
        row.getString("decided_by"),
        row.getString("note"));
  }
}
