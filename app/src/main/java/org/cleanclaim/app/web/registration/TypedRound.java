package org.cleanclaim.app.web.registration;

import java.time.DateTimeException;
import java.time.LocalTime;
import org.cleanclaim.app.timer.RoundSetting;
import org.jspecify.annotations.Nullable;

/// When a round goes by itself, as a form has it.
///
/// @param goes `on` or anything else
/// @param at time of day, five o'clock when nobody can read it
/// @param second what the round has as its second number, 1 when it has none
public record TypedRound(
    @Nullable String goes, @Nullable String at, int first, @Nullable Integer second) {
  /// The setting that was typed.
  public RoundSetting setting() {
    return new RoundSetting("on".equals(goes), time(), first, second == null ? 1 : second);
  }

  private LocalTime time() {
    try {
      return LocalTime.parse(at == null ? "" : at.strip());
    } catch (DateTimeException e) {
      return LocalTime.of(5, 0);
    }
  }
}
