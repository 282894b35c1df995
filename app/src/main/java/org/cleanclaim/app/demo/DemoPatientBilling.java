package org.cleanclaim.app.demo;

import java.time.LocalDate;
import org.cleanclaim.app.demo.Scenario.PatientEntry;
import org.cleanclaim.app.demo.Scenario.StatementPayment;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.statement.Households;
import org.cleanclaim.app.statement.PatientPayments;
import org.cleanclaim.app.statement.PatientPayments.PatientPayment;
import org.cleanclaim.app.statement.PatientPayments.Purpose;
import org.cleanclaim.app.statement.PaymentPlans;
import org.cleanclaim.app.statement.Refunds;
import org.cleanclaim.app.statement.Refunds.Refund;
import org.cleanclaim.app.statement.Statements;
import org.cleanclaim.kernel.Money;
import org.springframework.stereotype.Component;

/// Bills the patients of the scenario and takes what some of them pay.
@Component
class DemoPatientBilling {
  private final Patients patients;
  private final Statements statements;
  private final PatientPayments payments;
  private final PaymentPlans plans;
  private final Refunds refunds;
  private final Households households;
  private final Ledger ledger;

  DemoPatientBilling(
      Patients patients,
      Statements statements,
      PatientPayments payments,
      PaymentPlans plans,
      Refunds refunds,
      Households households,
      Ledger ledger) {
    this.patients = patients;
    this.statements = statements;
    this.payments = payments;
    this.plans = plans;
    this.refunds = refunds;
    this.households = households;
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

  /// What a patient cannot pay at once is paid in instalments.
  void agreePlan(Scenario scenario, LocalDate day) {
    var plan = scenario.practice().plan();
    plans.agree(
        households.of(patient(plan.patient()).id()),
        plan.months(),
        plan.firstDueOn(),
        plan.note(),
        day);
  }

  void askRefund(Scenario scenario, LocalDate day) {
    var refund = scenario.practice().refund();
    refunds.request(
        patient(refund.patient()).id(), null, Money.of(refund.amount()), refund.cause(), day);
  }

  void approveRefund(LocalDate day) {
    for (Refund one : refunds.list()) {
      if (one.status() != Refunds.Status.REQUESTED) continue;
      refunds.approve(one.id(), day);
      refunds.pay(one.id(), "card", "TERMINAL-" + day, day);
    }
  }

  private Patient patient(String id) {
    return patients.search(DemoVisits.accountNumber(id), 1).getFirst();
  }
}
