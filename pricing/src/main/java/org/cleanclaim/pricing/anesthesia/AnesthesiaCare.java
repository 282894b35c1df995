package org.cleanclaim.pricing.anesthesia;

import java.math.BigDecimal;

/// One anesthesia service.
///
/// @param baseUnits of the procedure with the most, where there were several
/// @param minutes from taking over the patient to leaving, of all procedures together
/// @param conversionFactor dollars a unit of the locality
/// @param modifier who gave it: `AA`, `QZ`, `QK`, `QX`, `QY` or `AD`
/// @param induction whether the supervising physician was there; matters with `AD` alone
public record AnesthesiaCare(
    int baseUnits, int minutes, BigDecimal conversionFactor, String modifier, Induction induction) {

  /// Where the physician was when the patient was put to sleep.
  public enum Induction {
    PRESENT,
    ABSENT
  }
}
