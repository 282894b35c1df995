package org.cleanclaim.workforce.benchmark;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.cleanclaim.kernel.Money;

/// US dollars as people read them: `$58,055` and `$26.84`.
public final class Dollars {
  private Dollars() {}

  /// Cents are written only where there are some.
  public static String of(Money amount) {
    String pattern = amount.cents() % 100 == 0 ? "$#,##0" : "$#,##0.00";
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount.toBigDecimal());
  }

  /// With the time it pays for: `$58,055 a year`.
  public static String of(Money amount, PayBasis basis) {
    return of(amount) + " " + basis.title();
  }
}
