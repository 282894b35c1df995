package org.cleanclaim.workforce.staffing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a month of work takes and costs. Every figure comes with the step that made it; dollars are
/// rounded half up to cents, people to hundredths, and nothing before the last step.
///
/// @param minutesNeeded working minutes that a month's new work takes
/// @param minutesAvailable working minutes that the people have in a month
/// @param peopleNeeded people who keep up with the new work, two decimals, rounded up
/// @param labourCost dollars a month for the people there are
/// @param costToCollectPercent labour cost in percent of what was collected, two decimals; absent
///   when nothing was collected
/// @param steps how each figure was made, in order
public record StaffingPlan(
    BigDecimal minutesNeeded,
    BigDecimal minutesAvailable,
    BigDecimal peopleNeeded,
    CatchUp catchUp,
    BigDecimal labourCost,
    Optional<BigDecimal> costToCollectPercent,
    List<Step> steps) {
  /// Ten years of working days; what takes longer has no date.
  private static final BigDecimal LONGEST_WORKING_DAYS = BigDecimal.valueOf(2_610);

  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
  private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;

  public StaffingPlan {
    steps = List.copyOf(steps);
  }

  /// One step of the arithmetic.
  ///
  /// @param figure what is worked out
  /// @param formula with the numbers in it
  public record Step(String figure, String formula, String result) {}

  /// @param collected dollars collected in the month, from payers and patients; below zero when
  ///   more went back than came in
  /// @param from the day the backlog is first worked on
  public static StaffingPlan of(
      List<Workload> work,
      Staffing staffing,
      LabourRate rate,
      BigDecimal collected,
      LocalDate from) {
    var steps = new ArrayList<Step>();
    BigDecimal needed = BigDecimal.ZERO;
    BigDecimal waiting = BigDecimal.ZERO;
    for (Workload load : work) {
      needed = needed.add(load.minutesPerMonth());
      waiting = waiting.add(load.backlogMinutes());
      steps.add(
          new Step(
              load.type(),
              "%s a month × %s minutes"
                  .formatted(
                      Amounts.plain(load.unitsPerMonth()), Amounts.plain(load.minutesPerUnit())),
              Amounts.plain(load.minutesPerMonth()) + " minutes"));
    }
    steps.add(new Step("New work", "sum of the kinds", Amounts.plain(needed) + " minutes"));
    BigDecimal perPerson =
        staffing
            .paidHoursPerMonth()
            .multiply(MINUTES_PER_HOUR)
            .multiply(staffing.productivePercent())
            .divide(Amounts.HUNDRED, EXACT_ENOUGH);
    steps.add(
        new Step(
            "Working minutes of one person",
            "%s paid hours × 60 × %s %%"
                .formatted(
                    Amounts.plain(staffing.paidHoursPerMonth()),
                    Amounts.plain(staffing.productivePercent())),
            Amounts.plain(perPerson) + " minutes"));
    BigDecimal people = needed.divide(perPerson, 2, RoundingMode.UP);
    steps.add(
        new Step(
            "People needed",
            "%s ÷ %s, rounded up to hundredths"
                .formatted(Amounts.plain(needed), Amounts.plain(perPerson)),
            Amounts.plain(people) + " people"));
    BigDecimal available = staffing.people().multiply(perPerson);
    steps.add(
        new Step(
            "Working minutes there are",
            "%s people × %s".formatted(Amounts.plain(staffing.people()), Amounts.plain(perPerson)),
            Amounts.plain(available) + " minutes"));
    CatchUp catchUp = catchUp(waiting, available.subtract(needed), staffing, from, steps);
    BigDecimal cost = cost(staffing, rate, steps);
    Optional<BigDecimal> share = share(cost, collected, steps);
    return new StaffingPlan(needed, available, people, catchUp, cost, share, steps);
  }

  private static CatchUp catchUp(
      BigDecimal waiting, BigDecimal spare, Staffing staffing, LocalDate from, List<Step> steps) {
    if (waiting.signum() == 0) {
      steps.add(new Step("Backlog", "nothing waits", "none"));
      return new CatchUp.NoBacklog();
    }
    if (spare.signum() <= 0) {
      steps.add(
          new Step(
              "Backlog",
              "%s minutes wait; new work leaves %s minutes a month"
                  .formatted(Amounts.plain(waiting), Amounts.plain(spare)),
              "never worked off"));
      return new CatchUp.Never(spare.negate());
    }
    BigDecimal days =
        waiting
            .multiply(staffing.workingDaysPerMonth())
            .divide(spare, EXACT_ENOUGH)
            .setScale(0, RoundingMode.UP);
    String formula =
        "%s minutes ÷ (%s spare minutes ÷ %s working days), rounded up"
            .formatted(
                Amounts.plain(waiting),
                Amounts.plain(spare),
                Amounts.plain(staffing.workingDaysPerMonth()));
    steps.add(new Step("Backlog", formula, Amounts.plain(days) + " working days"));
    if (days.compareTo(LONGEST_WORKING_DAYS) > 0) return new CatchUp.BeyondPlanning(days);
    return new CatchUp.On(afterWorkingDays(from, days.longValueExact()), days.longValueExact());
  }

  private static LocalDate afterWorkingDays(LocalDate from, long workingDays) {
    LocalDate day = from;
    long done = isWorkingDay(day) ? 1 : 0;
    while (done < workingDays) {
      day = day.plusDays(1);
      if (isWorkingDay(day)) done++;
    }
    return day;
  }

  private static boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private static BigDecimal cost(Staffing staffing, LabourRate rate, List<Step> steps) {
    BigDecimal cost =
        staffing
            .people()
            .multiply(staffing.paidHoursPerMonth())
            .multiply(rate.dollarsPerHour())
            .multiply(Amounts.HUNDRED.add(rate.onTopPercent()))
            .divide(Amounts.HUNDRED, EXACT_ENOUGH)
            .setScale(2, RoundingMode.HALF_UP);
    steps.add(
        new Step(
            "Labour cost",
            "%s people × %s paid hours × $%s × %s %% (%s)"
                .formatted(
                    Amounts.plain(staffing.people()),
                    Amounts.plain(staffing.paidHoursPerMonth()),
                    rate.dollarsPerHour().toPlainString(),
                    Amounts.plain(Amounts.HUNDRED.add(rate.onTopPercent())),
                    rate.basis()),
            "$" + cost.toPlainString()));
    return cost;
  }

  private static Optional<BigDecimal> share(
      BigDecimal cost, BigDecimal collected, List<Step> steps) {
    if (collected.signum() <= 0) {
      steps.add(
          new Step("Cost to collect", "nothing was collected in the month", "cannot be said"));
      return Optional.empty();
    }
    BigDecimal share = cost.multiply(Amounts.HUNDRED).divide(collected, 2, RoundingMode.HALF_UP);
    steps.add(
        new Step(
            "Cost to collect",
            "$%s ÷ $%s collected".formatted(cost.toPlainString(), collected.toPlainString()),
            share.toPlainString() + " %"));
    return Optional.of(share);
  }
}
