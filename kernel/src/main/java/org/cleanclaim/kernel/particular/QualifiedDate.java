package org.cleanclaim.kernel.particular;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A day, a period or a time with the code of what happened then (DTP, DTM).
///
/// @param qualifier DTP01, for example `454` for the first treatment
/// @param from null when only a time is said
/// @param through the last day; equal to `from` for a single day
/// @param time `HHMM` when one is said
/// @param isPeriod said as first and last day, which may be the same
public record QualifiedDate(
    String qualifier,
    @Nullable LocalDate from,
    @Nullable LocalDate through,
    @Nullable String time,
    boolean isPeriod) {

  /// A day, or a period when the days differ.
  public QualifiedDate(
      String qualifier,
      @Nullable LocalDate from,
      @Nullable LocalDate through,
      @Nullable String time) {
    this(qualifier, from, through, time, from != null && through != null && !through.equals(from));
  }
}
