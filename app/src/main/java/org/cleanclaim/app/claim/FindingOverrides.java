package org.cleanclaim.app.claim;

import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Decisions to send a claim in spite of a finding, with the reason, where the rule allows it. The
/// scrub respects them while what the finding looked at stays the same.
@Component
@Transactional
public class FindingOverrides {
  private static final int LEAST_CHARACTERS = 5;
  private static final int MOST_CHARACTERS = 500;

  /// What came of it.
  public sealed interface Result {
    /// Kept, and the claim is scrubbed again.
    record Done(BilledClaim claim) implements Result {}

    /// The claim cannot take it now.
    record Refused(String why) implements Result {}

    /// The actor may not.
    record NotAllowed(Permission needed) implements Result {}
  }

  private final Claims claims;
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final FindingRecords findings;
  private final AuditTrail audit;

  FindingOverrides(
      Claims claims,
      ClaimRecords records,
      ClaimUpdates updates,
      FindingRecords findings,
      AuditTrail audit) {
    this.claims = claims;
    this.records = records;
    this.updates = updates;
    this.findings = findings;
    this.audit = audit;
  }

  /// Overrides a finding of the claim's latest revision.
  ///
  /// @param place the finding's place in words
  public Result override(UUID claimId, String ruleId, String place, String reason) {
    var claim = records.lock(claimId).orElseThrow();
    String words = reason.strip();
    if (words.length() < LEAST_CHARACTERS || words.length() > MOST_CHARACTERS) {
      return new Result.Refused(
          "The reason has to have %d to %d characters."
              .formatted(LEAST_CHARACTERS, MOST_CHARACTERS));
    }
    if (!claim.status().isScrubbable()) return notOpen(claim);
    var finding =
        findings.ofClaim(claim.id()).stream()
            .filter(f -> f.revision() == claim.revision())
            .filter(f -> f.ruleId().equals(ruleId) && f.place().equals(place))
            .filter(f -> f.override() == null)
            .findFirst();
    if (finding.isEmpty()) {
      return new Result.Refused(
          "The latest scrub has no open finding %s at %s.".formatted(ruleId, place));
    }
    var right = finding.get().overrideRight();
    var permission = right.permission();
    if (permission == null) {
      return new Result.Refused(
          "%s cannot be overridden by anybody. %s".formatted(ruleId, finding.get().remedy()));
    }
    if (!Acting.actor().may(permission)) {
      return new Result.NotAllowed(permission);
    }
    String content = findings.content(claim, ruleId, place).orElseThrow();
    findings.override(claim.id(), finding.get(), content, words);
    updates.note(
        claim.id(), "Overridden", "%s at %s: %s".formatted(ruleId, place, words), "Scrub it", null);
    audit.record("overrode " + ruleId, "claim", claim.id(), claim.patientId().value(), words);
    return new Result.Done(claims.scrub(claim.id()));
  }

  /// Ends a decision; the finding counts again.
  public Result withdraw(UUID claimId, UUID overrideId) {
    var claim = records.lock(claimId).orElseThrow();
    if (!claim.status().isScrubbable()) return notOpen(claim);
    var ruleId = findings.withdraw(claim.id(), overrideId);
    if (ruleId.isEmpty()) {
      return new Result.Refused("The override is not there any more.");
    }
    updates.note(
        claim.id(), "Override withdrawn", ruleId.get() + " counts again", "Scrub it", null);
    audit.record(
        "withdrew override of " + ruleId.get(),
        "claim",
        claim.id(),
        claim.patientId().value(),
        null);
    return new Result.Done(claims.scrub(claim.id()));
  }

  private static Result notOpen(BilledClaim claim) {
    return new Result.Refused(
        "The claim is %s; its findings are closed."
            .formatted(claim.status().title().toLowerCase(java.util.Locale.ROOT)));
  }
}
