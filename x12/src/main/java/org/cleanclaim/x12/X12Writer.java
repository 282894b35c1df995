package org.cleanclaim.x12;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;
import org.cleanclaim.kernel.attachment.RecordsSent;
import org.cleanclaim.kernel.authorization.AuthorizationReview;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.eligibility.EligibilityInquiry;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.status.ClaimStatus;
import org.cleanclaim.kernel.status.ClaimStatusInquiry;
import org.cleanclaim.x12.Transaction.ClaimBatch;
import org.cleanclaim.x12.v005010.AcknowledgmentWriter;
import org.cleanclaim.x12.v005010.AuthorizationWriter;
import org.cleanclaim.x12.v005010.ClaimAcknowledgmentWriter;
import org.cleanclaim.x12.v005010.ClaimAcknowledgmentWriter.AcknowledgedClaim;
import org.cleanclaim.x12.v005010.ClaimWriter;
import org.cleanclaim.x12.v005010.EligibilityWriter;
import org.cleanclaim.x12.v005010.RecordsWriter;
import org.cleanclaim.x12.v005010.RemittanceWriter;
import org.cleanclaim.x12.v005010.StatusWriter;

/// Writes one interchange with one functional group. The same input gives the same bytes.
public final class X12Writer {
  private X12Writer() {}

  /// A file that was read, with what was changed in its records since. Everything else comes back
  /// segment by segment as it stood, also what no record holds; transactions that are no longer
  /// there are left out.
  public static byte[] rewritten(X12File file) {
    return Rewriter.write(file);
  }

  /// 837P, 837I or 837D, as the claims are.
  public static byte[] claims(Envelope envelope, String groupNumber, ClaimBatch batch) {
    return ClaimWriter.write(envelope, groupNumber, batch);
  }

  /// Claims, checked against their guide before anybody else sees them: an incomplete one is
  /// refused and named, and then nothing is written.
  public static ClaimsWritten completeClaims(
      Envelope envelope, String groupNumber, ClaimBatch batch) {
    byte[] bytes = claims(envelope, groupNumber, batch);
    CheckedFile checked;
    try {
      checked =
          X12Checker.check(
              new ByteArrayInputStream(bytes), "837", CheckOptions.standard(), f -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory are always readable
    }
    if (checked.isClean()) return new ClaimsWritten.Written(bytes);
    var group = checked.answers().getFirst().groups().getFirst();
    return new ClaimsWritten.Refused(SentClaims.of(bytes).errorsByClaim(group));
  }

  /// Claims in files of their own for each receiver and type of claim, none with more than so many,
  /// each numbered on; a file with an incomplete claim is refused, the others are written.
  public static List<ClaimsWritten> claimFiles(
      Envelope envelope, ControlNumbers numbers, ClaimBatch batch, int mostClaims) {
    var files = new ArrayList<ClaimsWritten>();
    for (ClaimBatch part : batch.split(mostClaims)) {
      String number = numbers.next();
      files.add(completeClaims(envelope.numbered(number), Integer.toString(numbers.last()), part));
    }
    return files;
  }

  /// What another method here wrote, checked against its guide before anybody else sees it: a file
  /// with an incomplete loop is refused.
  public static Written complete(byte[] written) {
    var findings = new ArrayList<Finding>();
    try {
      X12Checker.check(
          new ByteArrayInputStream(written),
          "file",
          CheckOptions.standard(),
          f -> {
            if (f.isError()) findings.add(f.finding());
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory are always readable
    }
    return findings.isEmpty() ? new Written.Complete(written) : new Written.Refused(findings);
  }

  /// The same file without the line break behind each segment.
  public static byte[] inOneLine(byte[] written, Separators separators) {
    var out = new ByteArrayOutputStream(written.length);
    for (int i = 0; i < written.length; i++) {
      boolean isBreak = i > 0 && written[i] == '\n' && written[i - 1] == separators.segment();
      if (!isBreak) out.write(written[i]);
    }
    return out.toByteArray();
  }

  /// 835, one transaction set for each remittance.
  public static byte[] remittances(
      Envelope envelope, String groupNumber, List<Remittance> remittances) {
    return RemittanceWriter.write(envelope, groupNumber, remittances);
  }

  /// 270.
  public static byte[] eligibilityInquiries(
      Envelope envelope, String groupNumber, List<EligibilityInquiry> inquiries) {
    return EligibilityWriter.inquiries(envelope, groupNumber, inquiries);
  }

  /// 271; the answers stand in the order of the questions.
  public static byte[] eligibilityAnswers(
      Envelope envelope,
      String groupNumber,
      List<EligibilityInquiry> asked,
      List<EligibilityAnswer> answers) {
    return EligibilityWriter.answers(envelope, groupNumber, asked, answers);
  }

  /// 999.
  public static byte[] functionalAcknowledgments(
      Envelope envelope, String groupNumber, List<FunctionalAcknowledgment> acknowledgments) {
    return AcknowledgmentWriter.functional(envelope, groupNumber, acknowledgments);
  }

  /// 276.
  public static byte[] claimStatusInquiries(
      Envelope envelope, String groupNumber, List<ClaimStatusInquiry> inquiries) {
    return StatusWriter.inquiries(envelope, groupNumber, inquiries);
  }

  /// 277.
  public static byte[] claimStatusAnswers(
      Envelope envelope, String groupNumber, List<ClaimStatus> answers) {
    return StatusWriter.answers(envelope, groupNumber, answers);
  }

  /// 278, requests or answers, one transaction set for each.
  public static byte[] authorizationReviews(
      Envelope envelope, String groupNumber, List<AuthorizationReview> reviews) {
    return AuthorizationWriter.write(envelope, groupNumber, reviews);
  }

  /// 275, one transaction set for each claim.
  public static byte[] records(Envelope envelope, String groupNumber, List<RecordsSent> records) {
    return RecordsWriter.write(envelope, groupNumber, records);
  }

  /// TA1, alone in its interchange.
  public static byte[] interchangeAcknowledgment(
      Envelope envelope, InterchangeAcknowledgment acknowledgment) {
    return AcknowledgmentWriter.interchange(envelope, acknowledgment);
  }

  /// 277CA from a payer to a submitter.
  public static byte[] claimAcknowledgments(
      Envelope envelope,
      String groupNumber,
      String payerName,
      String payerId,
      String receiverName,
      String receiverId,
      String batchReference,
      List<AcknowledgedClaim> claims) {
    return ClaimAcknowledgmentWriter.write(
        envelope,
        groupNumber,
        payerName,
        payerId,
        receiverName,
        receiverId,
        batchReference,
        claims);
  }
}
