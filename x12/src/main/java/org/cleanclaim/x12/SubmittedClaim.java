package org.cleanclaim.x12;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.cleanclaim.kernel.claim.Claim;
import org.jspecify.annotations.Nullable;

/// A claim as it stood in a file.
///
/// @param madeOn the day on which its transaction was made (BHT04); null when that is no day
public record SubmittedClaim(Claim claim, @Nullable LocalDate madeOn) {

  /// Reads BHT04: eight digits.
  static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
