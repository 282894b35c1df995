package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings cash of a household to the visits that are due: a chosen visit first, then the oldest.
/// Cash on a visit that owes less by now is freed again. Every move is one posting of the kind
/// `APPLIED` that sums to zero over what the household owes.
@Component
@Transactional
public class CashApplication {
  private static final int MOST_TRIES = 1_000;

  private static final class Source {
    private final long patientId;
    private final @Nullable Long encounterId;
    private final Account account;
    private Money left;

    Source(long patientId, @Nullable Long encounterId, Account account, Money left) {
      this.patientId = patientId;
      this.encounterId = encounterId;
      this.account = account;
      this.left = left;
    }

    Money take(Money most) {
      Money taken = left.min(most);
      left = left.minus(taken);
      return taken;
    }
  }

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final VisitShares shares;
  private final PatientCreditClocks credits;

  CashApplication(JdbcClient jdbc, Ledger ledger, VisitShares shares, PatientCreditClocks credits) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.shares = shares;
    this.credits = credits;
  }

  /// Applies what there is to what is due.
  ///
  /// @param chosenEncounterId the visit that comes first; null for the oldest
  /// @param cause what brought it about, as part of the posting's key
  public void settle(
      Household household, @Nullable Long chosenEncounterId, String cause, LocalDate on) {
    lock(household);
    var open = shares.of(household);
    var sources = sources(household, open);
    var draft =
        PostingDraft.of(
            "APPLIED", "Cash applied to what the patient owes", cause, key(household, cause), on);
    for (VisitShare share : targets(open, chosenEncounterId)) {
      Money needed = share.due();
      for (Source source : sources) {
        Money taken = source.take(needed);
        if (taken.isZero()) continue;
        needed = needed.minus(taken);
        draft.about(source.patientId, source.encounterId, null, null);
        draft.debit(source.account, taken, null, "applied");
        draft.about(share.patientId(), share.encounterId(), null, null);
        draft.credit(Account.PATIENT_RECEIVABLE, taken, null, "applied");
      }
    }
    free(open, sources, draft);
    if (!draft.isEmpty()) ledger.post(draft.build());
    credits.look(List.of(household.recordIds()));
  }

  /// Brings cash of others of the household to one of them, who gets it back for all.
  void bring(Household household, Map<Long, Money> from, long patientId, LocalDate on) {
    String cause = "refund-" + on;
    var draft =
        PostingDraft.of(
            "APPLIED", "Cash brought together for a refund", cause, key(household, cause), on);
    from.forEach((member, amount) -> {
      draft.about(member, null, null, null);
      draft.debit(Account.UNAPPLIED_CASH, amount, null, "brought");
      draft.about(patientId, null, null, null);
      draft.credit(Account.UNAPPLIED_CASH, amount, null, "brought");
    });
    ledger.post(draft.build());
  }

  /// Takes back what a receipt had paid that did not stay: the visits that its money was applied to
  /// owe it again, whoever's they are, and what lies elsewhere as cash is not there any more. What
  /// had gone back to the patient meanwhile is owed without a visit. Cash that is left pays what is
  /// due now.
  ///
  /// @param trail of the cash as it was before the receipt came back
  void takeBack(
      Household household, long patientId, String receiptNumber, CashTrail trail, LocalDate on) {
    lock(household);
    String cause = "reversed-" + receiptNumber;
    var draft =
        PostingDraft.of("APPLIED", "Applied cash came back", cause, key(household, cause), on);
    Money missing = ledger.accountBalance(Account.UNAPPLIED_CASH, patientId);
    for (CashTrail.Part part : trail.of(CashTrails.source(receiptNumber))) {
      var place = part.place();
      Account account =
          switch (place.kind()) {
            case APPLIED -> Account.PATIENT_RECEIVABLE;
            case CASH -> place.patientId() == patientId ? null : Account.UNAPPLIED_CASH;
            case REFUND -> null;
          };
      if (account == null) continue;
      cameBack(draft, account, place, part.amount(), patientId);
      missing = missing.minus(part.amount());
    }
    if (missing.isPositive()) {
      var without = new CashTrail.Place(CashTrail.Place.Kind.APPLIED, patientId, null);
      cameBack(draft, Account.PATIENT_RECEIVABLE, without, missing, patientId);
    }
    if (!draft.isEmpty()) ledger.post(draft.build());
    settle(household, null, cause, on);
  }

  private static void cameBack(
      PostingDraft.Builder draft,
      Account account,
      CashTrail.Place place,
      Money amount,
      long patientId) {
    draft.about(place.patientId(), place.encounterId(), null, null);
    draft.debit(account, amount, null, "came back");
    draft.about(patientId, null, null, null);
    draft.credit(Account.UNAPPLIED_CASH, amount, null, "came back");
  }

  /// Nobody else moves the household's money for the rest of the transaction.
  void lock(Household household) {
    jdbc.sql("select patient_id from patient where patient_id = :id for update")
        .param("id", household.holderId())
        .query(Long.class)
        .single();
  }

  private List<Source> sources(Household household, List<VisitShare> open) {
    var sources = new ArrayList<Source>();
    for (VisitShare share : open) {
      if (!share.owed().isNegative()) continue;
      Money credit = share.owed().negated();
      Money free = share.encounterId() == null ? credit : credit.min(share.applied());
      if (free.isPositive()) {
        sources.add(
            new Source(share.patientId(), share.encounterId(), Account.PATIENT_RECEIVABLE, free));
      }
    }
    for (var member : household.members()) {
      long patientId = member.id().value();
      Money cash = ledger.accountBalance(Account.UNAPPLIED_CASH, patientId).negated();
      if (cash.isPositive()) {
        sources.add(new Source(patientId, null, Account.UNAPPLIED_CASH, cash));
      }
    }
    return sources;
  }

  private static List<VisitShare> targets(List<VisitShare> open, @Nullable Long chosen) {
    return open.stream()
        .filter(VisitShare::isDue)
        .sorted(Comparator.comparing(s -> !(chosen != null && chosen.equals(s.encounterId()))))
        .toList();
  }

  private static void free(
      List<VisitShare> open, List<Source> sources, PostingDraft.Builder draft) {
    for (Source source : sources) {
      if (source.account != Account.PATIENT_RECEIVABLE) continue;
      Money applied =
          Money.sum(
              open.stream()
                  .filter(s -> s.patientId() == source.patientId)
                  .filter(s -> java.util.Objects.equals(s.encounterId(), source.encounterId))
                  .map(VisitShare::applied)
                  .toList());
      Money freed = source.take(applied.max(Money.ZERO));
      draft.about(source.patientId, source.encounterId, null, null);
      draft.debit(Account.PATIENT_RECEIVABLE, freed, null, "freed");
      draft.about(source.patientId, null, null, null);
      draft.credit(Account.UNAPPLIED_CASH, freed, null, "freed");
    }
  }

  /// The first key of this cause that was not posted yet: the same cause may free more cash later.
  private String key(Household household, String cause) {
    String stem = "applied-" + household.holderId() + "-" + cause;
    for (int time = 1; time < MOST_TRIES; time++) {
      String key = time == 1 ? stem : stem + "-" + time;
      int posted =
          jdbc.sql("select count(*) from posting where idempotency_key = :key")
              .param("key", key)
              .query(Integer.class)
              .single();
      if (posted == 0) return key;
    }
    throw new IllegalStateException("cash was applied too often for " + cause);
  }
}
