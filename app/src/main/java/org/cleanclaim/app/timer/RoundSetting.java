package org.cleanclaim.app.timer;

import java.time.LocalTime;

/// When a round goes by itself.
///
/// @param at time of the practice's day; the round goes then or, when the program does not run,
///   later that day
/// @param first what [RoundKind] says of it
/// @param second what [RoundKind] says of it
public record RoundSetting(boolean isOn, LocalTime at, int first, int second) {}
