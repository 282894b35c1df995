package org.cleanclaim.app.claim;

import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Claims that went out and never arrived. They go again under their numbers; each file that they
/// went out in stays on record, so that the first still proves when they were filed.
@Component
@Transactional
public class ClaimResending {
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final ClaimsOnTheirWay onTheirWay;
  private final ClaimScrubbing scrubbing;
  private final ClaimClocks clocks;
  private final AuditTrail audit;

  ClaimResending(
      ClaimRecords records,
      ClaimUpdates updates,
      ClaimsOnTheirWay onTheirWay,
      ClaimScrubbing scrubbing,
      ClaimClocks clocks,
      AuditTrail audit) {
    this.records = records;
    this.updates = updates;
    this.onTheirWay = onTheirWay;
    this.scrubbing = scrubbing;
    this.clocks = clocks;
    this.audit = audit;
  }

  /// The payer says that it has no such claim: it is scrubbed and can be sent again.
  ///
  /// @throws IllegalStateException when it was not sent, its file has not arrived yet, it is
  ///   decided, or was forwarded by the payer before
  public BilledClaim sendAgain(UUID publicId, String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var claim = records.lock(publicId).orElseThrow();
    if (!mayGoAgain(claim)) {
      throw new IllegalStateException(
          "The claim is %s: only one that was sent and that no payer has decided goes again."
              .formatted(claim.status().title().toLowerCase(Locale.ROOT)));
    }
    var onItsWay = onTheirWay.delivery(claim);
    if (onItsWay.isPresent()) {
      throw new IllegalStateException(
          "Its file %s still waits for %s and goes by itself: sent again, the claim would go twice. Connections can try the file at once or send it another way."
              .formatted(onItsWay.get().fileName(), onItsWay.get().connection()));
    }
    if (reason.strip().length() < 5) {
      throw new IllegalStateException("Say what the payer said, in at least five characters.");
    }
    updates.move(claim.id(), ClaimStatus.DRAFT, "Never arrived", reason.strip(), null);
    clocks.rejected(claim, reason.strip());
    audit.record("sends again", "claim", claim.id(), claim.patientId().value(), reason.strip());
    return scrubbing.scrub(claim.id());
  }

  /// Whether a payer may say of it that it never came. A correction that its payer has taken stands
  /// in the place of the claim before.
  public static boolean mayGoAgain(BilledClaim claim) {
    boolean isForwarded = claim.following() != null && claim.following().isForwarded();
    return switch (claim.status()) {
      case SENT, ACCEPTED -> true;
      case AT_PAYER -> claim.correction() == null && !isForwarded;
      case DRAFT, HELD, READY, REJECTED, ADJUDICATED, VOIDED, REPLACED -> false;
    };
  }
}
