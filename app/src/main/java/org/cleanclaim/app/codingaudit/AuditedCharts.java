package org.cleanclaim.app.codingaudit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.codingaudit.AuditDifference.Answer;
import org.cleanclaim.app.codingaudit.AuditDifference.Decision;
import org.cleanclaim.app.codingaudit.AuditedChart.Status;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The charts of samples, for those who may see them: who plans or does audits, and whose coding it
/// is once it was given to them.
@Component
@Transactional(readOnly = true)
public class AuditedCharts {
  private static final String SELECT =
      """
      select c.coding_audit_chart_id, c.public_id, c.coding_audit_id, a.name, a.mode, c.encounter_id, c.visit_number,
        p.account_number, c.setting, c.payer, c.charge, c.coder, c.finalized_at, c.chart_version, c.coded, c.status, c.auditor,
        c.audited, c.released_at
      from coding_audit_chart c
      join coding_audit a using (coding_audit_id)
      join encounter e on e.encounter_id = c.encounter_id
      join patient p on p.patient_id = e.patient_id
      """;

  private final JdbcClient jdbc;
  private final JsonColumns json;

  AuditedCharts(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// The charts of an audit, by coder and visit, for who plans or does audits.
  public List<AuditedChart> ofAudit(CodingAudit audit) {
    AccessDeniedForActor.unlessEither(Permission.PLAN_CODING_AUDIT, Permission.AUDIT_CODING);
    return jdbc.sql(SELECT + "where c.coding_audit_id = :audit order by c.coder, c.visit_number")
        .param("audit", audit.id())
        .query(this::chart)
        .list();
  }

  /// What was given to the actor, the latest first.
  public List<AuditedChart> mine() {
    return jdbc.sql(
            SELECT
                + """
                where c.released_at is not null and :actor = any (c.people)
                order by c.released_at desc, c.visit_number
                """)
        .param("actor", Acting.actor().name())
        .query(this::chart)
        .list();
  }

  /// One chart, if the actor may see it.
  public AuditedChart visible(UUID publicId) {
    var chart =
        jdbc.sql(SELECT + "where c.public_id = :id")
            .param("id", publicId)
            .query(this::chart)
            .optional()
            .orElseThrow();
    if (!chart.coded().people().contains(Acting.actor().name())) {
      AccessDeniedForActor.unlessEither(Permission.PLAN_CODING_AUDIT, Permission.AUDIT_CODING);
    } else if (!chart.isReleased()) {
      throw new AuditRefusal("Findings on your own coding are shown once they are given to you.");
    }
    return chart;
  }

  /// The chart that a difference belongs to, if the actor may see it.
  AuditedChart ofDifference(UUID publicId) {
    var chart =
        jdbc.sql(
                """
                select c.public_id
                from coding_audit_difference d
                join coding_audit_chart c using (coding_audit_chart_id)
                where d.public_id = :id
                """)
            .param("id", publicId)
            .query(UUID.class)
            .optional()
            .orElseThrow();
    return visible(chart);
  }

  /// Refuses the sight of a chart's codes to whoever may do a blind second coding of it that waits.
  public void requireSight(EncounterId encounterId) {
    var actor = Acting.actor();
    if (actor.isSystem() || !actor.may(Permission.AUDIT_CODING)) return;
    boolean isWaiting =
        jdbc.sql(
                """
                select exists (
                  select from coding_audit_chart c
                  join coding_audit a using (coding_audit_id)
                  where c.encounter_id = :encounter and c.status = 'WAITING' and a.mode = 'BLIND'
                    and not :actor = any (c.people))
                """)
            .param("encounter", encounterId.value())
            .param("actor", actor.name())
            .query(Boolean.class)
            .single();
    if (isWaiting) {
      throw new AuditRefusal(
          "A blind second coding of this chart waits. Its codes are shown once that is done.");
    }
  }

  /// The visits whose codes are kept from the actor, as [#requireSight] says.
  public Set<UUID> unseen() {
    var actor = Acting.actor();
    if (actor.isSystem() || !actor.may(Permission.AUDIT_CODING)) return Set.of();
    return Set.copyOf(
        jdbc.sql(
                """
                select e.public_id
                from coding_audit_chart c
                join coding_audit a using (coding_audit_id)
                join encounter e using (encounter_id)
                where c.status = 'WAITING' and a.mode = 'BLIND' and not :actor = any (c.people)
                """)
            .param("actor", actor.name())
            .query(UUID.class)
            .list());
  }

  /// Whether the chart itself was opened or finalized again since it was frozen.
  public boolean isChangedSince(AuditedChart chart) {
    return jdbc.sql("select version <> :version from chart where encounter_id = :encounter")
        .param("version", chart.chartVersion())
        .param("encounter", chart.encounterId().value())
        .query(Boolean.class)
        .single();
  }

  private AuditedChart chart(ResultSet row, int n) throws SQLException {
    long id = row.getLong("coding_audit_chart_id");
    String audited = row.getString("audited");
    return new AuditedChart(
        id,
        row.getObject("public_id", UUID.class),
        row.getLong("coding_audit_id"),
        row.getString("name"),
        AuditPlan.Mode.valueOf(row.getString("mode")),
        new EncounterId(row.getLong("encounter_id")),
        row.getString("visit_number"),
        row.getString("account_number"),
        row.getString("setting"),
        row.getString("payer"),
        Money.of(row.getBigDecimal("charge").toPlainString()),
        row.getString("coder"),
        row.getTimestamp("finalized_at").toInstant(),
        row.getInt("chart_version"),
        json.read(row.getString("coded"), CodedVisit.class),
        Status.valueOf(row.getString("status")),
        row.getString("auditor"),
        audited == null ? null : json.read(audited, CodedVisit.class),
        instant(row, "released_at"),
        differences(id));
  }

  private List<AuditDifference> differences(long chartId) {
    return jdbc.sql(
            """
            select public_id, element, kind, coded, correct, person, topic, reason, answer, answer_text,
              answer_reference, answered_at, decision, decision_text, decided_by
            from coding_audit_difference
            where coding_audit_chart_id = :chart
            order by coding_audit_difference_id
            """)
        .param("chart", chartId)
        .query((row, n) -> difference(row))
        .list();
  }

  private static AuditDifference difference(ResultSet row) throws SQLException {
    String answer = row.getString("answer");
    String decision = row.getString("decision");
    return new AuditDifference(
        row.getObject("public_id", UUID.class),
        new Mark(
            Element.valueOf(row.getString("element")),
            Mark.Kind.valueOf(row.getString("kind")),
            row.getString("coded"),
            row.getString("correct"),
            row.getString("person")),
        Topic.valueOf(row.getString("topic")),
        row.getString("reason"),
        answer == null ? null : Answer.valueOf(answer),
        row.getString("answer_text"),
        row.getString("answer_reference"),
        instant(row, "answered_at"),
        decision == null ? null : Decision.valueOf(decision),
        row.getString("decision_text"),
        row.getString("decided_by"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
