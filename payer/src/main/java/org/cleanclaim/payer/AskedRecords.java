package org.cleanclaim.payer;

import java.util.Set;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ServicePayment;

/// Denials that wait for records: 252 (a document is needed to decide), 163 and 164 (the announced
/// document was not received, or not in time). Source: claim adjustment reason codes, X12 external
/// code source 139.
final class AskedRecords {
  private static final Set<String> REASONS = Set.of("163", "164", "252");

  private AskedRecords() {}

  static boolean isDeniedForThem(ClaimPayment payment) {
    return payment.adjustments().stream().anyMatch(AskedRecords::asks)
        || payment.services().stream()
            .map(ServicePayment::adjustments)
            .anyMatch(all -> all.stream().anyMatch(AskedRecords::asks));
  }

  private static boolean asks(Adjustment adjustment) {
    return REASONS.contains(adjustment.reason().value());
  }
}
