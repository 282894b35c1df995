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
/// there: the correction is owed what is open, and what is billed more or less. When the payer
/// decides it, the correction is owed whole, and on the earlier claim the payment that is not taken
/// back stands as a credit. A correction that it refuses as a whole changes nothing of what it has
/// settled. A void claim is owed nothing from the moment that the payer has it: its charges can be
/// billed anew at once.
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
      takeOver(earlier, claim, billed, open(earlier, billed, Map.of()));
    }
  }

  /// The payer has answered some claims; to be asked when its answers are posted.
  ///
  /// @param overtaken claims whose correction it has decided
  void answered(Collection<Long> ids, Collection<Long> overtaken, String keyPrefix) {
    jdbc.sql(
            """
            select claim_id
            from claim
            where claim_id = any (:ids) and correction <> 'VOID'
              and (status <> 'VOIDED' or taken_over_at is not null)
            order by claim_id
            """)
        .param("ids", ids.toArray(Long[]::new))
        .query(Long.class)
        .list()
        .forEach(id -> answered(records.find(new ClaimId(id)).orElseThrow(), overtaken, keyPrefix));
  }

  private void answered(BilledClaim claim, Collection<Long> overtaken, String keyPrefix) {
    var earlier = chain.earlier(claim.id()).orElseThrow();
    boolean isDecided = overtaken.contains(earlier.id().value());
    if (!isDecided && !chain.hasTakenOver(claim.id())) return;
    var billed = receivables.owed(earlier);
    var moved = moved(earlier, claim);
    var due = isDecided ? billed : open(earlier, billed, moved);
    if (isBegun(claim)) {
      moveRest(earlier, claim, due, moved, keyPrefix);
    } else {
      takeOver(earlier, claim, billed, due);
    }
  }

  private boolean isBegun(BilledClaim claim) {
    return ledger.ofClaim(claim.id().value()).stream()
        .anyMatch(entry -> entry.kind().equals(KIND) && entry.source().equals(source(claim)));
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

  private void moveRest(
      BilledClaim earlier,
      BilledClaim claim,
      Map<EncounterId, Money> due,
      Map<EncounterId, Money> moved,
      String keyPrefix) {
    var rest = new LinkedHashMap<>(due);
    moved.forEach((visit, amount) -> rest.merge(visit, amount.negated(), Money::plus));
    var draft = draft(earlier, claim, keyPrefix + "-corrected-" + claim.controlNumber());
    move(draft, earlier, claim, rest);
    if (!draft.isEmpty()) ledger.post(draft.build());
  }

  /// What of each visit of a claim has gone over to its correction.
  private Map<EncounterId, Money> moved(BilledClaim earlier, BilledClaim claim) {
    var moved = new LinkedHashMap<EncounterId, Money>();
    for (var entry : ledger.ofClaim(earlier.id().value())) {
      boolean isMoved =
          entry.account() == Account.INSURANCE_RECEIVABLE
              && entry.kind().equals(KIND)
              && entry.source().equals(source(claim));
      if (isMoved) {
        moved.merge(visit(entry.encounterId(), earlier), entry.amount().negated(), Money::plus);
      }
    }
    return moved;
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
  ///
  /// @param moved what of it has gone over to the correction before
  private Map<EncounterId, Money> open(
      BilledClaim claim, Map<EncounterId, Money> billed, Map<EncounterId, Money> moved) {
    var balance = new LinkedHashMap<>(moved);
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
