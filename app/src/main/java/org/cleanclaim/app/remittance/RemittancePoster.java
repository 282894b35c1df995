package org.cleanclaim.app.remittance;

import java.util.List;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ProviderAdjustment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.jspecify.annotations.Nullable;

/// Turns what a payer decided into postings: cash to deposits in transit, contractual reductions
/// written down, patient shares moved to the patient, and denied amounts left open with the payer
/// for a denial case.
final class RemittancePoster {
  private final Remittance remittance;
  private final String source;

  RemittancePoster(Remittance remittance) {
    this.remittance = remittance;
    this.source = "remittance " + remittance.trace();
  }

  /// The posting for a claim payment that found its claim.
  PostingDraft.Builder matched(ClaimPayment payment, BilledClaim claim, String key) {
    var draft =
        PostingDraft.of(
                payment.isReversal() ? "REVERSAL" : "REMITTANCE",
                payment.isReversal() ? "Payer takes back an earlier payment" : "Payer's decision",
                source,
                key,
                remittance.paidOn())
            .about(
                claim.patientId().value(),
                claim.encounterId().value(),
                claim.id().value(),
                claim.payerId());
    for (Adjustment adjustment : payment.adjustments()) adjust(draft, adjustment, null);
    if (payment.services().isEmpty()) {
      pay(draft, payment.paid(), null);
    } else {
      for (ServicePayment service : payment.services()) {
        Integer line = lineOf(service, claim);
        pay(draft, service.paid(), line);
        for (Adjustment adjustment : service.adjustments()) adjust(draft, adjustment, line);
      }
      // Claim-level adjustments reduce what the services were said to pay.
      Money services = Money.sum(payment.services().stream().map(ServicePayment::paid).toList());
      pay(draft, payment.paid().minus(services), null);
    }
    return draft;
  }

  /// The posting for money that belongs to no claim of ours: kept as unapplied until somebody finds
  /// its home.
  PostingDraft.Builder unmatched(ClaimPayment payment, @Nullable Long payerId, String key) {
    return PostingDraft.of("UNMATCHED", "No claim of ours", source, key, remittance.paidOn())
        .about(null, null, null, payerId)
        .debit(Account.DEPOSIT_IN_TRANSIT, payment.paid(), null, payment.claimControlNumber())
        .credit(Account.UNAPPLIED_CASH, payment.paid(), null, payment.claimControlNumber());
  }

  /// The posting for the provider-level adjustments.
  PostingDraft.Builder providerLevel(@Nullable Long payerId, String key) {
    var draft =
        PostingDraft.of(
                "PROVIDER_LEVEL",
                "Payer's provider-level adjustment",
                source,
                key,
                remittance.paidOn())
            .about(null, null, null, payerId);
    for (ProviderAdjustment adjustment : remittance.providerAdjustments()) {
      String memo =
          adjustment.reference() == null
              ? adjustment.reason()
              : adjustment.reason() + " " + adjustment.reference();
      draft.debit(Account.PROVIDER_ADJUSTMENT, adjustment.amount(), null, memo);
      draft.credit(Account.DEPOSIT_IN_TRANSIT, adjustment.amount(), null, memo);
    }
    return draft;
  }

  /// The line of our claim that a paid service belongs to: by our line number, else by code and
  /// place in order.
  static @Nullable Integer lineOf(ServicePayment service, BilledClaim claim) {
    var lines = claim.snapshot().lines();
    for (var line : lines) {
      if (service.controlNumber() != null && service.controlNumber().equals(line.controlNumber())) {
        return line.number();
      }
    }
    var codes =
        service.submittedProcedure() == null
            ? List.of(service.procedure())
            : List.of(service.submittedProcedure(), service.procedure());
    for (var line : lines) {
      if (line.procedure() != null
          && codes.contains(line.procedure().value())
          && line.charge().equals(service.charged())) {
        return line.number();
      }
    }
    return null;
  }

  private static void pay(PostingDraft.Builder draft, Money paid, @Nullable Integer line) {
    draft.debit(Account.DEPOSIT_IN_TRANSIT, paid, line, "paid");
    draft.credit(Account.INSURANCE_RECEIVABLE, paid, line, "paid");
  }

  private static void adjust(
      PostingDraft.Builder draft, Adjustment adjustment, @Nullable Integer line) {
    var account = accountOf(adjustment);
    if (account == null) return;
    draft.debit(account, adjustment.amount(), line, adjustment.label());
    draft.credit(Account.INSURANCE_RECEIVABLE, adjustment.amount(), line, adjustment.label());
  }

  /// Where an adjusted amount goes; null leaves it open with the payer, because it was denied.
  private static @Nullable Account accountOf(Adjustment adjustment) {
    return switch (adjustment.group()) {
      case PR -> Account.PATIENT_RECEIVABLE;
      case CO, OA, PI, CR ->
          AdjustmentKind.isContractual(adjustment) ? Account.CONTRACTUAL_ADJUSTMENT : null;
    };
  }
}
