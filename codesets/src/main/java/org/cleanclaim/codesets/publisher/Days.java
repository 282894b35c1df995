package org.cleanclaim.codesets.publisher;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Days as publishers write them in tables by the million: `20240701`.
final class Days {
  private Days() {}

  /// The epoch day, or empty when the text is none.
  static Optional<Integer> of(String text) {
    if (text.length() != 8 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    try {
      int number = Integer.parseInt(text);
      return Optional.of(
          (int) LocalDate.of(number / 10_000, number / 100 % 100, number % 100).toEpochDay());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
