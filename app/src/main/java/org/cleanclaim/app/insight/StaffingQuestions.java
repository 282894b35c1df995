package org.cleanclaim.app.insight;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.insight.StaffingModel.Question;
import org.cleanclaim.app.staff.StaffRefusal;
import org.cleanclaim.app.staff.WorkType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Questions to the staffing model as they stand in an address, the page's and the API's alike.
///
/// `month`, `people`, `hours`, `productive`, `days`, `onTop`, `rate`; and for a type of work
/// `volume.TYPE`, `waiting.TYPE` and `minutes.TYPE` in place of what is recorded. What is left out
/// or empty is as recorded, or neutral.
@Component
public class StaffingQuestions {
  private final PayBenchmarks benchmarks;

  StaffingQuestions(PayBenchmarks benchmarks) {
    this.benchmarks = benchmarks;
  }

  /// @throws StaffRefusal when something cannot be read, in a sentence
  public Question read(Map<String, String> typed, LocalDate today) {
    var first =
        Question.first(month(typed.get("month"), today), rate(typed.getOrDefault("rate", "")));
    return new Question(
        first.month(),
        number(typed, "people", null),
        required(typed, "hours", first.paidHoursPerMonth()),
        required(typed, "productive", first.productivePercent()),
        required(typed, "days", first.workingDaysPerMonth()),
        required(typed, "onTop", first.onTopPercent()),
        first.rate(),
        assumptions(typed));
  }

  private String rate(String typed) {
    return typed.isBlank() ? benchmarks.hourly().getFirst().id() : typed;
  }

  private static YearMonth month(@Nullable String typed, LocalDate today) {
    if (typed == null || typed.isBlank()) return YearMonth.from(today).minusMonths(1);
    try {
      return YearMonth.parse(typed.strip());
    } catch (DateTimeException e) {
      throw new StaffRefusal("The month %s is not of the form 2026-03.".formatted(typed));
    }
  }

  private static List<WorkAssumption> assumptions(Map<String, String> typed) {
    var assumptions = new ArrayList<WorkAssumption>();
    for (WorkType type : WorkType.values()) {
      var assumption =
          new WorkAssumption(
              type,
              number(typed, "volume." + type, null),
              number(typed, "waiting." + type, null),
              number(typed, "minutes." + type, null));
      boolean isEmpty =
          assumption.cameIn() == null
              && assumption.waiting() == null
              && assumption.minutesPerUnit() == null;
      if (!isEmpty) assumptions.add(assumption);
    }
    return List.copyOf(assumptions);
  }

  private static BigDecimal required(Map<String, String> typed, String name, BigDecimal otherwise) {
    BigDecimal number = number(typed, name, otherwise);
    return number == null ? otherwise : number;
  }

  private static @Nullable BigDecimal number(
      Map<String, String> typed, String name, @Nullable BigDecimal otherwise) {
    String text = typed.getOrDefault(name, "").strip();
    if (text.isEmpty()) return otherwise;
    if (!text.matches("-?\\d{1,9}(\\.\\d{1,4})?")) {
      throw new StaffRefusal("%s is a plain number, not \"%s\".".formatted(name, text));
    }
    return new BigDecimal(text);
  }
}
