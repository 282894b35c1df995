package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.Money;
import org.springframework.stereotype.Component;

/// Posts what the practice gives up of patients' shares, visit by visit.
@Component
class GivenUp {
  /// @param amount of the share
  record Part(VisitShare share, Money amount) {}

  private final Ledger ledger;

  GivenUp(Ledger ledger) {
    this.ledger = ledger;
  }

  /// @param kind `ASSISTANCE` or `SMALL_BALANCE`
  /// @return the sum
  Money post(
      List<Part> parts, String kind, String reason, String source, String key, LocalDate on) {
    var draft = PostingDraft.of(kind, reason, source, key, on);
    Money sum = Money.ZERO;
    for (Part part : parts) {
      draft.about(part.share().patientId(), part.share().encounterId(), null, null);
      draft.debit(Account.WRITE_OFF, part.amount(), null, reason);
      draft.credit(Account.PATIENT_RECEIVABLE, part.amount(), null, reason);
      sum = sum.plus(part.amount());
    }
    if (sum.isPositive()) ledger.post(draft.build());
    return sum;
  }
}
