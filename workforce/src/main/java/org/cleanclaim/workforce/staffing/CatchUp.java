package org.cleanclaim.workforce.staffing;

import java.math.BigDecimal;
import java.time.LocalDate;

/// When the backlog is gone.
public sealed interface CatchUp {

  /// Nothing waits.
  record NoBacklog() implements CatchUp {}

  /// @param workingDays days of work until then
  /// @param on the day on which the last of it is done, Monday to Friday counted and no holiday
  ///   known
  record On(LocalDate on, long workingDays) implements CatchUp {}

  /// With these people it does not shrink.
  ///
  /// @param shortMinutesPerMonth working minutes that new work takes beyond what the people have;
  ///   zero when they just keep up
  record Never(BigDecimal shortMinutesPerMonth) implements CatchUp {}

  /// Longer than anybody plans for.
  ///
  /// @param workingDays days of work it would take
  record BeyondPlanning(BigDecimal workingDays) implements CatchUp {}
}
