package org.cleanclaim.pricing.physician;

import java.math.BigDecimal;

/// Geographic practice cost indices of a locality in thousandths. Source: CMS, Addendum E of the
/// physician fee schedule; the floors that the law sets are in the figures.
public record CostIndices(int work, int practiceExpense, int malpractice) {

  /// Indices from decimal texts with at most three decimals.
  ///
  /// @throws ArithmeticException where a text has more decimals
  public static CostIndices of(String work, String practiceExpense, String malpractice) {
    return new CostIndices(scaled(work), scaled(practiceExpense), scaled(malpractice));
  }

  private static int scaled(String text) {
    return new BigDecimal(text.strip()).movePointRight(3).intValueExact();
  }
}
