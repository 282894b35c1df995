package org.cleanclaim.edits.ncci;

import java.math.BigDecimal;

/// A medically unlikely edit: how many units of a code are paid.
///
/// @param units the most that is paid; zero says that Medicare never pays the code
/// @param indicator how the units are counted
/// @param reason why, in the publisher's words; empty when not known
public record UnitLimit(BigDecimal units, Indicator indicator, String reason) {

  /// The adjudication indicator (MAI).
  public enum Indicator {
    /// 1: each line alone; lines split with a modifier are separate.
    LINE,
    /// 2: all lines of the day, by statute or anatomy; no appeal sets it aside.
    DAY_BY_POLICY,
    /// 3: all lines of the day; documentation may justify more.
    DAY_BY_CLINICAL_BENCHMARK;

    /// The indicator of its number, 1 to 3.
    public static Indicator of(int number) {
      return switch (number) {
        case 1 -> LINE;
        case 2 -> DAY_BY_POLICY;
        case 3 -> DAY_BY_CLINICAL_BENCHMARK;
        default -> throw new IllegalArgumentException("no adjudication indicator: " + number);
      };
    }
  }
}
