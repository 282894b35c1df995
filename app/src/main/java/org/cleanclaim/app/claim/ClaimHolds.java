package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.deadline.Deadlines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Holds that people place on claims and release. A claim may have several; it goes when none
/// stands and the scrub finds nothing.
@Component
@Transactional
public class ClaimHolds {
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final HoldRecords holds;
  private final ClaimScrubbing scrubbing;
  private final ClaimClocks clocks;
  private final Deadlines deadlines;
  private final AuditTrail audit;

  ClaimHolds(
      ClaimRecords records,
      ClaimUpdates updates,
      HoldRecords holds,
      ClaimScrubbing scrubbing,
      ClaimClocks clocks,
      Deadlines deadlines,
      AuditTrail audit) {
    this.records = records;
    this.updates = updates;
    this.holds = holds;
    this.scrubbing = scrubbing;
    this.clocks = clocks;
    this.deadlines = deadlines;
    this.audit = audit;
  }

  /// All holds of a claim, the first first.
  @Transactional(readOnly = true)
  public List<ClaimHold> of(ClaimId claim) {
    return holds.of(claim);
  }

  /// Holds a claim that no payer has.
  ///
  /// @param lookAgainOn the day on which somebody looks at it again, which gets a clock; null for
  ///   none
  /// @throws IllegalStateException when a payer has it, the reason is missing or the day is past
  public ClaimHold place(UUID claimId, String reason, @Nullable LocalDate lookAgainOn) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var claim = records.lock(claimId).orElseThrow();
    if (!claim.status().isChangeable()) {
      throw new IllegalStateException(
          "The claim is %s: only one that no payer has is held."
              .formatted(claim.status().title().toLowerCase(Locale.ROOT)));
    }
    if (reason.strip().length() < 5) {
      throw new IllegalStateException("Say why it is held, in at least five characters.");
    }
    if (lookAgainOn != null && !lookAgainOn.isAfter(deadlines.today())) {
      throw new IllegalStateException("The day to look at it again has to be a day to come.");
    }
    var hold = holds.place(claim.id(), reason.strip(), lookAgainOn);
    updates.note(claim.id(), "Hold placed", hold.inWords(), null, null);
    if (lookAgainOn != null) clocks.held(claim, hold, lookAgainOn);
    audit.record("held", "claim", claim.id(), claim.patientId().value(), hold.reason());
    if (claim.status().isScrubbable()) scrubbing.scrub(claim.id());
    return hold;
  }

  /// Releases a hold and scrubs the claim again, so that it is ready when nothing else holds it.
  ///
  /// @throws IllegalStateException when somebody has released it already
  public BilledClaim release(UUID claimId, UUID holdId) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var claim = records.lock(claimId).orElseThrow();
    var hold = holds.find(holdId).filter(h -> h.claimId().equals(claim.id())).orElseThrow();
    if (!hold.isStanding()) {
      throw new IllegalStateException(
          "%s has released the hold already.".formatted(hold.releasedBy()));
    }
    holds.release(hold);
    clocks.released(claim, hold);
    updates.note(claim.id(), "Hold released", hold.reason(), null, null);
    audit.record("released a hold", "claim", claim.id(), claim.patientId().value(), hold.reason());
    return claim.status().isScrubbable() ? scrubbing.scrub(claim.id()) : claim;
  }
}
