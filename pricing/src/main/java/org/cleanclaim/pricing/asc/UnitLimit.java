package org.cleanclaim.pricing.asc;

/// The most units of a code that are paid on a line. Source: NCCI Policy Manual, chapter I, section
/// V (medically unlikely edits).
public record UnitLimit(int units, Excess excess) {

  /// What becomes of units beyond the limit.
  public enum Excess {
    /// The whole line is denied, as for a limit by day of service.
    DENIES_LINE,
    /// The units up to the limit are paid, the others not.
    DENIES_EXCESS
  }
}
