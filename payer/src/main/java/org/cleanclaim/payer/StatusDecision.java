package org.cleanclaim.payer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.status.ClaimStatus;
import org.cleanclaim.kernel.status.ClaimStatusInquiry;
import org.cleanclaim.kernel.status.StatusParties;
import org.cleanclaim.kernel.status.StatusParties.Insured;
import org.cleanclaim.x12.Envelope;
import org.jspecify.annotations.Nullable;

/// What the payer says when it is asked where a claim stands. The codes are of the code lists 507
/// and 508.
final class StatusDecision {
  private static final String PAYER_NUMBER = "1K";
  private static final String PATIENT_ACCOUNT = "EJ";

  private StatusDecision() {}

  /// A claim that the payer has.
  ///
  /// @param envelope that it came in
  /// @param payment null while it is in work
  /// @param remittance it was decided with; null while it is in work
  record Known(
      Claim claim,
      String payerNumber,
      LocalDate receivedOn,
      Envelope envelope,
      @Nullable ClaimPayment payment,
      @Nullable Remittance remittance) {}

  /// By the payer's own number where it is told, else by the provider's number and the charge.
  static boolean isAbout(ClaimStatusInquiry inquiry, Claim claim, String payerNumber) {
    String told = reference(inquiry, PAYER_NUMBER);
    if (told != null) return told.equals(payerNumber);
    return claim.controlNumber().value().equals(reference(inquiry, PATIENT_ACCOUNT))
        && claim.totalCharge().equals(inquiry.charge());
  }

  private static @Nullable String reference(ClaimStatusInquiry inquiry, String qualifier) {
    return inquiry.references().stream()
        .filter(reference -> reference.qualifier().equals(qualifier))
        .map(Reference::value)
        .findFirst()
        .orElse(null);
  }

  static ClaimStatus answer(ClaimStatusInquiry inquiry, @Nullable Known known, LocalDate today) {
    var references = new ArrayList<Reference>();
    if (known != null) references.add(new Reference(PAYER_NUMBER, known.payerNumber()));
    String account = reference(inquiry, PATIENT_ACCOUNT);
    if (account != null) references.add(new Reference(PATIENT_ACCOUNT, account));
    return new ClaimStatus(
        ClaimStatus.Level.CLAIM,
        inquiry.trace(),
        named(inquiry.parties()),
        List.of(statement(inquiry, known, today)),
        references,
        inquiry.servedFrom(),
        inquiry.servedThrough(),
        List.of());
  }

  // An answer repeats names and numbers, but neither birth dates nor sex.
  private static StatusParties named(StatusParties asked) {
    return new StatusParties(
        asked.payer(),
        null,
        asked.submitter(),
        asked.providers(),
        named(asked.subscriber()),
        named(asked.dependent()));
  }

  private static @Nullable Insured named(@Nullable Insured insured) {
    return insured == null ? null : new Insured(insured.party(), null, null);
  }

  private static ClaimStatus.Statement statement(
      ClaimStatusInquiry inquiry, @Nullable Known known, LocalDate today) {
    if (known == null) return statement("D0", "35", today, inquiry, null, null);
    ClaimPayment payment = known.payment();
    Remittance remittance = known.remittance();
    if (payment == null || remittance == null) {
      return statement("P1", "20", known.receivedOn(), inquiry, null, null);
    }
    return payment.paid().isPositive()
        ? statement("F1", "65", remittance.paidOn(), inquiry, payment, remittance)
        : statement("F2", "585", remittance.paidOn(), inquiry, payment, remittance);
  }

  private static ClaimStatus.Statement statement(
      String category,
      String status,
      LocalDate effectiveOn,
      ClaimStatusInquiry inquiry,
      @Nullable ClaimPayment payment,
      @Nullable Remittance remittance) {
    boolean isPaid = payment != null && payment.paid().isPositive();
    return new ClaimStatus.Statement(
        List.of(new ClaimStatus.Code(category, status, null, null)),
        effectiveOn,
        inquiry.charge(),
        payment == null ? null : payment.paid(),
        remittance == null ? null : remittance.paidOn(),
        isPaid && remittance != null ? remittance.paidOn() : null,
        isPaid && remittance != null ? remittance.trace() : null);
  }
}
