package org.cleanclaim.grouping.hcc;

import java.util.Locale;
import java.util.Optional;

/// Whether Medicaid covers the member beside Medicare, by the dual status code of CMS (MBD and
/// monthly membership report): full benefits are 02, 04 and 08, partial ones 01, 03, 05 and 06.
public enum Medicaid {
  NONE,
  PARTIAL,
  FULL;

  /// The status of a dual code; empty when there is no such code.
  public static Optional<Medicaid> ofDualCode(String code) {
    return switch (code.strip().toUpperCase(Locale.ROOT)) {
      case "", "NA", "N", "00", "0", "09", "9", "10", "99" -> Optional.of(NONE);
      case "01", "1", "03", "3", "05", "5", "06", "6" -> Optional.of(PARTIAL);
      case "02", "2", "04", "4", "08", "8" -> Optional.of(FULL);
      default -> Optional.empty();
    };
  }
}
