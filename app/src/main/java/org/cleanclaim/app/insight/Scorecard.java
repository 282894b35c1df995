package org.cleanclaim.app.insight;

import java.time.YearMonth;
import java.util.List;
import org.cleanclaim.app.staff.WorkType;
import org.jspecify.annotations.Nullable;

/// What a person did in a month, from what the program recorded.
public record Scorecard(YearMonth month, List<Line> lines) {
  /// A pause longer than this ends the work: what follows it is not counted as active.
  public static final int LONGEST_PAUSE_MINUTES = 10;

  public Scorecard {
    lines = List.copyOf(lines);
  }

  /// One kind of work.
  ///
  /// @param done charts first made final by the person, or claims that the person made ready and
  ///   that were first sent, in the month
  /// @param activeSeconds time at work of this kind in the month, whether it was finished or not
  /// @param waitingMinutes of what was done: from the documentation's arrival, or the claim's
  ///   creation, to the end, less the person's active time on it
  /// @param goal units of the month, null when none is set
  public record Line(
      WorkType type, int done, long activeSeconds, long waitingMinutes, @Nullable Integer goal) {

    /// Active minutes, rounded half up.
    public long activeMinutes() {
      return (activeSeconds + 30) / 60;
    }

    /// Done in percent of the goal, rounded down; null without a goal.
    public @Nullable Integer goalPercent() {
      return goal == null ? null : done * 100 / goal;
    }
  }

  /// Everything done.
  public int done() {
    return lines.stream().mapToInt(Line::done).sum();
  }

  /// All active minutes, rounded once.
  public long activeMinutes() {
    return (lines.stream().mapToLong(Line::activeSeconds).sum() + 30) / 60;
  }

  public long waitingMinutes() {
    return lines.stream().mapToLong(Line::waitingMinutes).sum();
  }
}
