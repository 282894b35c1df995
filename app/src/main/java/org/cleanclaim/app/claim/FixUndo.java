package org.cleanclaim.app.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes a change back that was made to mend a finding: the claim is made anew from the
/// registration with the changes that are left, and scrubbed.
@Component
@Transactional
public class FixUndo {
  private static final int LEAST_CHARACTERS = 5;
  private static final int MOST_CHARACTERS = 500;

  private final Claims claims;
  private final ClaimRecords records;
  private final ClaimChanges changes;
  private final AuditTrail audit;

  FixUndo(Claims claims, ClaimRecords records, ClaimChanges changes, AuditTrail audit) {
    this.claims = claims;
    this.records = records;
    this.changes = changes;
    this.audit = audit;
  }

  /// The changes of a claim, the latest first.
  @Transactional(readOnly = true)
  public List<AppliedChange> changes(ClaimId id) {
    return changes.of(id);
  }

  /// Takes the change back that made a revision.
  ///
  /// @param reason why, for the claim's timeline
  /// @return why it cannot be done; empty when it is done
  public Optional<String> undo(UUID claimId, int revision, String reason) {
    var claim = records.lock(claimId).orElseThrow();
    var change = changes.of(claim.id()).stream().filter(c -> c.revision() == revision).findFirst();
    if (change.isEmpty()) {
      return Optional.of("Revision %d was made by no change of a field.".formatted(revision));
    }
    if (change.get().undoneBy() != null) return Optional.of("It has been taken back already.");
    if (!claim.status().isChangeable()) {
      return Optional.of(
          "The claim is %s; what the payer has is changed by a replacement claim."
              .formatted(claim.status().title().toLowerCase(Locale.ROOT)));
    }
    int length = reason.strip().length();
    if (length < LEAST_CHARACTERS || length > MOST_CHARACTERS) {
      return Optional.of(
          "The reason has to have %d to %d characters."
              .formatted(LEAST_CHARACTERS, MOST_CHARACTERS));
    }
    changes.undo(claim.id(), revision, reason.strip());
    audit.record(
        "undid a fix for " + change.get().ruleId(),
        "claim",
        claim.id(),
        claim.patientId().value(),
        reason.strip());
    claims.rebuild(
        claim.id(),
        "Taken back for %s: %s → %s. %s"
            .formatted(
                change.get().ruleId(),
                change.get().after(),
                change.get().before(),
                reason.strip()));
    return Optional.empty();
  }
}
