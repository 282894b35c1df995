package org.cleanclaim.app.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockRule;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.Deadlines;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What payers say of claims when somebody calls them. Until the day that was agreed upon the claim
/// is off the list of silent ones, and a clock runs to that day.
@Component
@Transactional
public class PayerCalls {
  /// A call as it is typed.
  ///
  /// @param lookAgainOn null for none
  public record TypedCall(
      String said, String spokeWith, String reference, @Nullable LocalDate lookAgainOn) {}

  private record Kept(int step, PayerCall call) {}

  private final JdbcClient jdbc;
  private final Claims claims;
  private final Deadlines deadlines;
  private final AuditTrail audit;
  private final Clock clock;

  PayerCalls(JdbcClient jdbc, Claims claims, Deadlines deadlines, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.claims = claims;
    this.deadlines = deadlines;
    this.audit = audit;
    this.clock = clock;
  }

  /// The calls about a claim, the first first.
  @Transactional(readOnly = true)
  public List<PayerCall> of(ClaimId claim) {
    return jdbc.sql(
            """
            select payer_call_id, public_id, said, spoke_with, reference, look_again_on, kept_by, kept_at
            from payer_call
            where claim_id = :claim
            order by payer_call_id
            """)
        .param("claim", claim.value())
        .query((row, n) -> kept(row).call())
        .list();
  }

  /// Keeps what the payer said. A day to look again takes the place of an earlier one.
  ///
  /// @throws IllegalStateException when the claim was never sent, nothing is said or the day is
  ///   past
  public PayerCall keep(UUID claimId, TypedCall typed) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var claim = claims.find(claimId).orElseThrow();
    if (claim.firstSentAt() == null) {
      throw new IllegalStateException("The claim was never sent, so that no payer knows of it.");
    }
    if (typed.said().strip().length() < 5) {
      throw new IllegalStateException("Say what the payer said, in at least five characters.");
    }
    LocalDate on = typed.lookAgainOn();
    if (on != null && !on.isAfter(deadlines.today())) {
      throw new IllegalStateException("The day to look at it again has to be a day to come.");
    }
    var kept = insert(claim, typed);
    String subject = "claim " + claim.controlNumber();
    deadlines.ended(ClockKind.FOLLOW_UP, subject, "The payer was called");
    if (on != null) deadlines.run(clock(claim, subject, kept.step(), on));
    claims.note(claim.id(), "Called the payer", inWords(kept.call()));
    audit.record(
        "called the payer", "claim", claim.id(), claim.patientId().value(), kept.call().said());
    return kept.call();
  }

  private Kept insert(BilledClaim claim, TypedCall typed) {
    return jdbc.sql(
            """
            insert into payer_call (claim_id, said, spoke_with, reference, look_again_on, kept_by, kept_at)
            values (:claim, :said, :with, :reference, :on, :by, :now)
            returning payer_call_id, public_id, said, spoke_with, reference, look_again_on, kept_by, kept_at
            """)
        .param("claim", claim.id().value())
        .param("said", typed.said().strip())
        .param("with", blankToNull(typed.spokeWith()))
        .param("reference", blankToNull(typed.reference()))
        .param("on", typed.lookAgainOn(), Types.DATE)
        .param("by", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .query((row, n) -> kept(row))
        .single();
  }

  private ClockStart clock(BilledClaim claim, String subject, int step, LocalDate on) {
    var today = deadlines.today();
    var rule =
        ClockRule.days(
            Math.toIntExact(ChronoUnit.DAYS.between(today, on)), "agreed upon with the payer");
    return ClockStart.of(ClockKind.FOLLOW_UP, subject, rule, today)
        .atStep(step, ClockKind.FOLLOW_UP.title())
        .ofClaim(claim.id().value(), claim.payerId(), "/claims/" + claim.publicId());
  }

  private static String inWords(PayerCall call) {
    return Stream.of(
            call.said(),
            call.spokeWith() == null ? null : "spoke with " + call.spokeWith(),
            call.reference() == null ? null : "reference " + call.reference(),
            call.lookAgainOn() == null ? null : "to be looked at on " + call.lookAgainOn())
        .filter(Objects::nonNull)
        .collect(Collectors.joining("; "));
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getInt("payer_call_id"),
        new PayerCall(
            row.getObject("public_id", UUID.class),
            row.getString("said"),
            row.getString("spoke_with"),
            row.getString("reference"),
            row.getObject("look_again_on", LocalDate.class),
            row.getString("kept_by"),
            row.getTimestamp("kept_at").toInstant()));
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
