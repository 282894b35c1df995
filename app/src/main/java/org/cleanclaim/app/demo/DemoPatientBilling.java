package org.cleanclaim.app.demo;

import java.time.LocalDate;
import org.cleanclaim.app.demo.Scenario.PatientEntry;
import org.cleanclaim.app.demo.Scenario.StatementPayment;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.statement.PatientPayments;
import org.cleanclaim.app.statement.PatientPayments.PatientPayment;
import org.cleanclaim.app.statement.PatientPayments.Purpose;
import org.cleanclaim.app.statement.Statements;
import org.cleanclaim.kernel.Money;
import org.springframework.stereotype.Component;

/// Bills the patients of the scenario and takes what some of them pay.
@Component
class DemoPatientBilling {
  private final Patients patients;
  private final Statements statements;
  private final PatientPayments payments;
  private final Ledger ledger;

  DemoPatientBilling(
      Patients patients, Statements statements, PatientPayments payments, Ledger ledger) {
    this.patients = patients;
    this.statements = statements;
    this.payments = payments;
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

  private Patient patient(String id) {
    return patients.search(DemoVisits.accountNumber(id), 1).getFirst();
  }
}
