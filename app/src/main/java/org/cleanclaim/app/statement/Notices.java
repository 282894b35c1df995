package org.cleanclaim.app.statement;

import java.sql.Timestamp;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The statements that have asked a household for what is due now. Those from before the oldest of
/// it became the patient's were about debts that are settled: they are no notice of this one (26
/// CFR 1.501(r)-6(c)(3) counts from the first bill for the care).
@Component
@Transactional(readOnly = true)
class Notices {
  /// @param first null when none has gone out
  /// @param finalOn null when the final notice has not gone out
  record Sent(int count, @Nullable LocalDate first, @Nullable LocalDate finalOn) {}

  private final JdbcClient jdbc;
  private final BillingPolicies policies;

  Notices(JdbcClient jdbc, BillingPolicies policies) {
    this.jdbc = jdbc;
    this.policies = policies;
  }

  Sent of(Standing standing) {
    return jdbc.sql(
            """
            select count(*) as sent, min(issued_on) as first_on, max(issued_on) filter (where step >= :final) as final_on
            from statement
            where patient_id = any (:patients) and created_at >= :since and issued_on >= coalesce((
              select max(ended_on) from collection_placement
              where patient_id = any (:patients) and status = 'SETTLED'), '-infinity'::date)
            """)
        .param("final", policies.current().statementsBeforeCollection())
        .param("patients", standing.household().recordIds())
        .param("since", Timestamp.from(standing.dueSince()))
        .query((row, n) ->
            new Sent(row.getInt("sent"), Rows.day(row, "first_on"), Rows.day(row, "final_on")))
        .single();
  }
}
