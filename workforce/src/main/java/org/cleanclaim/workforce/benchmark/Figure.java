package org.cleanclaim.workforce.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cleanclaim.kernel.Money;

/// One published pay figure.
///
/// @param key the value of the dimension: `FL`, `CPC`, `Billing Manager`
/// @param population who was counted, in the publisher's words
/// @param amount US dollars for the time of `basis`
public record Figure(
    Dimension dimension,
    String key,
    String population,
    Statistic statistic,
    PayBasis basis,
    Money amount,
    Source source) {

  /// An amount for another time than the one published; always shown as converted.
  ///
  /// @param from the published figure
  public record Converted(Figure from, PayBasis basis, Money amount) {}

  /// The figure for the other time, at 2,080 hours a year, rounded half up to the cent as money is.
  public Converted converted() {
    Money other =
        switch (basis) {
          case HOURLY -> amount.times(PayBasis.HOURS_A_YEAR);
          case ANNUAL ->
              Money.ofCents(
                  BigDecimal.valueOf(amount.cents())
                      .divide(BigDecimal.valueOf(PayBasis.HOURS_A_YEAR), 0, RoundingMode.HALF_UP)
                      .longValueExact());
        };
    return new Converted(this, basis.other(), other);
  }

  /// US dollars a year; an hourly figure at 2,080 hours.
  public Money annual() {
    return basis == PayBasis.ANNUAL ? amount : converted().amount();
  }

  /// US dollars an hour; an annual figure at 2,080 hours.
  public Money hourly() {
    return basis == PayBasis.HOURLY ? amount : converted().amount();
  }

  /// Whether both say the same of the same people in the same year, but for statistic and basis.
  public boolean isBesides(Figure other) {
    return dimension == other.dimension
        && key.equalsIgnoreCase(other.key)
        && population.equals(other.population)
        && source.publisher().equals(other.source.publisher())
        && source.year() == other.source.year();
  }

  /// Whether the people counted are coders or billers by the population's own words, rather than a
  /// wider profession or its managers.
  public boolean isOfCoders() {
    return Population.isOfCoders(population);
  }

  /// Whether the population's own words name another or a wider profession, such as all health
  /// information professionals. Such a figure says nothing of what a coder earns at least or most.
  public boolean isOfOthers() {
    return Population.isOfOthers(population);
  }

  /// Publisher, year, population and statistic: what has to stand beside every amount.
  public String label() {
    return "%s, %s, %s".formatted(source.title(), population, statistic.title());
  }
}
