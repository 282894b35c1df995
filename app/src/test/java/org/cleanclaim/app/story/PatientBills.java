package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.app.statement.BillingPractice;
import org.cleanclaim.app.statement.StatementRun;

/// The practice whose bills of patients the stories tell, and what they ask it.
final class PatientBills {
  static final LocalDate SERVED = LocalDate.of(2026, 1, 5);
  static final LocalDate DAY = LocalDate.of(2026, 2, 2);

  static final BillingPractice PRACTICE = new BillingPractice("pbs", "1679576722");

  private PatientBills() {}

  static ApiAnswer account(Patient patient, LocalDate on) {
    var answer = PRACTICE.get("bill", "/billing/accounts/" + patient.publicId() + "?on=" + on);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  static ApiAnswer ok(ApiAnswer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  static void refused(ApiAnswer answer, String sentence) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
    assertThat(answer.at("/detail")).contains(sentence);
  }

  static ApiAnswer pay(Patient patient, String receipt, String amount, String more) {
    return PRACTICE.post(
        "fran",
        "/billing/payments",
        """
        {"patient": "%s", "receipt": "%s", "method": "check", "purpose": "STATEMENT", "amount": "%s",
         "receivedOn": "%s"%s}
        """
            .formatted(patient.publicId(), receipt, amount, DAY, more));
  }

  static StatementRun.Outcome run(LocalDate on) {
    return PRACTICE.statementsOf(on);
  }

  static String issued(StatementRun.Outcome run, Patient patient) {
    String number = account(patient, DAY).at("/statements/0/number");
    return run.issued().stream().anyMatch(s -> s.number().equals(number)) ? number : "";
  }

  static void refusedForRole(ApiAnswer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
  }
}
