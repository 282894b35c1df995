package org.cleanclaim.grouping.hcc;

import java.util.Optional;

/// Why the member first got Medicare: the original reason for entitlement code (OREC).
public enum Entitlement {
  AGE,
  DISABILITY,
  RENAL_DISEASE,
  DISABILITY_AND_RENAL_DISEASE;

  /// The reason of a code from 0 to 3; empty when there is no such code.
  public static Optional<Entitlement> ofCode(String code) {
    return switch (code.strip()) {
      case "0" -> Optional.of(AGE);
      case "1" -> Optional.of(DISABILITY);
      case "2" -> Optional.of(RENAL_DISEASE);
      case "3" -> Optional.of(DISABILITY_AND_RENAL_DISEASE);
      default -> Optional.empty();
    };
  }
}
