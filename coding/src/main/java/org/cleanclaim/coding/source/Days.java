package org.cleanclaim.coding.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days that documents state.
final class Days {
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?i)\\b(?:date of (?:service|visit|encounter|procedure|operation)|dos|visit date|service"
              + " date|encounter date)\\s*[:=]\\s*"
              + "(?:(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})/(\\d{1,2})/(\\d{4}))");

  private Days() {}

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

  /// The days of service that a text names as such.
  static Set<LocalDate> ofService(String text) {
    var days = new LinkedHashSet<LocalDate>();
    Matcher found = LABELLED.matcher(text);
    while (found.find()) {
      boolean isIso = found.group(1) != null;
      of(found.group(isIso ? 1 : 6), found.group(isIso ? 2 : 4), found.group(isIso ? 3 : 5))
          .ifPresent(days::add);
    }
    return days;
  }
}
