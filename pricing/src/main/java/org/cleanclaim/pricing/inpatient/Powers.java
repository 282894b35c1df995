package org.cleanclaim.pricing.inpatient;

import java.math.BigDecimal;
import java.math.MathContext;

/// Powers with fractions in the exponent, as the teaching, share and capital formulas have them,
/// exact far beyond the places that are kept.
final class Powers {
  private static final MathContext DIGITS = new MathContext(30);
  private static final BigDecimal SMALLEST = new BigDecimal("1e-28");
  private static final BigDecimal TWO = BigDecimal.TWO;

  private Powers() {}

  /// A positive base to any exponent.
  static BigDecimal of(BigDecimal base, BigDecimal exponent) {
    return exp(exponent.multiply(ln(base), DIGITS));
  }

  /// Twice the area tangent of (x - 1) / (x + 1).
  private static BigDecimal ln(BigDecimal x) {
    BigDecimal z = x.subtract(BigDecimal.ONE).divide(x.add(BigDecimal.ONE), DIGITS);
    BigDecimal square = z.multiply(z, DIGITS);
    BigDecimal power = z;
    BigDecimal sum = z;
    for (int n = 3; power.abs().compareTo(SMALLEST) > 0; n += 2) {
      power = power.multiply(square, DIGITS);
      sum = sum.add(power.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
    }
    return sum.multiply(TWO, DIGITS);
  }

  private static BigDecimal exp(BigDecimal x) {
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int n = 1; term.abs().compareTo(SMALLEST) > 0; n++) {
      term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }
}
