package org.cleanclaim.app.remittance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.remittance.RemittancePoster.Piece;
import org.cleanclaim.kernel.Money;

/// What a payer that comes after others writes down. It tells the reductions of the payers before
/// again (CO-45 beside OA-23), which are on the books already: its own are no more than what is
/// open after its payment, the patient's share and what it refuses.
final class OwnReductions {
  private OwnReductions() {}

  /// @param open what is open of each visit that the payer is asked for
  /// @param isBack whether the payer takes a decision back, so that all amounts are negative
  static List<Piece> of(List<Piece> pieces, Map<EncounterId, Money> open, boolean isBack) {
    var own = new ArrayList<Piece>();
    for (Piece piece : pieces) {
      boolean isReduction = piece.share().account() == Account.CONTRACTUAL_ADJUSTMENT;
      if (!isReduction || !open.containsKey(piece.share().visit())) own.add(piece);
    }
    open.forEach((visit, rest) -> own.addAll(ofVisit(reductions(pieces, visit), rest, isBack)));
    return own;
  }

  private static List<Piece> reductions(List<Piece> pieces, EncounterId visit) {
    return pieces.stream()
        .filter(p ->
            p.share().account() == Account.CONTRACTUAL_ADJUSTMENT
                && p.share().visit().equals(visit))
        .toList();
  }

  private static List<Piece> ofVisit(List<Piece> reductions, Money open, boolean isBack) {
    Money sum = Money.ZERO;
    Money taken = Money.ZERO;
    for (Piece piece : reductions) {
      Money amount = forward(piece.amount(), isBack);
      sum = sum.plus(amount);
      taken = taken.plus(amount.max(Money.ZERO));
    }
    Money rest = open.max(Money.ZERO).min(taken);
    if (sum.equals(rest)) return reductions;
    var own = new ArrayList<Piece>();
    for (Piece piece : reductions) {
      Money amount = forward(piece.amount(), isBack).max(Money.ZERO).min(rest);
      rest = rest.minus(amount);
      if (!amount.isZero()) own.add(new Piece(piece.share(), forward(amount, isBack)));
    }
    return own;
  }

  private static Money forward(Money amount, boolean isBack) {
    return isBack ? amount.negated() : amount;
  }
}
