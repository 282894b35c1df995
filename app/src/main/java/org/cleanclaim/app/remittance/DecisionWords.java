package org.cleanclaim.app.remittance;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;

/// What a payer decided on a claim, in one sentence for the claim's timeline.
final class DecisionWords {
  private DecisionWords() {}

  /// @param paidOn the day of the payment
  /// @param day for which it counts: a later one where its own is closed
  static String of(
      ClaimPayment payment,
      ClaimMatch match,
      List<KeptLine> lines,
      LocalDate paidOn,
      LocalDate day) {
    var words = new StringBuilder(decided(payment));
    Money byMonth =
        Money.sum(
            lines.stream()
                .filter(line -> line.outcome().kind() == LineOutcome.Kind.CAPITATED)
                .map(line -> line.service().charged())
                .toList());
    if (!byMonth.isZero()) {
      words.append("; its monthly payment covers ").append(byMonth.grouped());
    }
    if (match.how() != ClaimMatch.How.CONTROL_NUMBER) {
      words.append(". Matched: ").append(match.reason().replaceFirst("\\.$", ""));
    }
    for (KeptLine line : lines) {
      if (line.remark() == null) continue;
      words
          .append(line.line() == null ? ". A service" : ". Line " + line.line())
          .append(": ")
          .append(line.remark());
    }
    if (!day.equals(paidOn)) words.append(". ").append(BookedDay.of(paidOn, day).sentence());
    return words.toString();
  }

  /// What is left to the patient is what stands among the adjustments and is posted; payers often
  /// leave the total of it (CLP05) out.
  private static String decided(ClaimPayment payment) {
    Money left =
        Money.sum(
            payment.allAdjustments().stream()
                .filter(a -> a.group() == AdjustmentGroup.PR)
                .map(Adjustment::amount)
                .toList());
    if (payment.isReversal()) {
      return "The 835 takes back %s paid of %s%s"
          .formatted(
              payment.paid().negated().grouped(),
              payment.charged().negated().grouped(),
              left.isZero()
                  ? ""
                  : " and the " + left.negated().grouped() + " that were left to the patient");
    }
    String forwarded = Crossover.of(payment);
    return "The 835 pays %s of %s and leaves %s to the patient%s"
        .formatted(
            payment.paid().grouped(),
            payment.charged().grouped(),
            left.grouped(),
            forwarded == null ? "" : "; the payer forwarded the claim to " + forwarded);
  }
}
