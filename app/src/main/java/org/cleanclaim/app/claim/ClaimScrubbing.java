package org.cleanclaim.app.claim;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.springframework.stereotype.Component;

/// Scrubs claims and makes them ready or holds them: no claim becomes ready in any other way.
@Component
class ClaimScrubbing {
  private final ClaimRecords records;
  private final FindingRecords findings;
  private final ClaimScrub scrub;
  private final RuledClaims ruled;
  private final ClaimAuthorizations authorizations;
  private final AuditTrail audit;

  ClaimScrubbing(
      ClaimRecords records,
      FindingRecords findings,
      ClaimScrub scrub,
      RuledClaims ruled,
      ClaimAuthorizations authorizations,
      AuditTrail audit) {
    this.records = records;
    this.findings = findings;
    this.scrub = scrub;
    this.ruled = ruled;
    this.authorizations = authorizations;
    this.audit = audit;
  }

  /// Runs the edits; the claim is held while an error remains that nobody has overridden, else
  /// ready.
  BilledClaim scrub(ClaimId id) {
    var claim = get(id);
    if (claim.correction() == Correction.VOID) {
      records.move(id, ClaimStatus.READY, "Ready", "It repeats the claim that it voids", null);
      return get(id);
    }
    authorizations.keep(claim);
    int errors = findings.keep(claim, scrub.findings(claim));
    if (errors == 0) {
      records.move(id, ClaimStatus.READY, "Ready", "The scrub found nothing to hold it", null);
    } else {
      records.move(
          id,
          ClaimStatus.HELD,
          "Held",
          "The scrub found " + errors + (errors == 1 ? " error" : " errors"),
          null);
    }
    return get(id);
  }

  /// Scrubs a claim and, beside it, the patient's other claims that have not been sent: what two
  /// claims have in common, a pair of codes, units of a day, a duplicate, is found on both.
  BilledClaim scrubWithOthers(ClaimId id) {
    var scrubbed = scrub(id);
    for (BilledClaim other : records.ofPatient(scrubbed.patientId())) {
      if (other.id().equals(id) || !other.status().isScrubbable()) continue;
      boolean isClean = findings.keep(other, scrub.findings(other)) == 0;
      if (isClean == (other.status() == ClaimStatus.READY)) continue;
      if (!records.lock(other.publicId()).orElseThrow().status().isScrubbable()) continue;
      records.move(
          other.id(),
          isClean ? ClaimStatus.READY : ClaimStatus.HELD,
          isClean ? "Ready" : "Held",
          "Scrubbed again beside claim " + scrubbed.controlNumber(),
          null);
    }
    return scrubbed;
  }

  /// Scrubs a claim that has not been sent, after the payer rules of now changed it.
  ///
  /// @throws IllegalStateException when it has been sent
  BilledClaim scrubAgain(UUID publicId) {
    var claim = records.lock(publicId).orElseThrow();
    if (!claim.status().isScrubbable()) {
      throw new IllegalStateException(
          "The claim is %s; only one that has not been sent is scrubbed."
              .formatted(claim.status().title().toLowerCase(Locale.ROOT)));
    }
    audit.record("scrubbed", "claim", claim.id(), claim.patientId().value(), null);
    changeByRules(claim);
    return scrub(claim.id());
  }

  private void changeByRules(BilledClaim claim) {
    var applied = ruled.apply(claim.snapshot());
    if (applied.changes().isEmpty()) return;
    records.revise(
        claim,
        applied.claim(),
        records.draft(claim.id()).orElse(claim.snapshot()),
        claim.payerId(),
        claim.coverageId(),
        claim.fileBy());
    ruled.tell(claim.id(), applied.changes());
  }

  /// What the edits and the payer rules say about another snapshot; nothing is kept.
  List<Finding> check(BilledClaim claim, Claim snapshot) {
    return scrub.findings(claim, snapshot);
  }

  private BilledClaim get(ClaimId id) {
    return records.find(id).orElseThrow();
  }
}
