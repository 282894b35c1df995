package org.cleanclaim.app.underpayment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.PayerContracts;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.remittance.MatchedPayments;
import org.cleanclaim.app.remittance.MatchedPayments.MatchedPayment;
import org.cleanclaim.app.remittance.Remittances;
import org.cleanclaim.app.underpayment.Underpayment.State;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.contract.Contract;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Compares posted remittances with contracts and keeps what was done about each difference.
/// Nothing here moves money: the payer's reduction is posted as the remittance says, and what it
/// pays later comes with a remittance of its own.
@Component
@Transactional
public class Underpayments {
  private static final int LONGEST_NOTE = 1000;

  private final JdbcClient jdbc;
  private final Remittances remittances;
  private final MatchedPayments matched;
  private final Payers payers;
  private final PayerContracts contracts;
  private final ContractComparison comparison;
  private final UnderpaymentRecords records;
  private final AuditTrail audit;

  Underpayments(
      JdbcClient jdbc,
      Remittances remittances,
      MatchedPayments matched,
      Payers payers,
      PayerContracts contracts,
      ContractComparison comparison,
      UnderpaymentRecords records,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.remittances = remittances;
    this.matched = matched;
    this.payers = payers;
    this.contracts = contracts;
    this.comparison = comparison;
    this.records = records;
    this.audit = audit;
  }

  /// Opens one for each line that a remittance pays below the contract. A line that was open before
  /// is settled by the new decision. The same remittance again changes nothing.
  public void compare(long remittanceId) {
    LocalDate paidOn = remittances.paidOn(remittanceId);
    Map<String, Optional<Contract>> known = new HashMap<>();
    var reversals = new ArrayList<MatchedPayment>();
    var decided = new HashMap<Long, Long>();
    matched.each(
        remittanceId,
        payment -> {
          if (payment.payment().isReversal()) {
            reversals.add(payment);
          } else if (ContractComparison.isPrimary(payment)) {
            LocalDate day = comparison.servedFrom(payment, paidOn);
            known
                .computeIfAbsent(
                    payment.payerId() + " " + day,
                    _ -> contracts.on(payers.get(payment.payerId()), day))
                .ifPresent(contract -> {
                  if (decides(remittanceId, payment, contract, paidOn)) {
                    decided.put(payment.claimId(), payment.claimPaymentId());
                  }
                });
          }
        });
    records.replaced(decided);
    reversals.forEach(payment -> records.takenBack(remittanceId, payment));
  }

  /// @return whether the payer has decided the claim: paid on it, or allowed something
  private boolean decides(
      long remittanceId, MatchedPayment payment, Contract contract, LocalDate paidOn) {
    boolean isDecided = payment.payment().paid().isPositive();
    for (Compared compared :
        comparison.of(payment, contract, paidOn, () -> matched.before(payment))) {
      Money allowed = compared.variance().allowed();
      isDecided |= allowed != null;
      if (compared.isOfKnownPlace() && allowed != null) {
        records.settle(payment, compared, allowed);
      }
      if (compared.isBelow()) records.open(remittanceId, payment, compared, paidOn);
    }
    return isDecided;
  }

  /// A payment was matched to a claim by mistake: it pays nothing of that claim too little.
  public void unmatched(long claimPaymentId, long claimId) {
    records.unmatched(claimPaymentId, claimId);
  }

  private record Standing(long id, State state, Money amount) {}

  /// Records what was done about one.
  ///
  /// @param recovered of the difference, with [State#RECOVERED]; else nothing
  /// @throws IllegalArgumentException with the reason when it cannot be done
  public void work(UUID publicId, State to, String note, Money recovered) {
    var found =
        jdbc.sql(
                """
                select underpayment_id, state, expected - allowed as amount
                from underpayment
                where public_id = :id
                for update
                """)
            .param("id", publicId)
            .query((row, n) ->
                new Standing(
                    row.getLong("underpayment_id"),
                    State.valueOf(row.getString("state")),
                    Money.of(row.getBigDecimal("amount").toPlainString())))
            .single();
    State state = found.state();
    Money amount = found.amount();
    if (!state.isOpen()) {
      throw new IllegalArgumentException("It is closed: " + state.title() + ".");
    }
    if (to == State.OPEN || to == State.SUPERSEDED) {
      throw new IllegalArgumentException("Choose what was done about it.");
    }
    if (note.isBlank() || note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException(
          "Say in 1 to %d characters what was done or why.".formatted(LONGEST_NOTE));
    }
    boolean isRecovered = to == State.RECOVERED;
    if (isRecovered != recovered.isPositive() || recovered.compareTo(amount) > 0) {
      throw new IllegalArgumentException(
          "State what was recovered, more than zero and at most %s; nothing for other states."
              .formatted(amount));
    }
    records.move(found.id(), to, note.strip(), recovered);
    audit.record(to.title(), "underpayment", publicId, null, note.strip());
  }
}
