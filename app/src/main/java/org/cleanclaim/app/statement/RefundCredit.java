package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What there is that may go back: the credit of a patient, of a payer for a claim, or a payment
/// that came for somebody else.
@Component
@Transactional
class RefundCredit {
  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final Households households;
  private final CashApplication application;
  private final MisdirectedPayments misdirected;
  private final CreditWaits waits;

  RefundCredit(
      JdbcClient jdbc,
      Ledger ledger,
      Households households,
      CashApplication application,
      MisdirectedPayments misdirected,
      CreditWaits waits) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.households = households;
    this.application = application;
    this.misdirected = misdirected;
    this.waits = waits;
  }

  /// What of a credit is not asked for already.
  ///
  /// @param claimId of the claim a payer overpaid; null for the patient's own
  Money free(long patientId, @Nullable Long claimId) {
    return credit(patientId, claimId).minus(RefundRows.asked(jdbc, patientId, claimId));
  }

  /// A household has one account: what others of it have as credit goes back on it too, and is
  /// brought to who asks.
  ///
  /// @return what the others have; it is brought when it is enough
  Money bring(Household household, long patientId, Money missing, String despite, LocalDate on) {
    var sources = new LinkedHashMap<Long, Money>();
    Money left = missing;
    Money there = Money.ZERO;
    for (var member : household.members()) {
      long id = member.id().value();
      if (id == patientId) continue;
      Money free = free(id, null).max(Money.ZERO);
      there = there.plus(free);
      Money part = free.min(left);
      left = left.minus(part);
      if (part.isPositive()) sources.put(id, part);
    }
    if (left.isZero()) {
      sources.keySet().forEach(id -> waits.requireReason(id, despite));
      application.bring(household, sources, patientId, on);
    }
    return there;
  }

  /// The credit that a refund takes from; nobody else changes it for the rest of the transaction.
  Money locked(Refund refund) {
    if (refund.payment() != null) {
      misdirected.lock(refund.payment().id());
      return misdirected
          .find(refund.payment().id())
          .map(MisdirectedPayments.Misdirected::remaining)
          .orElse(Money.ZERO);
    }
    long patientId = refund.ofPatient();
    application.lock(households.of(new PatientId(patientId)));
    return credit(patientId, refund.claimId());
  }

  private Money credit(long patientId, @Nullable Long claimId) {
    if (claimId != null) {
      Money paid = ledger.claimCash(List.of(claimId)).getOrDefault(claimId, Money.ZERO);
      return ledger.claimBalance(claimId).negated().min(paid);
    }
    Money cash = ledger.accountBalance(Account.UNAPPLIED_CASH, patientId).negated();
    return cash.min(ledger.patientBalance(patientId).negated());
  }
}
