package org.cleanclaim.app.statement;

import java.time.LocalDate;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.app.remittance.Remittances;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Money from patients: taken as unapplied cash, and applied as soon as something is owed.
@Component
@Transactional
public class PatientPayments {

  /// What a payment is for.
  public enum Purpose {
    COPAY,
    STATEMENT,
    SELF_PAY
  }

  /// @param receiptNumber the same receipt is taken once
  public record PatientPayment(
      long patientId,
      @Nullable Long encounterId,
      String receiptNumber,
      String method,
      Purpose purpose,
      Money amount,
      LocalDate receivedOn) {}

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final Remittances remittances;
  private final AuditTrail audit;

  PatientPayments(JdbcClient jdbc, Ledger ledger, Remittances remittances, AuditTrail audit) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.remittances = remittances;
    this.audit = audit;
  }

  /// Takes a payment once per receipt and applies it to what is owed.
  public void take(PatientPayment payment) {
    int added =
        jdbc.sql(
                """
                insert into patient_payment (patient_id, encounter_id, receipt_number, method, purpose, amount,
                  received_on, received_by)
                values (:patient, :encounter, :receipt, :method, :purpose, :amount, :receivedOn, :actor)
                on conflict (organization_id, receipt_number) do nothing
                """)
            .param("patient", payment.patientId())
            .param("encounter", payment.encounterId())
            .param("receipt", payment.receiptNumber())
            .param("method", payment.method())
            .param("purpose", payment.purpose().name())
            .param("amount", payment.amount().toBigDecimal())
            .param("receivedOn", payment.receivedOn())
            .param("actor", Acting.actor().name())
            .update();
    if (added == 0) return;
    ledger.post(
        PostingDraft.of(
                "PATIENT_PAYMENT",
                "Patient pays by " + payment.method(),
                "receipt " + payment.receiptNumber(),
                "receipt-" + payment.receiptNumber(),
                payment.receivedOn())
            .about(payment.patientId(), payment.encounterId(), null, null)
            .debit(Account.BANK, payment.amount(), null, payment.receiptNumber())
            .credit(Account.UNAPPLIED_CASH, payment.amount(), null, payment.receiptNumber())
            .build());
    audit.record("took payment", "patient", payment.patientId(), payment.patientId(), null);
    apply(payment.patientId(), "receipt-" + payment.receiptNumber(), payment.receivedOn());
  }

  /// Applies unapplied cash of the patients whose claims a remittance decided.
  public void applyAfter(long remittanceId) {
    LocalDate paidOn = remittances.paidOn(remittanceId);
    for (long patientId : ledger.withCashToApply(remittances.patients(remittanceId))) {
      apply(patientId, "remittance-" + remittanceId, paidOn);
    }
  }

  private void apply(long patientId, String cause, LocalDate on) {
    Money owed = ledger.accountBalance(Account.PATIENT_RECEIVABLE, patientId);
    Money cash = ledger.accountBalance(Account.UNAPPLIED_CASH, patientId).negated();
    Money applied = owed.min(cash);
    if (!applied.isPositive()) return;
    ledger.post(
        PostingDraft.of(
                "APPLIED",
                "Cash applied to what the patient owes",
                cause,
                "applied-" + patientId + "-" + cause,
                on)
            .about(patientId, null, null, null)
            .debit(Account.UNAPPLIED_CASH, applied, null, "applied")
            .credit(Account.PATIENT_RECEIVABLE, applied, null, "applied")
            .build());
  }
}
