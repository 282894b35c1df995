package org.cleanclaim.app.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// Clocks as they are read.
final class ClockRows {
  static final String SELECT =
      """
      select c.deadline_clock_id, c.public_id, c.kind, c.subject, c.step, c.title, c.amount, c.unit,
        c.presumed_receipt_days, c.source, c.is_assumed, c.starts_on, c.due_on, c.evidence, c.owner, c.state,
        c.suspended_on, c.stopped_on, c.claim_id, m.public_id as claim_public_id, m.control_number, c.payer_id,
        y.name as payer, c.link, c.version
      from deadline_clock c
      left join claim m on m.claim_id = c.claim_id
      left join payer y on y.payer_id = c.payer_id
      """;

  private ClockRows() {}

  static Clock row(ResultSet row, int n) throws SQLException {
    return new Clock(
        row.getLong("deadline_clock_id"),
        row.getObject("public_id", UUID.class),
        ClockKind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getInt("step"),
        row.getString("title"),
        new ClockRule(
            row.getInt("amount"),
            ClockRule.Unit.valueOf(row.getString("unit")),
            row.getInt("presumed_receipt_days"),
            row.getString("source"),
            row.getBoolean("is_assumed")),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getString("evidence"),
        row.getString("owner"),
        Clock.State.valueOf(row.getString("state")),
        row.getObject("suspended_on", LocalDate.class),
        row.getObject("stopped_on", LocalDate.class),
        row.getObject("claim_id", Long.class),
        row.getObject("claim_public_id", UUID.class),
        row.getString("control_number"),
        row.getObject("payer_id", Long.class),
        row.getString("payer"),
        row.getString("link"),
        row.getInt("version"));
  }
}
