package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.util.Optional;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What happens once a payer has taken a correction: the earlier claim does not stand any more, and
/// what it was billed at moves to the correction. Both claims together are owed what one of them
/// was, before and after; what the payer takes back of the earlier one comes with its own
/// remittance.
@Component
class CorrectionTakeover {
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final CorrectionRecords chain;
  private final ClaimClocks clocks;
  private final ClaimReceivables receivables;
  private final Ledger ledger;
  private final Deadlines deadlines;
  private final ApplicationEventPublisher events;

  CorrectionTakeover(
      ClaimRecords records,
      ClaimUpdates updates,
      CorrectionRecords chain,
      ClaimClocks clocks,
      ClaimReceivables receivables,
      Ledger ledger,
      Deadlines deadlines,
      ApplicationEventPublisher events) {
    this.records = records;
    this.updates = updates;
    this.chain = chain;
    this.clocks = clocks;
    this.receivables = receivables;
    this.ledger = ledger;
    this.deadlines = deadlines;
    this.events = events;
  }

  /// The payer has taken a claim. Nothing happens when it corrects none, or took over before.
  void taken(BilledClaim claim, @Nullable Long fileId) {
    Correction how = claim.correction();
    if (how == null || !chain.takeOver(claim.id())) return;
    var earlier = chain.earlier(claim.id()).orElseThrow();
    post(earlier, claim, how);
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

  private void post(BilledClaim earlier, BilledClaim claim, Correction how) {
    var billed = receivables.owed(earlier);
    var draft =
        PostingDraft.of(
            "CORRECTION",
            how.title() + " of claim " + earlier.controlNumber(),
            "claim " + claim.controlNumber(),
            "corrected-" + claim.id(),
            day());
    billed.forEach((visit, amount) -> {
      ClaimReceivables.about(draft, earlier, visit)
          .credit(Account.INSURANCE_RECEIVABLE, amount, null, "moved to " + claim.controlNumber());
      if (how == Correction.VOID) draft.debit(Account.UNBILLED, amount, null, "voided");
    });
    if (how != Correction.VOID) {
      receivables
          .owed(claim)
          .forEach((visit, now) ->
              ClaimReceivables.about(draft, claim, visit)
                  .debit(Account.INSURANCE_RECEIVABLE, now, null, "from " + earlier.controlNumber())
                  .credit(
                      Account.UNBILLED,
                      now.minus(billed.getOrDefault(visit, Money.ZERO)),
                      null,
                      "billed"));
    }
    ledger.post(draft.build());
  }

  /// The payer's answer to a void claim takes money back from the claim that it voids.
  void answered(BilledClaim claim) {
    if (claim.correction() != Correction.VOID) return;
    Money balance = ledger.claimBalance(claim.id().value());
    var earlier = chain.earlier(claim.id());
    if (balance.isZero() || earlier.isEmpty()) return;
    var draft =
        PostingDraft.of(
            "CORRECTION",
            "Taken back of claim " + earlier.get().controlNumber(),
            "claim " + claim.controlNumber(),
            "void-answered-" + claim.id() + "-" + ledger.ofClaim(claim.id().value()).size(),
            day());
    claim
        .visits()
        .split(balance)
        .forEach((visit, amount) -> {
          ClaimReceivables.about(draft, claim, visit)
              .credit(Account.INSURANCE_RECEIVABLE, amount, null, "voided");
          ClaimReceivables.about(draft, earlier.get(), visit)
              .debit(Account.INSURANCE_RECEIVABLE, amount, null, "voided");
        });
    ledger.post(draft.build());
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

  private LocalDate day() {
    return deadlines.today();
  }
}
