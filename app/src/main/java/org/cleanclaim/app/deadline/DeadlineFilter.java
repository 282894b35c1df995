package org.cleanclaim.app.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which clocks a list shows.
///
/// @param owner role or user, null for all
/// @param payer slug, null for all
/// @param words begins or lies in a subject, null for all
public record DeadlineFilter(
    @Nullable ClockKind kind,
    Span span,
    @Nullable String owner,
    @Nullable String payer,
    @Nullable String words,
    Order order) {

  /// How near the due day is.
  public enum Span {
    OPEN("open"),
    LATE("late"),
    WEEK("due in 7 days"),
    MONTH("due in 30 days"),
    STOPPED("met or ended");

    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_OF_MONTH = 30;

    private final String title;

    Span(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    String states() {
      return this == STOPPED ? "'MET', 'ENDED'" : "'RUNNING', 'SUSPENDED'";
    }

    @Nullable LocalDate from(LocalDate today) {
      return this == WEEK || this == MONTH ? today : null;
    }

    @Nullable LocalDate through(LocalDate today) {
      return switch (this) {
        case LATE -> today.minusDays(1);
        case WEEK -> today.plusDays(DAYS_OF_WEEK);
        case MONTH -> today.plusDays(DAYS_OF_MONTH);
        case OPEN, STOPPED -> null;
      };
    }
  }

  /// By what a list is sorted.
  public enum Order {
    DUE("due day", ""),
    KIND("kind", "c.kind, "),
    OWNER("owner", "c.owner, "),
    PAYER("payer", "y.name nulls last, ");

    private final String title;
    private final String first;

    Order(String title, String first) {
      this.title = title;
      this.first = first;
    }

    public String title() {
      return title;
    }

    String columns() {
      return first + "c.due_on, c.deadline_clock_id";
    }
  }

  /// The same filter for the clocks of one owner.
  DeadlineFilter ownedBy(String one) {
    return new DeadlineFilter(kind, span, one, payer, words, order);
  }

  public static DeadlineFilter open() {
    return new DeadlineFilter(null, Span.OPEN, null, null, null, Order.DUE);
  }
}
