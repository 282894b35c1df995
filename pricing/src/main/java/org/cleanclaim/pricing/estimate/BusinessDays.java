package org.cleanclaim.pricing.estimate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/// Days on which offices work: Monday to Friday but for legal public holidays. Source: 5 USC 6103,
/// with Juneteenth since 2021.
public final class BusinessDays {
  private static final int JUNETEENTH_SINCE = 2021;

  private BusinessDays() {}

  /// Whether offices work on a day.
  public static boolean contains(LocalDate day) {
    return isWeekday(day) && !isHoliday(day);
  }

  /// The last of a number of business days after a day.
  public static LocalDate after(LocalDate day, int count) {
    LocalDate found = day;
    for (int left = count; left > 0; ) {
      found = found.plusDays(1);
      if (contains(found)) left--;
    }
    return found;
  }

  /// How many business days lie after the first day, up to the second.
  public static int between(LocalDate first, LocalDate second) {
    int count = 0;
    for (LocalDate day = first.plusDays(1); !day.isAfter(second); day = day.plusDays(1)) {
      if (contains(day)) count++;
    }
    return count;
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /// A holiday on a Saturday is kept on Friday, one on a Sunday on Monday.
  private static boolean isHoliday(LocalDate day) {
    return isDated(day)
        || (day.getDayOfWeek() == DayOfWeek.FRIDAY && isDated(day.plusDays(1)))
        || (day.getDayOfWeek() == DayOfWeek.MONDAY && isDated(day.minusDays(1)))
        || isOnWeekday(day);
  }

  private static boolean isDated(LocalDate day) {
    int date = day.getDayOfMonth();
    return switch (day.getMonth()) {
      case JANUARY -> date == 1;
      case JUNE -> date == 19 && day.getYear() >= JUNETEENTH_SINCE;
      case JULY -> date == 4;
      case NOVEMBER -> date == 11;
      case DECEMBER -> date == 25;
      default -> false;
    };
  }

  private static boolean isOnWeekday(LocalDate day) {
    return is(day, Month.JANUARY, 3, DayOfWeek.MONDAY)
        || is(day, Month.FEBRUARY, 3, DayOfWeek.MONDAY)
        || is(day, Month.MAY, -1, DayOfWeek.MONDAY)
        || is(day, Month.SEPTEMBER, 1, DayOfWeek.MONDAY)
        || is(day, Month.OCTOBER, 2, DayOfWeek.MONDAY)
        || is(day, Month.NOVEMBER, 4, DayOfWeek.THURSDAY);
  }

  private static boolean is(LocalDate day, Month month, int ordinal, DayOfWeek weekday) {
    return day.getMonth() == month
        && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday)));
  }
}
