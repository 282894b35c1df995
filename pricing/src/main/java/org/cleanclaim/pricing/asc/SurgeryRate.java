package org.cleanclaim.pricing.asc;

import java.math.BigDecimal;

/// What Addendum AA or BB says of a code. Source: CMS, ASC payment rates, by quarter.
///
/// @param isAncillary whether it stands in Addendum BB and is paid only beside a procedure
/// @param indicator payment indicator of Addendum DD1, such as `A2`
/// @param rate national amount in dollars, before wages; zero where none is published
/// @param isDiscounted whether the second such procedure of a day is paid by half
/// @param deviceOffset part of the rate that is for the device, in dollars (Addendum FF)
public record SurgeryRate(
    String code,
    boolean isAncillary,
    String indicator,
    BigDecimal rate,
    boolean isDiscounted,
    BigDecimal deviceOffset) {

  /// Whether the area's wages change the rate. Drugs, brachytherapy sources, corneal tissue,
  /// devices and lenses are paid the same everywhere. Source: Claims Processing Manual, chapter 14,
  /// section 40.2.
  boolean followsWages() {
    return switch (indicator) {
      case "F4", "H2", "J7", "K2", "K7", "L6" -> false;
      default -> true;
    };
  }
}
