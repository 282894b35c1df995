package org.cleanclaim.pricing.physician;

import org.jspecify.annotations.Nullable;

/// What the status of a code says about its payment. Source: CMS Claims Processing Manual, chapter
/// 23, section 30.2.2.
final class PaymentStatus {
  private PaymentStatus() {}

  /// Why no fee of the schedule is paid; null where one is.
  static @Nullable String reasonNotPaid(char status) {
    return switch (status) {
      case 'A', 'R', 'T' -> null;
      case 'B', 'P' -> "its payment is within that of another service";
      case 'C' -> "the contractor sets the price";
      case 'E', 'X' -> "it is paid by another schedule, or by law not by this one";
      case 'I', 'G' -> "Medicare takes another code for the service";
      case 'J' -> "anesthesia is paid by base units and time";
      case 'M', 'Q' -> "it reports a measure and has no fee";
      case 'N' -> "Medicare does not cover it";
      default -> "no fee is set for it";
    };
  }
}
