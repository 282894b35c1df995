package org.cleanclaim.app.chart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.staff.StaffRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What charts wait for. A chart may wait for several things; it goes on when the last has come.
@Component
@Transactional
public class ChartPendings {
  private static final String SELECT =
      """
      select p.public_id, e.public_id as encounter, e.visit_number, p.reason, p.note, p.follow_up_on, p.added_by,
        p.added_at
      from chart_pending p
      join chart c using (chart_id)
      join encounter e using (encounter_id)
      where p.resolved_at is null
      """;

  private final JdbcClient jdbc;
  private final Encounters encounters;
  private final ChartWorkers workers;
  private final ChartLocks locks;
  private final AuditTrail audit;
  private final Organizations organizations;
  private final Clock clock;

  ChartPendings(
      JdbcClient jdbc,
      Encounters encounters,
      ChartWorkers workers,
      ChartLocks locks,
      AuditTrail audit,
      Organizations organizations,
      Clock clock) {
    this.jdbc = jdbc;
    this.encounters = encounters;
    this.workers = workers;
    this.locks = locks;
    this.audit = audit;
    this.organizations = organizations;
    this.clock = clock;
  }

  /// Lets a chart wait.
  ///
  /// @param followUpOn the day to ask again, null for none
  /// @throws StaffRefusal when the rules of its queue keep the actor out
  /// @throws ChartLocked when somebody else has it
  public void pend(
      EncounterId encounterId, PendingReason reason, String note, @Nullable LocalDate followUpOn) {
    String what = note.strip();
    if (reason == PendingReason.OTHER && what.isEmpty()) {
      throw new IllegalStateException("Say what the chart waits for.");
    }
    if (followUpOn != null && followUpOn.isBefore(organizations.today())) {
      throw new IllegalStateException("The follow-up date is past. Choose a later day.");
    }
    long chart = chart(encounterId);
    if (status(chart).equals("FINAL_CODED")) {
      throw new IllegalStateException("the codes of this chart are final; reopen it first");
    }
    workers.require(encounterId, chart);
    jdbc.sql(
            """
            insert into chart_pending (chart_id, reason, note, follow_up_on, added_by, added_at)
            values (:chart, :reason, :note, :followUp, :actor, :now)
            """)
        .param("chart", chart)
        .param("reason", reason.name())
        .param("note", what)
        .param("followUp", followUpOn)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    jdbc.sql(
            """
            update chart set status = 'PENDING', coder = coalesce(coder, :actor), version = version + 1
            where chart_id = :chart
            """)
        .param("actor", Acting.actor().name())
        .param("chart", chart)
        .update();
    locks.release(chart);
    audit.record("waits for " + reason.awaited(), "chart", chart, patient(encounterId), what);
  }

  /// What was waited for has come, or is not waited for any longer; the chart goes on when it was
  /// the last.
  ///
  /// @param outcome in words
  /// @throws StaffRefusal when the rules of its queue keep the actor out
  public void resolve(UUID publicId, String outcome) {
    var entry =
        jdbc.sql(SELECT + "and p.public_id = :id")
            .param("id", publicId)
            .query(ChartPendings::entry)
            .optional()
            .orElseThrow();
    if (entry.reason() == PendingReason.SECOND_REVIEW) {
      throw new IllegalStateException("A second review ends with the reviewer's decision.");
    }
    workers.requireQueue(visit(entry));
    resolve(entry, outcome);
  }

  /// The second review of a chart has been decided.
  void endReview(EncounterId encounterId, String outcome) {
    for (PendingEntry entry : of(encounterId)) {
      if (entry.reason() == PendingReason.SECOND_REVIEW) resolve(entry, outcome);
    }
  }

  private void resolve(PendingEntry entry, String outcome) {
    var encounterId = visit(entry);
    long chart = chart(encounterId);
    jdbc.sql(
            """
            update chart_pending
            set resolved_by = :actor, resolved_at = :now, outcome = :outcome
            where public_id = :id
            """)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("outcome", outcome.strip())
        .param("id", entry.publicId())
        .update();
    jdbc.sql(
            """
            update chart c
            set status = case when reopened_reason is not null then 'REOPENED'
                when coder is null then 'UNASSIGNED' else 'IN_PROGRESS' end,
              version = version + 1
            where chart_id = :chart and status = 'PENDING'
              and not exists (select 1 from chart_pending p where p.chart_id = c.chart_id and p.resolved_at is null)
            """)
        .param("chart", chart)
        .update();
    audit.record(
        "no longer waits for " + entry.reason().awaited(),
        "chart",
        chart,
        patient(encounterId),
        outcome.strip());
  }

  /// What a chart waits for, the oldest first.
  @Transactional(readOnly = true)
  public List<PendingEntry> of(EncounterId encounterId) {
    return jdbc.sql(SELECT + "and c.encounter_id = :encounter order by p.chart_pending_id")
        .param("encounter", encounterId.value())
        .query(ChartPendings::entry)
        .list();
  }

  /// Whether somebody else is to look at the codes of a chart before they are final.
  @Transactional(readOnly = true)
  public boolean isUnderReview(EncounterId encounterId) {
    return of(encounterId).stream().anyMatch(e -> e.reason() == PendingReason.SECOND_REVIEW);
  }

  /// @throws IllegalStateException when the chart waits for something
  void requireNone(EncounterId encounterId) {
    List<PendingEntry> open = of(encounterId);
    if (open.isEmpty()) return;
    throw new IllegalStateException(
        "This chart waits for "
            + String.join(", ", open.stream().map(e -> e.reason().awaited()).distinct().toList())
            + ". It can be final when that has come.");
  }

  private long chart(EncounterId encounterId) {
    return jdbc.sql("select chart_id from chart where encounter_id = :encounter for update")
        .param("encounter", encounterId.value())
        .query(Long.class)
        .single();
  }

  private String status(long chartId) {
    return jdbc.sql("select status from chart where chart_id = :chart")
        .param("chart", chartId)
        .query(String.class)
        .single();
  }

  private EncounterId visit(PendingEntry entry) {
    return encounters.find(entry.encounterId()).orElseThrow().id();
  }

  private long patient(EncounterId encounterId) {
    return encounters.get(encounterId).patientId().value();
  }

  private static PendingEntry entry(ResultSet row, int n) throws SQLException {
    return new PendingEntry(
        row.getObject("public_id", UUID.class),
        row.getObject("encounter", UUID.class),
        row.getString("visit_number"),
        PendingReason.valueOf(row.getString("reason")),
        row.getString("note"),
        row.getObject("follow_up_on", LocalDate.class),
        row.getString("added_by"),
        row.getTimestamp("added_at").toInstant());
  }
}
