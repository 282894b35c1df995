package org.cleanclaim.app.web.pay;

import org.cleanclaim.workforce.benchmark.Dollars;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.PayBasis;
import org.jspecify.annotations.Nullable;

/// A line of a ranking: what one key earns, by the year and by the hour.
///
/// @param remark population and statistic, where they are not those of the whole ranking
/// @param annual annual figure, null when only the hourly one is published
/// @param hourly hourly figure, null when only the annual one is published
/// @param length of the bar
public record PayRow(
    String name, String remark, @Nullable Figure annual, @Nullable Figure hourly, int length) {

  /// `$58,055`, or what an hourly figure comes to.
  public String byTheYear() {
    return annual != null ? Dollars.of(annual.amount()) : converted(hourly);
  }

  public String byTheHour() {
    return hourly != null ? Dollars.of(hourly.amount()) : converted(annual);
  }

  public boolean isConverted(PayBasis basis) {
    return (basis == PayBasis.ANNUAL ? annual : hourly) == null;
  }

  private static String converted(@Nullable Figure published) {
    return published == null ? "" : Dollars.of(published.converted().amount());
  }
}
