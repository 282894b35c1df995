package org.cleanclaim.workforce.staffing;

import java.math.BigDecimal;

/// One kind of work in a month.
///
/// @param type the work in words, for example `outpatient charts`
/// @param unitsPerMonth how many come in
/// @param minutesPerUnit the standard: working minutes that one takes
/// @param backlogUnits how many wait already
public record Workload(
    String type, BigDecimal unitsPerMonth, BigDecimal minutesPerUnit, BigDecimal backlogUnits) {
  public Workload {
    Amounts.atLeastZero("units per month of " + type, unitsPerMonth);
    Amounts.atLeastZero("minutes per unit of " + type, minutesPerUnit);
    Amounts.atLeastZero("backlog of " + type, backlogUnits);
  }

  /// Working minutes that a month's volume takes.
  public BigDecimal minutesPerMonth() {
    return unitsPerMonth.multiply(minutesPerUnit);
  }

  /// Working minutes that the backlog takes.
  public BigDecimal backlogMinutes() {
    return backlogUnits.multiply(minutesPerUnit);
  }
}
