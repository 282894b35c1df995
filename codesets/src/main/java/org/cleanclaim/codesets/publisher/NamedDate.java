package org.cleanclaim.codesets.publisher;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The date that a file's name gives: a day or month (`April-1-2026`, `HCPC2024_JUL`, `2024-06`),
/// or only a year (`order_2026`, `FY26`).
///
/// @param day the day, where the name has a month; else null
record NamedDate(int year, @Nullable LocalDate day) {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final Pattern MONTH_YEAR =
      Pattern.compile("(?<![a-z])" + MONTH + "[-_ ]*(?:(\\d{1,2})[-_, ]+)?(20\\d\\d)(?!\\d)");
  private static final Pattern YEAR_MONTH =
      Pattern.compile("(?<!\\d)(20\\d\\d)[-_ ]*" + MONTH + "(?![a-z])");
  private static final Pattern NUMBERS =
      Pattern.compile("(?<!\\d)(20\\d\\d)[-_](0[1-9]|1[0-2])(?:[-_](\\d\\d))?(?!\\d)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(?<!\\d)(0[1-9]|1[0-2])-(\\d\\d)-(20\\d\\d)(?!\\d)");
  private static final Pattern SHORT_YEAR = Pattern.compile("[fc]y[-_ ]?(\\d\\d)(?!\\d)");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

  static Optional<NamedDate> in(String text) {
    String name = text.substring(text.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    Matcher m = MONTH_YEAR.matcher(name);
    if (m.find()) return day(m.group(3), month(m.group(1)), m.group(2));
    m = YEAR_MONTH.matcher(name);
    if (m.find()) return day(m.group(1), month(m.group(2)), null);
    m = NUMBERS.matcher(name);
    if (m.find()) return day(m.group(1), Integer.parseInt(m.group(2)), m.group(3));
    m = MONTH_FIRST.matcher(name);
    if (m.find()) return day(m.group(3), Integer.parseInt(m.group(1)), m.group(2));
    m = YEAR.matcher(name);
    if (m.find()) return Optional.of(new NamedDate(Integer.parseInt(m.group(1)), null));
    m = SHORT_YEAR.matcher(name);
    if (m.find()) return Optional.of(new NamedDate(2000 + Integer.parseInt(m.group(1)), null));
    return Optional.empty();
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3)) + 1;
  }

  private static Optional<NamedDate> day(String year, int month, @Nullable String day) {
    int number = Integer.parseInt(year);
    try {
      return Optional.of(
          new NamedDate(
              number, LocalDate.of(number, month, day == null ? 1 : Integer.parseInt(day))));
    } catch (DateTimeException e) {
      return Optional.of(new NamedDate(number, null));
    }
  }
}
