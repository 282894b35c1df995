package org.cleanclaim.pricing.inpatient;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cleanclaim.kernel.Money;

/// Rounds as the CMS pricer does: half up, away from zero.
final class Rounding {
  private Rounding() {}

  static BigDecimal kept(BigDecimal exact, int places) {
    return exact.setScale(places, RoundingMode.HALF_UP);
  }

  static Money money(BigDecimal dollars) {
    return Money.ofCents(kept(dollars, 2).movePointRight(2).longValueExact());
  }
}
