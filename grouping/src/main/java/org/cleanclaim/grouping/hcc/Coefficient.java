package org.cleanclaim.grouping.hcc;

import java.math.BigDecimal;

/// A factor of a segment, added to the score of a member to whom it applies.
///
/// @param name as CMS calls it, without the segment: `F70_74`, `HCC18`, `DIABETES_CHF`, `D4`
/// @param label in words, as far as a table has them
/// @param thousandths the factor times 1000; CMS publishes three decimals
public record Coefficient(String name, String label, int thousandths) {

  /// The factor itself.
  public BigDecimal factor() {
    return BigDecimal.valueOf(thousandths, 3);
  }
}
