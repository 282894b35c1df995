package org.cleanclaim.app.intake;

import org.cleanclaim.app.authorization.AuthorizationRequests;
import org.cleanclaim.app.coverage.PayerAnswers;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.followup.StatusDesk;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Files of questions (270, 276, 278) that a payer's system refuses whole (TA1, 999). Each question
/// of such a file says so, since nobody will answer it.
@Component
@Transactional
class RefusedQuestions {
  private final FileExchange files;
  private final PayerAnswers eligibility;
  private final StatusDesk status;
  private final AuthorizationRequests requests;

  RefusedQuestions(
      FileExchange files,
      PayerAnswers eligibility,
      StatusDesk status,
      AuthorizationRequests requests) {
    this.files = files;
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
}
