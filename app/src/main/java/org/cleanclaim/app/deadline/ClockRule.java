package org.cleanclaim.app.deadline;

import java.time.LocalDate;
import org.cleanclaim.pricing.estimate.BusinessDays;

/// How a due day is computed from the day that a clock starts on.
///
/// @param presumedReceiptDays days after its date at which a notice counts as received; the count
///   begins then
/// @param source law, contract or directory that says so
/// @param isAssumed nobody has entered the payer's own number of days yet
public record ClockRule(
    int amount, Unit unit, int presumedReceiptDays, String source, boolean isAssumed) {
  private static final int HOURS_OF_DAY = 24;

  /// What is counted. A due day on a weekend or holiday stays there: acting before it is safe with
  /// every payer.
  public enum Unit {
    /// Whole days of them count: the hour of the start is not kept.
    HOURS("hours"),
    DAYS("days"),
    BUSINESS_DAYS("business days"),
    MONTHS("months");

    private final String title;

    Unit(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  public static ClockRule days(int amount, String source) {
    return new ClockRule(amount, Unit.DAYS, 0, source, false);
  }

  public static ClockRule businessDays(int amount, String source) {
    return new ClockRule(amount, Unit.BUSINESS_DAYS, 0, source, false);
  }

  /// The rule with a notice that counts as received some days after its date.
  public ClockRule receivedAfter(int days) {
    return new ClockRule(amount, unit, days, source, isAssumed);
  }

  /// The rule marked as assumed until the payer's own is entered.
  public ClockRule assumed() {
    return new ClockRule(amount, unit, presumedReceiptDays, source, true);
  }

  /// The last day on which it is met. The day that it starts on is not counted.
  public LocalDate due(LocalDate startsOn) {
    LocalDate from = startsOn.plusDays(presumedReceiptDays);
    return switch (unit) {
      case HOURS -> from.plusDays(Math.ceilDiv(amount, HOURS_OF_DAY));
      case DAYS -> from.plusDays(amount);
      case BUSINESS_DAYS -> BusinessDays.after(from, amount);
      case MONTHS -> from.plusMonths(amount);
    };
  }

  /// `120 days, counted from 5 days after the notice's date`.
  public String inWords() {
    String count = amount + " " + (amount == 1 ? unit.title().replaceAll("s$", "") : unit.title());
    return presumedReceiptDays == 0
        ? count
        : count + ", counted from %d days after the notice's date".formatted(presumedReceiptDays);
  }
}
