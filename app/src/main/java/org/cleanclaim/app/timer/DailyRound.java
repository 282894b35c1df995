package org.cleanclaim.app.timer;

/// Work that goes by itself once a day, done by the part of the program that knows it.
public interface DailyRound {
  RoundKind kind();

  /// Goes it for the actor's practice.
  ///
  /// @return what came of it, in a few sentences
  String go(RoundSetting setting);
}
