package org.cleanclaim.app.underpayment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.remittance.MatchedPayments.MatchedPayment;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.pricing.contract.Variance;

/// What a payer decides of one line, in one payment or in several: together never more than was
/// charged for it. What it decides beyond that is decided anew.
final class Pieces {
  private final int line;
  private final List<Piece> pieces = new ArrayList<>();

  Pieces(int line) {
    this.line = line;
  }

  void add(Piece piece) {
    pieces.add(piece);
  }

  /// Adds what a payment before decided of the line, unless it is decided anew.
  void addWhatFits(List<Piece> before, ServiceLine billed) {
    var ofLine = before.stream().filter(p -> p.line() == line).toList();
    if (charged().plus(charged(ofLine)).compareTo(billed.charge()) <= 0) pieces.addAll(ofLine);
  }

  /// Whether the payer is still to decide the others.
  boolean isPartOf(ServiceLine billed) {
    return charged().compareTo(billed.charge()) < 0;
  }

  /// The latest piece by its own code and units, as long as others are to come: only where it is
  /// some of the units has it a price of its own. What a payer restates of a whole line changes
  /// nothing of what was billed and agreed.
  Optional<Variance> partByUnits(ServiceLine billed) {
    long latest = first().payment().claimPaymentId();
    if (pieces.stream().filter(p -> p.payment().claimPaymentId() == latest).count() > 1) {
      return Optional.empty();
    }
    var service = first().service();
    BigDecimal units =
        service.unitsSubmitted() == null ? service.unitsPaid() : service.unitsSubmitted();
    return units.compareTo(billed.unitsBilled()) < 0
        ? Optional.of(first().variance())
        : Optional.empty();
  }

  int line() {
    return line;
  }

  Piece first() {
    return pieces.getFirst();
  }

  List<Variance> variances() {
    return pieces.stream().map(Piece::variance).toList();
  }

  List<MatchedPayment> payments() {
    return pieces.stream().map(Piece::payment).toList();
  }

  List<Adjustment> adjustments() {
    return pieces.stream().flatMap(p -> p.service().adjustments().stream()).toList();
  }

  Money charged() {
    return charged(pieces);
  }

  private static Money charged(List<Piece> pieces) {
    return Money.sum(pieces.stream().map(p -> p.service().charged()).toList());
  }
}
