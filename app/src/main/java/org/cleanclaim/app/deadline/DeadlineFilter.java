package org.cleanclaim.app.deadline;

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

    private final String title;

    Span(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /// By what a list is sorted.
  public enum Order {
    DUE("due day", "due_on, c.deadline_clock_id"),
    KIND("kind", "kind, due_on"),
    OWNER("owner", "owner, due_on"),
    PAYER("payer", "payer nulls last, due_on");

    private final String title;
    private final String columns;

    Order(String title, String columns) {
      this.title = title;
      this.columns = columns;
    }

    public String title() {
      return title;
    }

    String columns() {
      return columns;
    }
  }

  public static DeadlineFilter open() {
    return new DeadlineFilter(null, Span.OPEN, null, null, null, Order.DUE);
  }
}
