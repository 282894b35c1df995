package org.cleanclaim.app.claim;

import java.util.List;
import org.cleanclaim.app.encounter.EncounterId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Claims beside the charges and the stay that they were made from. One that no payer has is made
/// anew when a charge is corrected, added or taken back, or the stay changed; one that a payer has
/// is marked where it says something else, until a replacement brings it up to them.
@Component
@Transactional
public class ClaimCharges {
  public static final String OF_CHARGES = "the charges of its visit";
  private static final String CHANGED = "The charges or the stay of its visit were changed";
  private static final String TOLD = "Charges changed";
  private static final String NOTHING_CHARGED =
      "Nothing of it is charged any more. Withdraw it, or charge its visit, lift the hold and make"
          + " it again.";

  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final ClaimRebuild rebuilding;
  private final ClaimScrubbing scrubbing;
  private final ClaimBilling billing;
  private final CorrectionRecords chain;
  private final ClaimCorrections corrections;
  private final ChargedVisits charged;
  private final HoldRecords holds;

  ClaimCharges(
      ClaimRecords records,
      ClaimUpdates updates,
      ClaimRebuild rebuilding,
      ClaimScrubbing scrubbing,
      ClaimBilling billing,
      CorrectionRecords chain,
      ClaimCorrections corrections,
      ChargedVisits charged,
      HoldRecords holds) {
    this.records = records;
    this.updates = updates;
    this.rebuilding = rebuilding;
    this.scrubbing = scrubbing;
    this.billing = billing;
    this.chain = chain;
    this.corrections = corrections;
    this.charged = charged;
    this.holds = holds;
  }

  /// Whether its payer was told something else than its charges say now.
  @Transactional(readOnly = true)
  public boolean isBehindCharges(BilledClaim claim) {
    return records.isBehindCharges(claim.id());
  }

  /// A charge of the visit was corrected, added or taken back, or its stay was changed.
  void follow(EncounterId visit) {
    for (BilledClaim found : records.ofVisit(visit)) {
      var claim = records.lock(found.publicId()).orElseThrow();
      if (claim.status().isChangeable()) remake(claim);
      else compare(claim);
    }
  }

  /// The codes of the visit are final again; what no payer has follows them by itself.
  void compare(EncounterId visit) {
    records.ofVisit(visit).forEach(claim -> compare(claim.id()));
  }

  /// The correction of a claim was withdrawn: what was changed meanwhile is its own matter again.
  void compare(ClaimId id) {
    // Held, so that nothing else is told of it meanwhile.
    var claim = records.lock(records.find(id).orElseThrow().publicId()).orElseThrow();
    if (!claim.status().isChangeable()) compare(claim);
  }

  private void remake(BilledClaim claim) {
    if (charged.of(claim).isEmpty()) {
      waitForCharges(claim);
    } else if (rebuilding.fromSources(claim).equals(claim.snapshot())) {
      updates.chargesChanged(claim.id(), false);
    } else {
      rebuilding.rebuild(claim.id(), CHANGED).visits().all().forEach(billing::billRest);
    }
  }

  private void waitForCharges(BilledClaim claim) {
    if (!claim.status().isScrubbable() || !holds.standing(List.of(claim)).isEmpty()) return;
    holds.place(claim.id(), NOTHING_CHARGED, null);
    scrubbing.scrub(claim.id());
  }

  private void compare(BilledClaim claim) {
    if (chain.correctionOf(claim.id()).isPresent()) return;
    var before = records.draft(claim.id()).orElse(claim.snapshot());
    var differences = ChargeDifferences.between(before, rebuilding.ofCharges(claim));
    String why =
        "The payer was told something else than stands now: " + String.join("; ", differences);
    boolean isTold = isTold(claim, why);
    updates.chargesChanged(claim.id(), !differences.isEmpty());
    if (differences.isEmpty() || isTold) return;
    updates.note(claim.id(), TOLD, why, corrections.broughtUp(claim, OF_CHARGES), null);
  }

  /// Whether this is what its timeline said of it the last time.
  private boolean isTold(BilledClaim claim, String why) {
    return records.isBehindCharges(claim.id())
        && records.timeline(claim.id()).stream()
            .filter(event -> event.what().equals(TOLD))
            .reduce((first, last) -> last)
            .filter(event -> event.why().equals(why))
            .isPresent();
  }
}
