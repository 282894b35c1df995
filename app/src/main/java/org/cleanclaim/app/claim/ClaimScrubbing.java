package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.storage.ReadOnce;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Scrubs claims and makes them ready or holds them: no claim becomes ready in any other way.
@Component
class ClaimScrubbing {
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final FindingRecords findings;
  private final ClaimScrub scrub;
  private final RuledClaims ruled;
  private final ClaimAuthorizations authorizations;
  private final HoldRecords holds;
  private final AuditTrail audit;

  ClaimScrubbing(
      ClaimRecords records,
      ClaimUpdates updates,
      FindingRecords findings,
      ClaimScrub scrub,
      RuledClaims ruled,
      ClaimAuthorizations authorizations,
      HoldRecords holds,
      AuditTrail audit) {
    this.records = records;
    this.updates = updates;
    this.findings = findings;
    this.scrub = scrub;
    this.ruled = ruled;
    this.authorizations = authorizations;
    this.holds = holds;
    this.audit = audit;
  }

  /// Runs the edits; the claim is held while an error remains that nobody has overridden, while the
  /// payer before owes a new decision, while a chart that it bills is open again, or while somebody
  /// holds it, else ready.
  BilledClaim scrub(ClaimId id) {
    return ReadOnce.during(() -> scrub(records.all(List.of(id.value()))).getFirst());
  }

  /// The same for several claims.
  private List<BilledClaim> scrub(List<BilledClaim> claims) {
    var checked = claims.stream().filter(c -> c.correction() != Correction.VOID).toList();
    authorizations.keep(checked);
    var errors = findings.keep(checked, scrub.findings(checked)).iterator();
    var held = holds.standing(claims);
    var open = records.withOpenChart(claims.stream().map(c -> c.id().value()).toList());
    var moves =
        claims.stream()
            .map(c -> {
              int count = c.correction() == Correction.VOID ? 0 : errors.next();
              return move(c, count, open.contains(c.id().value()), held.get(c.id()));
            })
            .toList();
    updates.move(moves);
    var moved = new ArrayList<BilledClaim>();
    for (int i = 0; i < moves.size(); i++) {
      moved.add(claims.get(i).withStatus(moves.get(i).status()));
    }
    return moved;
  }

  private static ClaimUpdates.Move move(
      BilledClaim claim, int errors, boolean isChartOpen, @Nullable ClaimHold hold) {
    boolean isVoid = claim.correction() == Correction.VOID;
    if (claim.isTakenBackBefore() && !isVoid) {
      return held(
          claim,
          "The payer before has taken its decision back and not decided anew",
          ClaimStatus.HELD.nextStep(true));
    }
    if (errors > 0) {
      return held(
          claim,
          "The scrub found " + errors + (errors == 1 ? " error" : " errors"),
          ClaimStatus.HELD.nextStep());
    }
    if (isChartOpen) {
      return held(claim, "A chart that it bills is open again", ClaimStatus.HELD.nextStep());
    }
    if (hold != null) return held(claim, hold.inWords(), ClaimHold.NEXT_STEP);
    return new ClaimUpdates.Move(
        claim.id(),
        ClaimStatus.READY,
        "Ready",
        isVoid ? "It repeats the claim that it voids" : "The scrub found nothing to hold it",
        null);
  }

  private static ClaimUpdates.Move held(BilledClaim claim, String why, String nextStep) {
    return new ClaimUpdates.Move(claim.id(), ClaimStatus.HELD, "Held", why, null, nextStep);
  }

  /// Scrubs a claim and, beside it, the patient's other claims that have not been sent: what two
  /// claims have in common, a pair of codes, units of a day, a duplicate, is found on both.
  BilledClaim scrubWithOthers(ClaimId id) {
    return ReadOnce.during(() -> scrubWithOthers(List.of(id)).getFirst());
  }

  /// The same for claims of different people.
  ///
  /// @return the claims as their scrub left them, in their order
  List<BilledClaim> scrubWithOthers(List<ClaimId> ids) {
    var byId =
        records.all(ids.stream().map(ClaimId::value).toList()).stream()
            .collect(Collectors.toMap(BilledClaim::id, claim -> claim));
    var scrubbed = scrub(ids.stream().map(byId::get).toList());
    var ofPatients = records.ofPatients(scrubbed.stream().map(BilledClaim::patientId).toList());
    var others = new ArrayList<BilledClaim>();
    var beside = new ArrayList<BilledClaim>();
    for (BilledClaim claim : scrubbed) {
      for (BilledClaim other : ofPatients.getOrDefault(claim.patientId(), List.of())) {
        if (other.id().equals(claim.id()) || !other.status().isScrubbable()) continue;
        others.add(other);
        beside.add(claim);
      }
    }
    if (others.isEmpty()) return scrubbed;
    var errors = findings.keep(others, scrub.findings(others));
    var held = holds.standing(others);
    var open = records.withOpenChart(others.stream().map(c -> c.id().value()).toList());
    for (int i = 0; i < others.size(); i++) {
      var other = others.get(i);
      boolean isKept =
          other.isTakenBackBefore()
              || open.contains(other.id().value())
              || held.containsKey(other.id());
      follow(other, errors.get(i) == 0 && !isKept, beside.get(i));
    }
    return scrubbed;
  }

  private void follow(BilledClaim other, boolean isClean, BilledClaim scrubbed) {
    if (isClean == (other.status() == ClaimStatus.READY)) return;
    if (!records.lock(other.publicId()).orElseThrow().status().isScrubbable()) return;
    updates.move(
        other.id(),
        isClean ? ClaimStatus.READY : ClaimStatus.HELD,
        isClean ? "Ready" : "Held",
        "Scrubbed again beside claim " + scrubbed.controlNumber(),
        null);
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
    updates.revise(
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
}
