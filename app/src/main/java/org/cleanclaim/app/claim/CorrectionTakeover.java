package org.cleanclaim.app.claim;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What happens once a payer has taken a correction: the earlier claim does not stand any more, and
/// what the payer owes goes with it ([CorrectionReceivables]).
@Component
class CorrectionTakeover {
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final CorrectionRecords chain;
  private final ClaimClocks clocks;
  private final CorrectionReceivables receivables;
  private final ApplicationEventPublisher events;

  CorrectionTakeover(
      ClaimRecords records,
      ClaimUpdates updates,
      CorrectionRecords chain,
      ClaimClocks clocks,
      CorrectionReceivables receivables,
      ApplicationEventPublisher events) {
    this.records = records;
    this.updates = updates;
    this.chain = chain;
    this.clocks = clocks;
    this.receivables = receivables;
    this.events = events;
  }

  /// The payer has taken a claim. Nothing happens when it corrects none, or took over before.
  void taken(BilledClaim claim, @Nullable Long fileId) {
    Correction how = claim.correction();
    if (how == null || !chain.takeOver(claim.id())) return;
    var earlier = chain.earlier(claim.id()).orElseThrow();
    receivables.taken(earlier, claim);
    boolean isVoid = how == Correction.VOID;
    updates.move(
        earlier.id(),
        isVoid ? ClaimStatus.VOIDED : ClaimStatus.REPLACED,
        isVoid ? "Voided" : "Replaced",
        "The payer has taken claim " + claim.controlNumber(),
        fileId);
    clocks.replaced(earlier, "The payer has taken claim " + claim.controlNumber());
    events.publishEvent(new ClaimReplaced(earlier.id().value(), claim.id().value(), how));
  }

  /// The payer's answer to a void claim takes money back from the claim that it voids.
  void answered(BilledClaim claim) {
    if (claim.correction() != Correction.VOID) return;
    chain.earlier(claim.id()).ifPresent(earlier -> receivables.takenBack(earlier, claim));
  }

  /// The payer's number of a claim became known: a correction that is not on its way yet and has no
  /// number of its own takes it.
  Optional<BilledClaim> numbered(ClaimId earlier, String payerNumber) {
    var correction = chain.correctionOf(earlier);
    if (correction.isEmpty()) return Optional.empty();
    var claim = correction.get();
    Correction how = claim.correction();
    boolean takesIt =
        how != null
            && how.needsPayerNumber()
            && claim.status().isChangeable()
            && !chain.isNumberTyped(claim.id())
            && !payerNumber.equals(claim.snapshot().payerClaimControlNumber());
    if (!takesIt) return Optional.empty();
    var snapshot =
        ClaimCopies.correction(
            claim.snapshot(),
            claim.snapshot().controlNumber(),
            claim.snapshot().frequency(),
            payerNumber);
    updates.revise(claim, snapshot, null, claim.payerId(), claim.coverageId(), claim.fileBy());
    updates.note(claim.id(), "Revised", "The payer's number is " + payerNumber, "Scrub it", null);
    return records.find(claim.id());
  }
}
