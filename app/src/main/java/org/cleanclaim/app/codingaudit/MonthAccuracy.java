package org.cleanclaim.app.codingaudit;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.staff.WorkType;
import org.jspecify.annotations.Nullable;

/// What closed audits found in a person's coding of a month or a longer time, as scorecard and
/// first page show it.
///
/// @param byType by kind of chart; kinds without audited codes are left out
/// @param goalPercent of the latest audit that drew any of it, null where none did
public record MonthAccuracy(
    Tally all, Map<WorkType, Tally> byType, @Nullable BigDecimal goalPercent) {
  /// Of somebody of whom nothing was audited.
  public static final MonthAccuracy NONE = new MonthAccuracy(Tally.NONE, Map.of(), null);

  public MonthAccuracy {
    byType = Map.copyOf(byType);
  }

  static MonthAccuracy of(List<CodingAccuracy.Score> scores, @Nullable BigDecimal goalPercent) {
    var byType = new EnumMap<WorkType, Tally>(WorkType.class);
    for (var score : scores) {
      byType.merge(WorkType.valueOf(score.setting() + "_CHART"), score.tally(), Tally::plus);
    }
    return new MonthAccuracy(CodingAccuracy.sum(scores), byType, goalPercent);
  }

  /// Whether nothing was audited, or the goal is reached.
  public boolean isFine() {
    return goalPercent == null || all.denominator() == 0 || all.reaches(goalPercent);
  }

  /// What a kind of work came to.
  public Tally of(WorkType type) {
    return byType.getOrDefault(type, Tally.NONE);
  }

  /// The accuracy of a kind of work in words.
  public String words(WorkType type) {
    return of(type).denominator() == 0 ? "no audits on record" : of(type).words();
  }

  /// All of it beside the goal, in words.
  public String words() {
    if (goalPercent == null) return "no audits on record";
    return "%s, goal %s %%, %s"
        .formatted(
            all.words(),
            goalPercent.toPlainString(),
            all.reaches(goalPercent) ? "reached" : "not reached");
  }
}
