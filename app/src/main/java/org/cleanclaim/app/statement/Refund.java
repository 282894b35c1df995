package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A refund as it is kept: of a patient's credit to the patient, of a claim's credit to its payer,
/// or of a misdirected payment to the payer that sent it.
///
/// @param patient null for a misdirected payment
/// @param claim our number, for the credit of a claim
/// @param payment the misdirected payment, null for a credit
/// @param payer who gets the money; null when the patient does
/// @param despite why it goes back although something stands against the credit still
/// @param isTakenBack whether the payer has taken the money back by itself since it was agreed to
/// @param cancelled when and why it was cancelled, else null
public record Refund(
    UUID id,
    @Nullable Long patientId,
    @Nullable UUID patient,
    @Nullable String name,
    @Nullable Long claimId,
    @Nullable String claim,
    @Nullable OfPayment payment,
    @Nullable Long payerId,
    @Nullable String payer,
    Money amount,
    String cause,
    @Nullable String despite,
    Status status,
    boolean isTakenBack,
    @Nullable Cancelled cancelled,
    String requestedBy,
    LocalDate requestedOn,
    @Nullable String decidedBy,
    @Nullable LocalDate paidOn,
    @Nullable String payMethod,
    @Nullable String payReference) {
  /// Where a refund stands.
  public enum Status {
    REQUESTED("Another person has to agree"),
    APPROVED("Pay it and note the check or the transfer"),
    REFUSED("Nothing"),
    WITHDRAWN("Nothing"),
    CANCELLED("Nothing"),
    PAID("Nothing");

    private final String nextStep;

    Status(String nextStep) {
      this.nextStep = nextStep;
    }
  }

  /// What has to be done about it.
  public String nextStep() {
    return isTakenBack
        ? "Cancel it: the payer has taken the money back by itself"
        : status.nextStep;
  }

  /// Whose credit goes back, of a refund that is no misdirected payment.
  long ofPatient() {
    return Objects.requireNonNull(patientId, "a credit is a patient's or a claim's");
  }

  /// It was agreed to and did not go out.
  public record Cancelled(LocalDate on, String by, String why) {}

  /// The misdirected payment that a refund returns.
  ///
  /// @param id of its entry in the queue of remittances
  /// @param place in the remittance, with the number of the claim as the payer sent it
  /// @param depositedOn when the bank showed it; null while it has not
  public record OfPayment(
      UUID id, UUID remittance, String trace, String place, @Nullable LocalDate depositedOn) {}
}
