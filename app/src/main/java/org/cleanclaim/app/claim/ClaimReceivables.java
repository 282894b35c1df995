package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /// The payer owes the claim.
  void book(BilledClaim claim) {
    book(List.of(claim));
  }

  /// Payers owe the claims. Charges leave "unbilled" once, on the first sending; a claim sent again
  /// after a rejection is owed already, but for what was changed.
  void book(List<BilledClaim> claims) {
    var booked = ledger.claimBalances(claims.stream().map(c -> c.id().value()).toList());
    var drafts = new ArrayList<PostingDraft>();
    for (BilledClaim claim : claims) {
      var draft = posting(claim, Optional.ofNullable(booked.get(claim.id().value())));
      if (!draft.isEmpty()) drafts.add(draft.build());
    }
    ledger.postAll(drafts);
  }

  /// @param booked what the payer owes of it already; empty when nothing was posted
  private PostingDraft.Builder posting(BilledClaim claim, Optional<Money> booked) {
    var draft =
        PostingDraft.of(
            "BILLED",
            "Billed to " + claim.snapshot().payer().name(),
            "claim " + claim.controlNumber(),
            "billed-" + claim.id() + "-" + claim.revision(),
            claim.servedFrom());
    var owed = owed(claim);
    if (booked.orElse(Money.ZERO).equals(Money.sum(owed.values()))) return draft;
    var before = new LinkedHashMap<EncounterId, Money>();
    owed.keySet().forEach(visit -> before.put(visit, Money.ZERO));
    if (booked.isPresent()) addBooked(claim, before);
    before.forEach((visit, had) -> {
      Money difference = owed.getOrDefault(visit, Money.ZERO).minus(had);
      about(draft, claim, visit)
          .debit(Account.INSURANCE_RECEIVABLE, difference, null, "billed")
          .credit(Account.UNBILLED, difference, null, "billed");
    });
    return draft;
  }

  private void addBooked(BilledClaim claim, Map<EncounterId, Money> before) {
    for (var line : ledger.ofClaim(claim.id().value())) {
      if (line.account() != Account.INSURANCE_RECEIVABLE) continue;
      Long visit = line.encounterId();
      before.merge(
          visit == null ? claim.encounterId() : new EncounterId(visit), line.amount(), Money::plus);
    }
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
    if (!ledger.post(draft.build())) return;
    audit.record("billed to patient", "encounter", visit.id(), visit.patientId().value(), null);
  }
}
