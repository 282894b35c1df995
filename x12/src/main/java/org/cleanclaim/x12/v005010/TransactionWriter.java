package org.cleanclaim.x12.v005010;

import java.time.LocalDateTime;
import java.util.List;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.Transaction;

/// Writes a transaction that was read, by its guide, from what its records hold.
public final class TransactionWriter {
  private TransactionWriter() {}

  /// The segments from ST to SE, without an envelope. A transaction that has no records comes back
  /// as it was kept.
  public static byte[] again(Transaction transaction, Separators separators) {
    // Dates and numbers come from the header; of an envelope only the separators count here.
    var envelope =
        new Envelope(
            "ZZ", "", "ZZ", "", LocalDateTime.of(2000, 1, 1, 0, 0), "000000001", false, separators);
    return SegmentWriter.again(
        separators, transaction.header(), out -> write(out, envelope, transaction));
  }

  private static void write(SegmentWriter out, Envelope envelope, Transaction transaction) {
    switch (transaction) {
      case Transaction.ClaimBatch batch -> ClaimWriter.batch(out, envelope, batch);
      case Transaction.RemittanceAdvice advice ->
          RemittanceWriter.remittances(out, List.of(advice.remittance()));
      case Transaction.EligibilityInquiries questions ->
          EligibilityWriter.inquiries(out, envelope, questions.inquiries());
      case Transaction.EligibilityAnswers answers ->
          EligibilityAnswerWriter.answers(out, envelope, answers.answers());
      case Transaction.GroupAcknowledged group ->
          AcknowledgmentWriter.groups(out, List.of(group.acknowledgment()));
      case Transaction.ClaimsAcknowledged claims ->
          ClaimAcknowledgmentWriter.parties(out, envelope, claims.parties());
      case Transaction.StatusInquiries questions ->
          StatusWriter.inquiries(out, envelope, questions.inquiries());
      case Transaction.StatusAnswers answers ->
          StatusWriter.answers(out, envelope, answers.answers());
      case Transaction.AuthorizationReviewed reviewed ->
          AuthorizationWriter.reviews(out, envelope, List.of(reviewed.review()));
      case Transaction.RecordsReceived received -> received.segments().forEach(out::again);
      case Transaction.Unread unread -> unread.segments().forEach(out::again);
    }
  }
}
