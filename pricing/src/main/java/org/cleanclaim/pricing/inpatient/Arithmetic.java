package org.cleanclaim.pricing.inpatient;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How a stay is reckoned.
public enum Arithmetic {
  /// Exactly, rounded where the pricer keeps an amount. So Medicare pays.
  EXACT,

  /// As the CMS pricer's source comes out when GnuCOBOL 4.0-early builds it with `-std=ibm`: what
  /// is reckoned in between is cut to the places of the result, and of two sums only the last term
  /// is left, so that outliers are paid from the first dollar of operating costs and a hospital's
  /// own rate is paid on top of the federal one. No hospital is paid so; it is there to compare
  /// with cases that come from such a build.
  GNUCOBOL_4_IBM;

  /// A value in between.
  BigDecimal between(BigDecimal exact, int places) {
    return this == EXACT ? exact : exact.setScale(places, RoundingMode.DOWN);
  }

  /// A sum whose last term is all that such a build leaves.
  BigDecimal sum(BigDecimal others, BigDecimal last) {
    return this == EXACT ? others.add(last) : last;
  }
}
