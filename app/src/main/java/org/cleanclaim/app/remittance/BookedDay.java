package org.cleanclaim.app.remittance;

import java.time.LocalDate;

/// A remittance of a closed day, whose money counts for the first day that was open when it was
/// posted.
///
/// @param sentence the same for a person to read
public record BookedDay(LocalDate paidOn, LocalDate countsFor, String sentence) {

  static BookedDay of(LocalDate paidOn, LocalDate countsFor) {
    return new BookedDay(
        paidOn,
        countsFor,
        "Paid on %s, which is closed in the books: it counts for %s".formatted(paidOn, countsFor));
  }
}
