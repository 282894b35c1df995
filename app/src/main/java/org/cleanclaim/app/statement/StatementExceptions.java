package org.cleanclaim.app.statement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Statements that were refused because they do not add up to the ledger, until somebody has
/// settled them.
@Component
@Transactional
public class StatementExceptions {
  /// @param explained what the sentences came to
  public record Refused(
      UUID id,
      UUID patient,
      String name,
      LocalDate refusedOn,
      Money ledgerBalance,
      Money explained,
      String what) {}

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  StatementExceptions(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  void add(Household household, Statement drawn, String what) {
    jdbc.sql(
            """
            insert into statement_exception (patient_id, refused_on, ledger_balance, explained, what)
            values (:patient, :on, :ledger, :explained, :what)
            on conflict (patient_id, refused_on) do nothing
            """)
        .param("patient", household.holderId())
        .param("on", drawn.issuedOn())
        .param("ledger", drawn.balance().toBigDecimal())
        .param("explained", drawn.content().total().toBigDecimal())
        .param("what", what)
        .update();
    audit.record("refused statement", "patient", household.holderId(), household.holderId(), what);
  }

  /// What waits for a person, the oldest first.
  @Transactional(readOnly = true)
  public List<Refused> open() {
    return jdbc.sql(
            """
            select x.public_id, p.public_id as patient, p.last_name || ', ' || p.first_name as name, x.refused_on,
              x.ledger_balance, x.explained, x.what
            from statement_exception x
            join patient p using (patient_id)
            where x.settled_at is null
            order by x.statement_exception_id
            """)
        .query((row, n) ->
            new Refused(
                row.getObject("public_id", UUID.class),
                row.getObject("patient", UUID.class),
                row.getString("name"),
                row.getObject("refused_on", LocalDate.class),
                Rows.money(row, "ledger_balance"),
                Rows.money(row, "explained"),
                row.getString("what")))
        .list();
  }

  public void settle(UUID id, String resolution) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    if (resolution.isBlank()) throw new BillingRefusal("Say how it was settled.");
    int settled =
        jdbc.sql(
                """
                update statement_exception
                set settled_by = :actor, settled_at = :now, resolution = :resolution
                where public_id = :id and settled_at is null
                """)
            .param("actor", Acting.actor().name())
            .param("now", Timestamp.from(clock.instant()))
            .param("resolution", resolution.strip())
            .param("id", id)
            .update();
    if (settled == 0) throw new BillingRefusal("This was settled already.");
    audit.record("settled", "statement exception", id, null, resolution);
  }
}
