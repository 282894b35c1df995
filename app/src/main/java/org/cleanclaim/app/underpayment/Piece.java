package org.cleanclaim.app.underpayment;

import org.cleanclaim.app.remittance.MatchedPayments.MatchedPayment;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.cleanclaim.pricing.contract.Variance;

/// A service of a payment: a line of the claim, or a piece of one.
///
/// @param variance as the service compares by its own code and units
record Piece(MatchedPayment payment, Variance variance) {
  ServicePayment service() {
    return payment.payment().services().get(variance.service() - 1);
  }

  /// The line that it belongs to; 0 where that cannot be told.
  int line() {
    int place = variance.service() - 1;
    return place < payment.lines().size() ? payment.lines().get(place) : 0;
  }
}
