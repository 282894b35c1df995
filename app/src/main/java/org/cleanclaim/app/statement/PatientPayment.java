package org.cleanclaim.app.statement;

import java.time.LocalDate;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.statement.PatientPayments.Purpose;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// Money that a patient hands over.
///
/// @param receiptNumber the same receipt is taken once
/// @param encounterId the visit it is for first; null for the oldest
/// @param reference of the card terminal, or the number of the check
/// @param drawer where the money lies
public record PatientPayment(
    long patientId,
    @Nullable Long encounterId,
    String receiptNumber,
    String method,
    Purpose purpose,
    Money amount,
    LocalDate receivedOn,
    @Nullable String reference,
    String drawer) {
  PatientPayment of(PatientId patient) {
    return new PatientPayment(
        patient.value(),
        encounterId,
        receiptNumber,
        method,
        purpose,
        amount,
        receivedOn,
        reference,
        drawer);
  }

  /// One without a reference, in the main drawer.
  public PatientPayment(
      long patientId,
      @Nullable Long encounterId,
      String receiptNumber,
      String method,
      Purpose purpose,
      Money amount,
      LocalDate receivedOn) {
    this(patientId, encounterId, receiptNumber, method, purpose, amount, receivedOn, null, "main");
  }
}
