package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a claim and its correction are owed, together never more than one of them. A replacement
/// stands for the whole earlier claim (Medicare Claims Processing Manual, Pub. 100-04, chapter 1
/// section 130), and its payer takes back what it paid before by a reversal on a remittance (CLP02
/// 22; 005010X221A1 section 1.10.2.8).
///
/// While the payer works on the correction, what it has settled of the earlier claim stays settled
/// there: the correction is owed what was open, and what is billed more or less. When the payer
/// answers, the correction is owed whole, and the earlier claim stands as a credit for as long as
/// its payment is not taken back. A void claim is owed nothing from the moment that the payer has
/// it: its charges can be billed anew at once.
@Component
class CorrectionReceivables {
  private static final String KIND = "CORRECTION";

  private final JdbcClient jdbc;
  private final ClaimRecords records;
  private final CorrectionRecords chain;
  private final ClaimReceivables receivables;
  private final Ledger ledger;
  private final Deadlines deadlines;

  CorrectionReceivables(
      JdbcClient jdbc,
      ClaimRecords records,
      CorrectionRecords chain,
      ClaimReceivables receivables,
      Ledger ledger,
      Deadlines deadlines) {
    this.jdbc = jdbc;
    this.records = records;
    this.chain = chain;
    this.receivables = receivables;
    this.ledger = ledger;
    this.deadlines = deadlines;
  }

  /// The payer has taken a correction.
  void taken(BilledClaim earlier, BilledClaim claim) {
    var billed = receivables.owed(earlier);
    if (claim.correction() == Correction.VOID) {
      unbill(earlier, claim, billed);
    } else {
      takeOver(earlier, claim, billed, open(earlier, billed));
    }
  }

  /// The payer answers some claims; to be asked before its answers are posted. Corrections that are
  /// among them, or stand in the place of one, are owed whole from now on.
  void answered(Collection<ClaimId> ids) {
    jdbc.sql(
            """
            select c.claim_id
            from claim c
            where c.claim_id = any (:ids) and c.correction <> 'VOID'
            union
            select n.claim_id
            from claim n
            where n.replaces_claim_id = any (:ids) and n.status <> 'VOIDED' and n.correction <> 'VOID'
              and n.taken_over_at is not null
            order by claim_id
            """)
        .param("ids", ids.stream().map(ClaimId::value).toArray(Long[]::new))
        .query(Long.class)
        .list()
        .forEach(id -> owedWhole(records.find(new ClaimId(id)).orElseThrow()));
  }

  private void owedWhole(BilledClaim claim) {
    var earlier = chain.earlier(claim.id()).orElseThrow();
    if (earlier.correction() != null) owedWhole(earlier);
    var billed = receivables.owed(earlier);
    if (chain.hasTakenOver(claim.id())) {
      moveRest(earlier, claim, billed);
    } else {
      takeOver(earlier, claim, billed, billed);
    }
  }

  private void takeOver(
      BilledClaim earlier,
      BilledClaim claim,
      Map<EncounterId, Money> billed,
      Map<EncounterId, Money> moved) {
    var draft = draft(earlier, claim, "corrected-" + claim.id());
    move(draft, earlier, claim, moved);
    var now = receivables.owed(claim);
    var visits = new LinkedHashSet<>(billed.keySet());
    visits.addAll(now.keySet());
    for (EncounterId visit : visits) {
      Money more =
          now.getOrDefault(visit, Money.ZERO).minus(billed.getOrDefault(visit, Money.ZERO));
      ClaimReceivables.about(draft, claim, visit)
          .debit(Account.INSURANCE_RECEIVABLE, more, null, "billed")
          .credit(Account.UNBILLED, more, null, "billed");
    }
    if (!draft.isEmpty()) ledger.post(draft.build());
  }

  private void moveRest(BilledClaim earlier, BilledClaim claim, Map<EncounterId, Money> billed) {
    var rest = new LinkedHashMap<>(billed);
    for (var entry : ledger.ofClaim(earlier.id().value())) {
      boolean isMoved =
          entry.account() == Account.INSURANCE_RECEIVABLE
              && entry.kind().equals(KIND)
              && entry.source().equals(source(claim));
      if (isMoved) rest.merge(visit(entry.encounterId(), earlier), entry.amount(), Money::plus);
    }
    rest.values().removeIf(amount -> !amount.isPositive());
    if (rest.isEmpty()) return;
    var draft = draft(earlier, claim, "corrected-whole-" + claim.id());
    move(draft, earlier, claim, rest);
    ledger.post(draft.build());
  }

  private static void move(
      PostingDraft.Builder draft,
      BilledClaim earlier,
      BilledClaim claim,
      Map<EncounterId, Money> amounts) {
    amounts.forEach((visit, amount) -> {
      ClaimReceivables.about(draft, earlier, visit)
          .credit(Account.INSURANCE_RECEIVABLE, amount, null, "moved to " + claim.controlNumber());
      ClaimReceivables.about(draft, claim, visit)
          .debit(Account.INSURANCE_RECEIVABLE, amount, null, "from " + earlier.controlNumber());
    });
  }

  /// What the payer has not settled yet of each visit of a claim.
  private Map<EncounterId, Money> open(BilledClaim claim, Map<EncounterId, Money> billed) {
    var balance = new LinkedHashMap<EncounterId, Money>();
    for (var entry : ledger.ofClaim(claim.id().value())) {
      if (entry.account() == Account.INSURANCE_RECEIVABLE) {
        balance.merge(visit(entry.encounterId(), claim), entry.amount(), Money::plus);
      }
    }
    var open = new LinkedHashMap<EncounterId, Money>();
    billed.forEach((visit, amount) ->
        open.put(visit, balance.getOrDefault(visit, Money.ZERO).max(Money.ZERO).min(amount)));
    return open;
  }

  private static EncounterId visit(@Nullable Long id, BilledClaim claim) {
    return id == null ? claim.encounterId() : new EncounterId(id);
  }

  private void unbill(BilledClaim earlier, BilledClaim claim, Map<EncounterId, Money> billed) {
    var draft = draft(earlier, claim, "corrected-" + claim.id());
    billed.forEach((visit, amount) ->
        ClaimReceivables.about(draft, earlier, visit)
            .credit(Account.INSURANCE_RECEIVABLE, amount, null, "moved to " + claim.controlNumber())
            .debit(Account.UNBILLED, amount, null, "voided"));
    if (!draft.isEmpty()) ledger.post(draft.build());
  }

  /// The payer's answer to a void claim takes money back from the claim that it voids.
  void takenBack(BilledClaim earlier, BilledClaim voided) {
    Money balance = ledger.claimBalance(voided.id().value());
    if (balance.isZero()) return;
    var draft =
        PostingDraft.of(
            KIND,
            "Taken back of claim " + earlier.controlNumber(),
            source(voided),
            "void-answered-" + voided.id() + "-" + ledger.ofClaim(voided.id().value()).size(),
            day());
    voided
        .visits()
        .split(balance)
        .forEach((visit, amount) -> {
          ClaimReceivables.about(draft, voided, visit)
              .credit(Account.INSURANCE_RECEIVABLE, amount, null, "voided");
          ClaimReceivables.about(draft, earlier, visit)
              .debit(Account.INSURANCE_RECEIVABLE, amount, null, "voided");
        });
    ledger.post(draft.build());
  }

  private PostingDraft.Builder draft(BilledClaim earlier, BilledClaim claim, String key) {
    Correction how = Objects.requireNonNull(claim.correction());
    return PostingDraft.of(
        KIND, how.title() + " of claim " + earlier.controlNumber(), source(claim), key, day());
  }

  private static String source(BilledClaim correction) {
    return "claim " + correction.controlNumber();
  }

  private LocalDate day() {
    return deadlines.today();
  }
}
