package org.cleanclaim.app.codingaudit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.codingaudit.AuditDifference.Decision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Moves an audited chart on when its differences are answered and decided.
@Component
class AuditSettlement {
  private final JdbcClient jdbc;
  private final Clock clock;

  AuditSettlement(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  AuditDifference difference(AuditedChart chart, UUID publicId) {
    return chart.differences().stream()
        .filter(d -> d.publicId().equals(publicId))
        .findFirst()
        .orElseThrow();
  }

  void decided(UUID differenceId, Decision decision, String text) {
    jdbc.sql(
            """
            update coding_audit_difference
            set decision = :decision, decision_text = :text, decided_by = :actor, decided_at = :now
            where public_id = :id
            """)
        .param("decision", decision.name())
        .param("text", text)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", differenceId)
        .update();
  }

  /// Closes the chart when everything is settled; lets the auditor decide when everything is
  /// answered.
  void settle(AuditedChart chart) {
    boolean isSettled = chart.differences().stream().allMatch(AuditDifference::isSettled);
    boolean isAnswered =
        chart.differences().stream().allMatch(d -> d.isSettled() || d.answer() != null);
    if (!isAnswered) return;
    jdbc.sql(
            """
            update coding_audit_chart
            set status = :status, closed_at = case when :status = 'CLOSED' then :now::timestamptz end
            where coding_audit_chart_id = :chart
            """)
        .param("status", isSettled ? "CLOSED" : "TO_DECIDE")
        .param("now", Timestamp.from(clock.instant()))
        .param("chart", chart.id())
        .update();
  }
}
