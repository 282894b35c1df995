package org.cleanclaim.app.staff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.cleanclaim.kernel.Money;

/// What a person earns.
///
/// @param basis whether the amount is for an hour or a year
/// @param since first day on which it is paid
public record Pay(Basis basis, Money amount, LocalDate since) {
  private static final BigDecimal WEEKS_A_YEAR = BigDecimal.valueOf(52);

  /// The time that an amount pays for.
  public enum Basis {
    HOURLY("an hour"),
    ANNUAL("a year");

    private final String title;

    Basis(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /// Dollars an hour; a yearly amount is divided by 52 weeks of the hours paid for, half up.
  public Money hourly(BigDecimal hoursPerWeek) {
    return switch (basis) {
      case HOURLY -> amount;
      case ANNUAL ->
          Money.of(
              amount
                  .toBigDecimal()
                  .divide(WEEKS_A_YEAR.multiply(hoursPerWeek), 2, RoundingMode.HALF_UP)
                  .toPlainString());
    };
  }

  /// Dollars a year of full-time work, 52 weeks of 40 hours, as publishers of pay figures count.
  public Money fullTimeYear(BigDecimal hoursPerWeek) {
    BigDecimal fullTime = BigDecimal.valueOf(40);
    BigDecimal year =
        switch (basis) {
          case HOURLY -> amount.toBigDecimal().multiply(WEEKS_A_YEAR).multiply(fullTime);
          case ANNUAL ->
              amount
                  .toBigDecimal()
                  .multiply(fullTime)
                  .divide(hoursPerWeek, 2, RoundingMode.HALF_UP);
        };
    return Money.of(year.setScale(2, RoundingMode.HALF_UP).toPlainString());
  }

  @Override
  public String toString() {
    return "Pay[since " + since + "]";
  }
}
