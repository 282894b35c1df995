package org.cleanclaim.app.laboratory;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.identifier.CliaNumber;
import org.jspecify.annotations.Nullable;

/// A certificate as somebody typed it.
///
/// @param from its first day
/// @param lastDay its expiration; empty when it is not known
public record TypedCertificate(
    @Nullable String number, @Nullable String from, @Nullable String lastDay) {

  /// What is read.
  record Read(CliaNumber number, EffectivePeriod valid) {}

  /// @throws IllegalArgumentException with a sentence, when a field cannot be read
  Read read() {
    var known =
        CliaNumber.parse(text(number))
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "A CLIA number has two digits, D and seven digits, as on the certificate:"
                        + " 36D1234567."));
    var first = day(text(from), "the first day");
    if (text(lastDay).isEmpty()) return new Read(known, EffectivePeriod.from(first));
    var last = day(text(lastDay), "the last day");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "The certificate ends before it begins. Exchange its first and last day.");
    }
    return new Read(known, new EffectivePeriod(first, last.plusDays(1)));
  }

  private static LocalDate day(String typed, String which) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "Enter %s of the certificate, such as 2026-03-31.".formatted(which), e);
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
