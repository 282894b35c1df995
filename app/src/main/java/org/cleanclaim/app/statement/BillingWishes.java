package org.cleanclaim.app.statement;

import java.sql.Timestamp;
import java.time.Clock;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The language of a household's statements, and whether they are held back.
@Component
@Transactional
public class BillingWishes {
  /// @param holdReason why no statement goes out; null when they do
  public record Wish(Language language, @Nullable String holdReason) {}

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  BillingWishes(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Wish of(Household household) {
    return jdbc.sql("select language, hold_reason from billing_wish where patient_id = :id")
        .param("id", household.holderId())
        .query((row, n) ->
            new Wish(Language.valueOf(row.getString("language")), row.getString("hold_reason")))
        .optional()
        .orElse(new Wish(Language.ENGLISH, null));
  }

  public void save(Household household, Wish wish) {
    AccessDeniedForActor.unlessEither(Permission.BILL_PATIENT, Permission.TAKE_PAYMENT);
    String hold = wish.holdReason();
    jdbc.sql(
            """
            insert into billing_wish (patient_id, language, hold_reason, saved_by, saved_at)
            values (:id, :language, :hold, :actor, :now)
            on conflict (patient_id) do update set language = excluded.language, hold_reason = excluded.hold_reason,
              saved_by = excluded.saved_by, saved_at = excluded.saved_at
            """)
        .param("id", household.holderId())
        .param("language", wish.language().name())
        .param("hold", hold == null || hold.isBlank() ? null : hold.strip())
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record("saved", "billing wish", household.holderId(), household.holderId(), hold);
  }
}
