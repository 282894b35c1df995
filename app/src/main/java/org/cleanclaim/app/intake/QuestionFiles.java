package org.cleanclaim.app.intake;

import java.util.Set;
import org.cleanclaim.app.authorization.AuthorizationRequests;
import org.cleanclaim.app.coverage.PayerAnswers;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.exchange.FileRemarks;
import org.cleanclaim.app.followup.StatusDesk;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.x12.AcknowledgedErrors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Files of questions (270, 276, 278) as payers' systems take them (TA1, 999). Of a file that is
/// refused whole each question says so, since nobody will answer it; of one that is taken although
/// something of it is wrong, the file says what.
@Component
@Transactional
class QuestionFiles {
  private static final Set<String> KINDS = Set.of("270", "276", "278");

  private final FileExchange files;
  private final FileRemarks remarks;
  private final PayerAnswers eligibility;
  private final StatusDesk status;
  private final AuthorizationRequests requests;

  QuestionFiles(
      FileExchange files,
      FileRemarks remarks,
      PayerAnswers eligibility,
      StatusDesk status,
      AuthorizationRequests requests) {
    this.files = files;
    this.remarks = remarks;
    this.eligibility = eligibility;
    this.status = status;
    this.requests = requests;
  }

  /// @param number of the interchange, which is that of its group too
  /// @param why in words
  /// @param fileId the file that refuses
  /// @return false when no file of questions with that number was sent
  boolean refuse(String number, String why, long fileId) {
    var sent = files.sent(number);
    if (sent.isEmpty()) return false;
    long question = sent.get().id();
    switch (sent.get().kind()) {
      case "270" -> eligibility.refused(question, why);
      case "276" -> status.refused(question, why, fileId);
      case "278" -> requests.refused(question, why, fileId);
      default -> {
        return false;
      }
    }
    return true;
  }

  /// The payer's system has taken a file, perhaps with errors.
  ///
  /// @param fileId the file that says so
  /// @return false when no file of questions with that number was sent
  boolean take(FunctionalAcknowledgment acknowledgment, long fileId) {
    var sent = files.sent(acknowledgment.groupControlNumber());
    if (sent.isEmpty() || !KINDS.contains(sent.get().kind())) return false;
    var errors = AcknowledgedErrors.inWords(acknowledgment);
    if (!errors.isEmpty()) {
      String remark = "The 999 takes the file with errors: " + String.join(" ", errors);
      remarks.keep(sent.get().id(), remark, fileId);
      if (sent.get().kind().equals("276")) status.taken(sent.get().id(), remark, fileId);
    }
    return true;
  }
}
