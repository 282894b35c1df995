package org.cleanclaim.workforce.staffing;

import java.math.BigDecimal;

/// What an hour costs.
///
/// @param dollarsPerHour pay of one hour
/// @param onTopPercent employer's taxes and benefits on top of the pay, in percent of it
/// @param basis where the pay comes from, in words: a benchmark with publisher and year, or the own
///   pay
public record LabourRate(BigDecimal dollarsPerHour, BigDecimal onTopPercent, String basis) {
  public LabourRate {
    Amounts.atLeastZero("pay per hour", dollarsPerHour);
    Amounts.atLeastZero("share on top of the pay", onTopPercent);
  }
}
