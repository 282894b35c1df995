package org.cleanclaim.app.claim;

import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverages;
import org.springframework.stereotype.Component;

/// Makes an unsent claim to a next payer again: patient, policy and payer as they are registered
/// now. What was served, and what the payers before decided, stays as it is.
@Component
class FollowingRebuild {
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final ClaimChanges changes;
  private final FollowingParties parties;
  private final ClaimScrubbing scrubbing;
  private final Coverages coverages;
  private final Payers payers;
  private final AuditTrail audit;

  FollowingRebuild(
      ClaimRecords records,
      ClaimUpdates updates,
      ClaimChanges changes,
      FollowingParties parties,
      ClaimScrubbing scrubbing,
      Coverages coverages,
      Payers payers,
      AuditTrail audit) {
    this.records = records;
    this.updates = updates;
    this.changes = changes;
    this.parties = parties;
    this.scrubbing = scrubbing;
    this.coverages = coverages;
    this.payers = payers;
    this.audit = audit;
  }

  BilledClaim rebuild(BilledClaim claim, BilledClaim.Following place, String reason) {
    var earlier = records.find(place.earlier()).orElseThrow();
    var coverage = coverages.get(claim.coverageId(), claim.servedFrom());
    var payer = payers.get(coverage.payerId());
    var next = parties.of(claim.snapshot().controlNumber(), earlier, coverage, payer, claim.id());
    var renewed = FollowingSnapshot.renewed(claim.snapshot(), next);
    updates.revise(
        claim,
        changes.repeat(claim.id(), renewed).claim(),
        null,
        payer.id(),
        coverage.id(),
        claim.fileBy());
    updates.note(claim.id(), "Revised", reason, ClaimStatus.DRAFT.nextStep(), null);
    audit.record("revised", "claim", claim.id(), claim.patientId().value(), reason);
    return scrubbing.scrub(claim.id());
  }
}
