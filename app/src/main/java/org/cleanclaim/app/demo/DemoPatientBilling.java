package org.cleanclaim.app.demo;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.cleanclaim.app.demo.Scenario.BillingDeed;
import org.cleanclaim.app.demo.Scenario.PatientEntry;
import org.cleanclaim.app.demo.Scenario.StatementPayment;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.statement.Assistance;
import org.cleanclaim.app.statement.Disputes;
import org.cleanclaim.app.statement.Household;
import org.cleanclaim.app.statement.Households;
import org.cleanclaim.app.statement.PatientPayment;
import org.cleanclaim.app.statement.PatientPayments;
import org.cleanclaim.app.statement.PatientPayments.Purpose;
import org.cleanclaim.app.statement.PaymentPlans;
import org.cleanclaim.app.statement.RefundLists;
import org.cleanclaim.app.statement.Refunds;
import org.cleanclaim.app.statement.Statements;
import org.cleanclaim.kernel.Money;
import org.springframework.stereotype.Component;

/// Bills the patients of the scenario and takes what some of them pay.
@Component
class DemoPatientBilling {
  private final Patients patients;
  private final Statements statements;
  private final PatientPayments payments;
  private final Households households;
  private final PaymentPlans plans;
  private final Refunds refunds;
  private final RefundLists refundLists;
  private final Assistance assistance;
  private final Disputes disputes;
  private final Ledger ledger;

  DemoPatientBilling(
      Patients patients,
      Statements statements,
      PatientPayments payments,
      Households households,
      PaymentPlans plans,
      Refunds refunds,
      RefundLists refundLists,
      Assistance assistance,
      Disputes disputes,
      Ledger ledger) {
    this.patients = patients;
    this.statements = statements;
    this.payments = payments;
    this.households = households;
    this.plans = plans;
    this.refunds = refunds;
    this.refundLists = refundLists;
    this.assistance = assistance;
    this.disputes = disputes;
    this.ledger = ledger;
  }

  void issueStatements(Scenario scenario, LocalDate day) {
    for (PatientEntry entry : scenario.patients()) {
      statements.issue(patient(entry.id()).id(), day);
    }
  }

  void takeStatementPayments(Scenario scenario, LocalDate day) {
    for (StatementPayment payment : scenario.practice().statementPayments()) {
      var patient = patient(payment.patient());
      Money amount = Money.of(payment.amount()).min(ledger.patientBalance(patient.id().value()));
      if (!amount.isPositive()) continue;
      payments.take(
          new PatientPayment(
              patient.id().value(),
              null,
              "S-" + patient.accountNumber(),
              payment.method(),
              Purpose.STATEMENT,
              amount,
              day));
    }
  }

  /// What happens with a bill beside statements and their payment.
  void play(BillingDeed deed) {
    var patient = patient(deed.patient());
    var household = households.of(patient.id());
    LocalDate on = deed.on();
    switch (deed.deed()) {
      case ASSISTANCE_ASKED ->
          assistance.apply(
              household, new Assistance.Form(deed.householdSize(), amount(deed), words(deed), on));
      case ASSISTANCE_GIVEN ->
          assistance.approve(
              assistance.of(household).getFirst().id(),
              on.withDayOfYear(1),
              on.withDayOfYear(on.lengthOfYear()),
              words(deed),
              on);
      case REFUND_ASKED -> refunds.request(patient.id(), null, amount(deed), words(deed), "", on);
      case REFUND_APPROVED -> refunds.approve(refund(household), "", on);
      case REFUND_PAID -> refunds.pay(refund(household), "check", words(deed), on);
      case PLAN ->
          plans.agree(
              household, deed.months(), Objects.requireNonNull(deed.firstDueOn()), words(deed), on);
      case INSTALMENT -> payInstalment(patient, household, on);
      case DISPUTE -> disputes.open(patient.id(), null, words(deed), on);
    }
  }

  private UUID refund(Household household) {
    return refundLists.of(household).getFirst().id();
  }

  private void payInstalment(Patient patient, Household household, LocalDate on) {
    var plan = plans.active(household).orElseThrow();
    payments.take(
        new PatientPayment(
            patient.id().value(),
            null,
            "P-" + patient.accountNumber() + "-" + on,
            "card",
            Purpose.STATEMENT,
            plan.due(on),
            on));
  }

  private static Money amount(BillingDeed deed) {
    return Money.of(Objects.requireNonNull(deed.amount()));
  }

  private static String words(BillingDeed deed) {
    return Objects.requireNonNull(deed.words());
  }

  private Patient patient(String id) {
    return patients.numbered(DemoRegistration.accountNumber(id)).orElseThrow();
  }
}
