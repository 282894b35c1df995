package org.cleanclaim.kernel.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.jspecify.annotations.Nullable;

/// On which days a payer says that a plan covers somebody, as far as it says so. A plan that ended
/// before it began covers nobody on any day.
///
/// @param from the first day; null when none is said
/// @param until the day after the last; null when none is said
public record PlanDays(@Nullable LocalDate from, @Nullable LocalDate until) {
  static final PlanDays NOT_SAID = new PlanDays(null, null);

  // DTP01 of the 271: plan, eligibility and benefit, their begin, their end, and both in one.
  private static final List<String> BEGINS = List.of("346", "356", "348");
  private static final List<String> ENDS = List.of("347", "357", "349");
  private static final List<String> PERIODS = List.of("291", "307", "292");

  static PlanDays of(List<QualifiedDate> dates) {
    LocalDate from = null;
    LocalDate through = null;
    for (QualifiedDate date : dates) {
      boolean isSpan = isPeriod(date) && !Objects.equals(date.from(), date.through());
      if (isSpan || BEGINS.contains(date.qualifier())) from = date.from();
      if (isSpan || ENDS.contains(date.qualifier())) through = date.through();
    }
    return new PlanDays(from, through == null ? null : through.plusDays(1));
  }

  static boolean isPeriod(QualifiedDate date) {
    return PERIODS.contains(date.qualifier());
  }

  public boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }

  public boolean saysNothing() {
    return from == null && until == null;
  }

  /// What one benefit says goes before what is said of the person.
  PlanDays orElse(PlanDays person) {
    return new PlanDays(from == null ? person.from : from, until == null ? person.until : until);
  }

  /// From the first day of both to their last.
  PlanDays span(PlanDays other) {
    var first = from == null || other.from == null ? null : min(from, other.from);
    var last = until == null || other.until == null ? null : max(until, other.until);
    return new PlanDays(first, last);
  }

  private static LocalDate min(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate max(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /// In words: `2026-01-01 to 2026-10-31`.
  public String inWords() {
    if (from == null) return until == null ? "no days said" : "until " + until.minusDays(1);
    return until == null ? "from " + from + " on" : from + " to " + until.minusDays(1);
  }
}
