package org.cleanclaim.coding.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days that documents state.
final class Days {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String MONTH =
      "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";

  /// Whatever stands where a day should: figures, or a month by its name.
  private static final String DAY =
      "(\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}|"
          + MONTH
          + " \\d{1,2},? \\d{4}|\\d{1,2} "
          + MONTH
          + " \\d{4})";

  /// A stay or a visit over several days ends with the day behind the dash.
  private static final String UNTIL = "(?:\\s*(?:-|–|to|through)\\s*" + DAY + ")?";

  /// The code sets of the discharge hold for a stay, as those of the day of service for a visit
  /// (ICD-10-CM Official Guidelines, title page: discharges and encounters from the first day on).
  private static final Pattern DISCHARGE =
      Pattern.compile(
          "(?i)\\b(?:date of discharge|discharge date|discharged(?: on)?)\\s*[:=]?\\s*" + DAY);

  private static final Pattern SERVICE =
      Pattern.compile(
          "(?i)\\b(?:date of"
              + " (?:service|visit|encounter|procedure|operation|surgery|exam|examination)|dos|visit"
              + " date|service date|encounter date|exam date|procedure date)\\s*[:=]?\\s*"
              + DAY
              + UNTIL);

  /// A day that the document says no more of: `Date: 3/10/2025` on a line of its own.
  private static final Pattern BARE =
      Pattern.compile("(?im)^[ \\t]*(?:date|seen on)[ \\t]*[:=][ \\t]*" + DAY);

  private static final Pattern FIGURES =
      Pattern.compile("(\\d{1,4})[-/.](\\d{1,2})[-/.](\\d{1,4})");
  private static final Pattern NAMED =
      Pattern.compile(
          "([a-z]{3})[a-z]*\\.? (\\d{1,2}),? (\\d{4})|(\\d{1,2}) ([a-z]{3})[a-z]*\\.? (\\d{4})");

  /// Two figures of a year are of this century.
  private static final int CENTURY = 2000;

  private Days() {}

  /// What a text says of its day of service.
  ///
  /// @param days those that can be read
  /// @param unreadable what stands where a day should and is none
  record Stated(Set<LocalDate> days, List<String> unreadable) {}

  static Optional<LocalDate> of(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// The day at the beginning of a FHIR date or instant: `2026-03-12T15:30:00Z`.
  static Optional<LocalDate> ofIso(String text) {
    if (!text.matches("\\d{4}-\\d{2}-\\d{2}.*")) return Optional.empty();
    return of(text.substring(0, 4), text.substring(5, 7), text.substring(8, 10));
  }

  /// The days of service that a text names as such: of a stay the discharge, else those of the
  /// service, else a day without more.
  static Stated ofService(String text) {
    for (Pattern label : List.of(DISCHARGE, SERVICE, BARE)) {
      Stated stated = stated(label.matcher(text));
      if (!stated.days().isEmpty() || !stated.unreadable().isEmpty()) return stated;
    }
    return new Stated(Set.of(), List.of());
  }

  private static Stated stated(Matcher found) {
    var days = new LinkedHashSet<LocalDate>();
    var unreadable = new ArrayList<String>();
    while (found.find()) {
      boolean hasEnd = found.groupCount() > 1 && found.group(2) != null;
      String written = found.group(hasEnd ? 2 : 1);
      written(written.toLowerCase(Locale.ROOT))
          .ifPresentOrElse(days::add, () -> unreadable.add(written));
    }
    return new Stated(days, List.copyOf(unreadable));
  }

  private static Optional<LocalDate> written(String day) {
    Matcher figures = FIGURES.matcher(day);
    if (figures.matches()) {
      String first = figures.group(1);
      String last = figures.group(3);
      if (first.length() == 4) return of(first, figures.group(2), last);
      if (last.length() == 2) return of(year(last), first, figures.group(2));
      return last.length() == 4 ? of(last, first, figures.group(2)) : Optional.empty();
    }
    Matcher named = NAMED.matcher(day);
    if (!named.matches()) return Optional.empty();
    boolean isMonthFirst = named.group(1) != null;
    int month = MONTHS.indexOf(named.group(isMonthFirst ? 1 : 5)) + 1;
    return of(
        named.group(isMonthFirst ? 3 : 6),
        Integer.toString(month),
        named.group(isMonthFirst ? 2 : 4));
  }

  private static String year(String figures) {
    return Integer.toString(CENTURY + Integer.parseInt(figures));
  }
}
