package org.cleanclaim.app.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.Money;
import org.springframework.stereotype.Component;

/// Charges that leave "unbilled": what a payer owes once its claim is sent, and what patients owe
/// who pay alone.
@Component
class ClaimReceivables {
  private final ClaimRecords records;
  private final Ledger ledger;
  private final AuditTrail audit;

  ClaimReceivables(ClaimRecords records, Ledger ledger, AuditTrail audit) {
    this.records = records;
    this.ledger = ledger;
    this.audit = audit;
  }

  /// What the payer of a claim can owe, visit by visit.
  Map<EncounterId, Money> owed(BilledClaim claim) {
    var following = claim.following();
    return OwedByVisit.of(
        claim,
        following == null
            ? null
            : records.find(following.earlier()).orElseThrow().snapshot().payer().id());
  }

  /// The payer owes the claim. Charges leave "unbilled" once, on the first sending; a claim sent
  /// again after a rejection is owed already, but for what was changed.
  void book(BilledClaim claim) {
    var booked = ledger.claimBalance(claim.id().value());
    var owed = owed(claim);
    if (booked.equals(Money.sum(owed.values()))) return;
    var before = new LinkedHashMap<EncounterId, Money>();
    owed.keySet().forEach(visit -> before.put(visit, Money.ZERO));
    for (var line : ledger.ofClaim(claim.id().value())) {
      if (line.account() != Account.INSURANCE_RECEIVABLE) continue;
      Long visit = line.encounterId();
      before.merge(
          visit == null ? claim.encounterId() : new EncounterId(visit), line.amount(), Money::plus);
    }
    var draft =
        PostingDraft.of(
            "BILLED",
            "Billed to " + claim.snapshot().payer().name(),
            "claim " + claim.controlNumber(),
            "billed-" + claim.id() + "-" + claim.revision(),
            claim.servedFrom());
    before.forEach((visit, had) -> {
      Money difference = owed.getOrDefault(visit, Money.ZERO).minus(had);
      about(draft, claim, visit)
          .debit(Account.INSURANCE_RECEIVABLE, difference, null, "billed")
          .credit(Account.UNBILLED, difference, null, "billed");
    });
    if (!draft.isEmpty()) ledger.post(draft.build());
  }

  /// The entries that follow are about a claim and one of its visits.
  static PostingDraft.Builder about(
      PostingDraft.Builder draft, BilledClaim claim, EncounterId visit) {
    return draft.about(
        claim.patientId().value(), visit.value(), claim.id().value(), claim.payerId());
  }

  /// Charges of a visit on days without coverage are the patient's.
  void billPatient(Encounter visit, List<BillableLine> lines) {
    if (lines.isEmpty()) return;
    var draft =
        PostingDraft.of(
                "BILLED",
                "No coverage on the day of service: the patient pays",
                "visit " + visit.visitNumber(),
                "self-pay-" + visit.id(),
                visit.servedOn())
            .about(visit.patientId().value(), visit.id().value(), null, null);
    for (BillableLine line : lines) {
      draft.debit(Account.PATIENT_RECEIVABLE, line.amount(), line.chargeLine(), "self-pay");
      draft.credit(Account.UNBILLED, line.amount(), line.chargeLine(), "self-pay");
    }
    ledger.post(draft.build());
    audit.record("billed to patient", "encounter", visit.id(), visit.patientId().value(), null);
  }
}
