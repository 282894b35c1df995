package org.cleanclaim.app.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody enters about a person of the staff.
///
/// @param position the job in words
/// @param state USPS code, null when not known
public record StaffEntry(
    String name,
    String position,
    @Nullable String state,
    BigDecimal hoursPerWeek,
    LocalDate employedFrom,
    @Nullable LocalDate employedUntil) {
  private static final BigDecimal HOURS_OF_A_WEEK = BigDecimal.valueOf(168);

  public StaffEntry {
    if (name.isBlank()) throw new StaffRefusal("A person needs a name. Enter it.");
    if (position.isBlank()) throw new StaffRefusal("A person needs a position. Enter it.");
    if (state != null && !state.matches("[A-Z]{2}")) {
      throw new StaffRefusal("The state is two capital letters, for example OH.");
    }
    if (hoursPerWeek.signum() <= 0 || hoursPerWeek.compareTo(HOURS_OF_A_WEEK) > 0) {
      throw new StaffRefusal("The hours of a week are above 0 and at most 168.");
    }
    Days.require(employedFrom, "The first day of the employment");
    Days.require(employedUntil, "The end of the employment");
    if (employedUntil != null && !employedUntil.isAfter(employedFrom)) {
      throw new StaffRefusal("The employment ends after it begins. Check the two dates.");
    }
  }
}
