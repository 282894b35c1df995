package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Fields of requests as text.
final class BodyFields {
  private BodyFields() {}

  /// A missing one is empty.
  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// @throws BadInput when it is missing or blank
  static String required(String name, @Nullable String text) {
    if (text == null || text.isBlank()) throw new BadInput("The field " + name + " is missing.");
    return text;
  }

  static LocalDate day(String name, @Nullable String text) {
    try {
      return LocalDate.parse(text(text));
    } catch (DateTimeParseException _) {
      throw new BadInput(name + " has to be a day like 2026-03-31.");
    }
  }

  /// One of a list of words.
  static <E extends Enum<E>> E one(E[] values, String name, @Nullable String text) {
    String word = text(text).strip().toUpperCase(Locale.ROOT);
    for (E value : values) {
      if (value.name().equals(word)) return value;
    }
    throw new BadInput(name + " has to be one of " + Arrays.toString(values) + ".");
  }
}
