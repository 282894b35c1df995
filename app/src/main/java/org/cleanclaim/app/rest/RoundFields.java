package org.cleanclaim.app.rest;

import java.time.DateTimeException;
import java.time.LocalTime;
import org.cleanclaim.app.timer.RoundKind;
import org.cleanclaim.app.timer.RoundSetting;
import org.jspecify.annotations.Nullable;

/// When a round goes by itself, as a request has it; a missing number is the usual one.
///
/// @param on whether it goes
/// @param at time of the practice's day such as 05:00
record RoundFields(
    @Nullable Boolean on, @Nullable String at, @Nullable Integer first, @Nullable Integer second) {
  RoundSetting setting(RoundKind kind) {
    if (on == null) throw new BadInput("The field on is missing: true or false.");
    try {
      return new RoundSetting(
          on,
          LocalTime.parse(at == null ? "05:00" : at.strip()),
          first == null ? kind.first().usual() : first,
          second == null ? kind.second().usual() : second);
    } catch (DateTimeException e) {
      throw new BadInput("at is a time of day such as 05:00.");
    }
  }
}
