package org.cleanclaim.workforce.staffing;

import java.math.BigDecimal;

/// The people there are.
///
/// @param people full-time people, parts of one allowed
/// @param paidHoursPerMonth hours that one full-time person is paid for in a month
/// @param productivePercent share of the paid hours that is spent on the work: what leave, meetings
///   and training leave over, above 0 and at most 100
/// @param workingDaysPerMonth days on which work is done in a month
public record Staffing(
    BigDecimal people,
    BigDecimal paidHoursPerMonth,
    BigDecimal productivePercent,
    BigDecimal workingDaysPerMonth) {
  public Staffing {
    Amounts.atLeastZero("number of people", people);
    Amounts.aboveZero("number of paid hours per month", paidHoursPerMonth);
    Amounts.aPercent("productive share", productivePercent);
    Amounts.aboveZero("number of working days per month", workingDaysPerMonth);
  }
}
