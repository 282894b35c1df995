package org.cleanclaim.app.statement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.remittance.Remittances;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Money from patients: taken as unapplied cash, applied as soon as something is due, and taken
/// back when it did not stay. Facts about a payment are kept, never a card.
@Component
@Transactional
public class PatientPayments {

  /// What a payment is for.
  public enum Purpose {
    COPAY("Copay"),
    STATEMENT("Statement"),
    SELF_PAY("Self-pay"),
    PLAN("Payment plan"),
    AGENCY("Through an agency");

    private final String title;

    Purpose(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /// Why a payment did not stay.
  public enum ReversalCause {
    BOUNCED("The check bounced"),
    CHARGED_BACK("The card's payment was charged back"),
    ENTERED_WRONGLY("It was entered wrongly");

    private final String title;

    ReversalCause(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  private final JdbcClient jdbc;
  private final ReceiptLists receipts;
  private final Ledger ledger;
  private final Remittances remittances;
  private final Households households;
  private final CashApplication application;
  private final PaymentPlans plans;
  private final BillingDay days;
  private final CashTrails trails;
  private final AssistanceUpkeep assistance;
  private final Patients patients;
  private final Encounters encounters;
  private final AuditTrail audit;
  private final Clock clock;

  PatientPayments(
      JdbcClient jdbc,
      ReceiptLists receipts,
      Ledger ledger,
      Remittances remittances,
      Households households,
      CashApplication application,
      PaymentPlans plans,
      BillingDay days,
      CashTrails trails,
      AssistanceUpkeep assistance,
      Patients patients,
      Encounters encounters,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.receipts = receipts;
    this.ledger = ledger;
    this.remittances = remittances;
    this.households = households;
    this.application = application;
    this.plans = plans;
    this.days = days;
    this.trails = trails;
    this.assistance = assistance;
    this.patients = patients;
    this.encounters = encounters;
    this.audit = audit;
    this.clock = clock;
  }

  /// Takes a payment once per receipt and applies it to what is due.
  ///
  /// @throws BillingRefusal when it is no amount, or a card's number stands in one of its texts
  public void take(PatientPayment payment) {
    take(payment, "");
  }

  /// Takes a payment that may look like one that was taken.
  ///
  /// @param another why it is another one than the one with the same number, amount and day; empty
  ///   when there is none
  public void take(PatientPayment payment, String another) {
    AccessDeniedForActor.unless(Permission.TAKE_PAYMENT);
    CardNumber.refuse(
        payment.receiptNumber(), payment.method(), payment.reference(), payment.drawer(), another);
    if (another.isBlank()) refuseTwice(payment);
    takeFor(ofWhomItIsFor(payment));
    if (!another.isBlank()) {
      audit.record(
          "took another payment",
          "patient",
          payment.patientId(),
          payment.patientId(),
          another.strip());
    }
  }

  /// A check that is entered a second time has a receipt of its own and all else the same.
  private void refuseTwice(PatientPayment payment) {
    jdbc.sql(
            """
            select m.receipt_number
            from patient_payment m
            where m.reference = :reference and m.amount = :amount and m.received_on = :day
              and lower(m.method) = lower(:method) and m.receipt_number <> :receipt
              and not exists (select from payment_reversal r where r.patient_payment_id = m.patient_payment_id)
            order by m.patient_payment_id
            limit 1
            """)
        .param("reference", payment.reference())
        .param("amount", payment.amount().toBigDecimal())
        .param("day", payment.receivedOn())
        .param("method", payment.method().strip())
        .param("receipt", payment.receiptNumber())
        .query(String.class)
        .optional()
        .ifPresent(receipt -> {
          throw new BillingRefusal(
              "Receipt %s has the same number, amount and day. If this is another payment, say why."
                  .formatted(receipt));
        });
  }

  /// Who pays for the visit of another of the household pays on that patient's account.
  private PatientPayment ofWhomItIsFor(PatientPayment payment) {
    Long visit = payment.encounterId();
    if (visit == null) return payment;
    var payer = new PatientId(payment.patientId());
    var patient = patients.get(encounters.get(new EncounterId(visit)).patientId()).id();
    if (patient.equals(patients.get(payer).id())) return payment;
    if (!households.of(payer).records().contains(patient.value())) {
      throw new BillingRefusal(
          "This visit is on somebody else's bill: take the payment on the account that it is on.");
    }
    return payment.of(patient);
  }

  private void takeFor(PatientPayment payment) {
    if (!payment.amount().isPositive()) throw new BillingRefusal("A payment is more than zero.");
    if (payment.receiptNumber().isBlank())
      throw new BillingRefusal("A payment has a receipt number.");
    String method = PayMethod.of(payment.method()).word();
    BillingAmount.requireSane(payment.amount(), "A payment");
    days.requireCome(payment.receivedOn(), "A payment");
    String reference = payment.reference();
    int added =
        jdbc.sql(
                """
                insert into patient_payment (patient_id, encounter_id, receipt_number, method, purpose, amount,
                  received_on, received_by, reference, drawer)
                values (:patient, :encounter, :receipt, :method, :purpose, :amount, :receivedOn, :actor, :reference,
                  :drawer)
                on conflict (organization_id, receipt_number) do nothing
                """)
            .param("patient", payment.patientId())
            .param("encounter", payment.encounterId())
            .param("receipt", payment.receiptNumber())
            .param("method", method)
            .param("purpose", payment.purpose().name())
            .param("amount", payment.amount().toBigDecimal())
            .param("receivedOn", payment.receivedOn())
            .param("actor", Acting.actor().name())
            .param("reference", reference)
            .param("drawer", payment.drawer())
            .update();
    if (added == 0) {
      refuseOtherContent(payment);
      return;
    }
    ledger.post(
        PostingDraft.of(
                "PATIENT_PAYMENT",
                "Patient pays by " + method,
                CashTrails.source(payment.receiptNumber()),
                "receipt-" + payment.receiptNumber(),
                payment.receivedOn())
            .about(payment.patientId(), payment.encounterId(), null, null)
            .debit(Account.BANK, payment.amount(), null, payment.receiptNumber())
            .credit(Account.UNAPPLIED_CASH, payment.amount(), null, payment.receiptNumber())
            .build());
    audit.record("took payment", "patient", payment.patientId(), payment.patientId(), null);
    var household = households.of(new PatientId(payment.patientId()));
    application.settle(
        household,
        payment.encounterId(),
        "receipt-" + payment.receiptNumber(),
        payment.receivedOn());
    plans.look(household);
  }

  private void refuseOtherContent(PatientPayment payment) {
    var kept = receipts.numbered(payment.receiptNumber()).orElseThrow();
    if (kept.patientId() != payment.patientId() || !kept.amount().equals(payment.amount())) {
      throw new BillingRefusal(
          "Receipt %s is another payment: %s on %s."
              .formatted(payment.receiptNumber(), kept.amount(), kept.receivedOn()));
    }
  }

  /// A payment did not stay: the cash goes back, and what it had paid is owed again.
  public Receipt reverse(UUID id, ReversalCause cause, String note, LocalDate on) {
    AccessDeniedForActor.unless(Permission.TAKE_PAYMENT);
    days.requireCome(on, "What came back");
    var receipt = receipts.find(id).orElseThrow();
    if (note.isBlank()) throw new BillingRefusal("Say what happened with this payment.");
    CardNumber.refuse(note);
    if (on.isBefore(receipt.receivedOn())) {
      throw new BillingRefusal("A payment cannot come back before it was made.");
    }
    var household = households.of(new PatientId(receipt.patientId()));
    application.lock(household);
    int added =
        jdbc.sql(
                """
                insert into payment_reversal (patient_payment_id, cause, note, reversed_on, reversed_by, reversed_at)
                select patient_payment_id, :cause, :note, :on, :actor, :now
                from patient_payment
                where public_id = :id
                on conflict (patient_payment_id) do nothing
                """)
            .param("cause", cause.name())
            .param("note", note.strip())
            .param("on", on)
            .param("actor", Acting.actor().name())
            .param("now", Timestamp.from(clock.instant()))
            .param("id", id)
            .update();
    if (added == 0) throw new BillingRefusal("This payment was taken back already.");
    var trail = trails.of(household);
    ledger.post(
        PostingDraft.of(
                "PAYMENT_REVERSED",
                cause.title(),
                CashTrails.source(receipt.receiptNumber()),
                "reversed-receipt-" + receipt.receiptNumber(),
                on)
            .about(receipt.patientId(), null, null, null)
            .debit(Account.UNAPPLIED_CASH, receipt.amount(), null, receipt.receiptNumber())
            .credit(Account.BANK, receipt.amount(), null, receipt.receiptNumber())
            .build());
    application.takeBack(
        household,
        patients.get(new PatientId(receipt.patientId())).id().value(),
        receipt.receiptNumber(),
        trail,
        on);
    plans.cameBack(household, cause.title());
    audit.record("took back payment", "payment", id, receipt.patientId(), note);
    return receipts.find(id).orElseThrow();
  }

  /// Brings the money of the patients whose claims a remittance decided to where it belongs by now:
  /// assistance that was given, and cash.
  public void applyAfter(long remittanceId) {
    LocalDate paidOn = remittances.paidOn(remittanceId);
    for (long patientId : ledger.withCashToApply(remittances.patients(remittanceId))) {
      var household = households.of(new PatientId(patientId));
      application.lock(household);
      assistance.follow(household, paidOn);
      application.settle(household, null, "remittance-" + remittanceId, paidOn);
    }
  }
}
