package org.cleanclaim.app.web.pay;

import java.util.Locale;
import java.util.stream.Collectors;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Dollars;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.PayBasis;
import org.cleanclaim.workforce.benchmark.UsState;
import org.cleanclaim.workforce.benchmark.Withheld;
import org.cleanclaim.workforce.estimate.Contribution;
import org.cleanclaim.workforce.estimate.Estimate;
import org.cleanclaim.workforce.estimate.PayRange;

/// A range as the page shows it.
public record EstimateView(Estimate estimate, PayScale scale) {

  /// What is asked for: `credentials CPC, experience 3 years`.
  public String title() {
    return estimate.contributions().stream()
        .filter(c -> c.basis().isOfProfile())
        .map(c -> c.factor().title().toLowerCase(Locale.ROOT) + " " + c.stated())
        .collect(Collectors.joining(", "));
  }

  public String years() {
    return estimate.years().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /// Both ends by the hour, as published or converted.
  public String byTheHour() {
    return byTheHour(estimate.lowest()) + " to " + byTheHour(estimate.highest());
  }

  private static String byTheHour(Figure figure) {
    return Dollars.of(figure.hourly()) + (figure.basis() == PayBasis.HOURLY ? "" : " (converted)");
  }

  public String said(PayRange range) {
    return "%s to %s".formatted(Dollars.of(range.low()), Dollars.of(range.high()));
  }

  /// What the range would be without the factor; empty when it would be the same.
  public String without(Contribution contribution) {
    return estimate
        .without(contribution.factor())
        .filter(range -> !range.equals(estimate.range()))
        .map(this::said)
        .orElse("");
  }

  public String name(Figure figure) {
    return name(figure.dimension(), figure.key());
  }

  public String name(Withheld withheld) {
    return name(withheld.dimension(), withheld.key());
  }

  private static String name(Dimension dimension, String key) {
    return switch (dimension) {
      case NATIONAL -> "United States";
      case STATE -> UsState.titleOf(key);
      case CREDENTIAL_COUNT -> key.equals("1") ? "1 credential" : key + " credentials";
      default -> key.replace("|", ", ");
    };
  }
}
