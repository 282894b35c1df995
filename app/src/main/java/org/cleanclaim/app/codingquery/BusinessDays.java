package org.cleanclaim.app.codingquery;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Set;

/// Days on which offices work: Monday to Friday without the legal public holidays of 5 U.S.C.
/// 6103(a); one that falls on a Saturday is kept on the Friday before, on a Sunday on the Monday
/// after (6103(b) and Executive Order 11582).
public final class BusinessDays {
  private BusinessDays() {}

  public static boolean isBusinessDay(LocalDate day) {
    return !isWeekend(day)
        && !holidays(day.getYear()).contains(day)
        // New Year's Day of the next year may be kept on December 31.
        && !day.equals(kept(LocalDate.of(day.getYear() + 1, Month.JANUARY, 1)));
  }

  /// The business day that many business days after a day; of none, the first business day from it
  /// on.
  public static LocalDate after(LocalDate day, int businessDays) {
    LocalDate at = day;
    for (int left = businessDays; left > 0; ) {
      at = at.plusDays(1);
      if (isBusinessDay(at)) left--;
    }
    while (!isBusinessDay(at)) at = at.plusDays(1);
    return at;
  }

  private static Set<LocalDate> holidays(int year) {
    var days = new HashSet<LocalDate>();
    days.add(kept(LocalDate.of(year, Month.JANUARY, 1)));
    days.add(monday(year, Month.JANUARY, 3));
    days.add(monday(year, Month.FEBRUARY, 3));
    days.add(
        LocalDate.of(year, Month.MAY, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    if (year >= 2021) days.add(kept(LocalDate.of(year, Month.JUNE, 19))); // Public Law 117-17
    days.add(kept(LocalDate.of(year, Month.JULY, 4)));
    days.add(monday(year, Month.SEPTEMBER, 1));
    days.add(monday(year, Month.OCTOBER, 2));
    days.add(kept(LocalDate.of(year, Month.NOVEMBER, 11)));
    days.add(
        LocalDate.of(year, Month.NOVEMBER, 1)
            .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)));
    days.add(kept(LocalDate.of(year, Month.DECEMBER, 25)));
    return days;
  }

  private static LocalDate monday(int year, Month month, int which) {
    return LocalDate.of(year, month, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(which, DayOfWeek.MONDAY));
  }

  private static LocalDate kept(LocalDate holiday) {
    return switch (holiday.getDayOfWeek()) {
      case SATURDAY -> holiday.minusDays(1);
      case SUNDAY -> holiday.plusDays(1);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> holiday;
    };
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
