package org.cleanclaim.app.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.insight.PayBenchmarks.HourlyFigure;
import org.cleanclaim.app.insight.WorkVolumes.Volume;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.staff.PayRecords;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.staff.StaffMember;
import org.cleanclaim.app.staff.StaffRefusal;
import org.cleanclaim.app.staff.WorkTargets;
import org.cleanclaim.app.staff.WorkType;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.staffing.LabourRate;
import org.cleanclaim.workforce.staffing.Staffing;
import org.cleanclaim.workforce.staffing.StaffingPlan;
import org.cleanclaim.workforce.staffing.Workload;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How many people a month's work takes and what it costs, from the organization's own volumes,
/// standards and ledger. The people counted are those employed who have a goal.
@Component
public class StaffingModel {
  /// The choice of the own pay in place of a published figure.
  public static final String OWN_PAY = "own";

  private static final BigDecimal FULL_TIME_HOURS = BigDecimal.valueOf(40);

  /// What the model is asked with. The neutral values invent nothing: all paid time is worked, and
  /// an hour costs its pay.
  ///
  /// @param people full-time people; null for those of the list
  /// @param rate the id of a published figure, or [#OWN_PAY]
  /// @param assumptions what is taken in place of what is recorded
  public record Question(
      YearMonth month,
      @Nullable BigDecimal people,
      BigDecimal paidHoursPerMonth,
      BigDecimal productivePercent,
      BigDecimal workingDaysPerMonth,
      BigDecimal onTopPercent,
      String rate,
      List<WorkAssumption> assumptions) {
    public Question {
      assumptions = List.copyOf(assumptions);
    }

    /// What is assumed of a type; empty where everything is as recorded.
    public Optional<WorkAssumption> assumed(WorkType type) {
      return assumptions.stream().filter(a -> a.type() == type).findFirst();
    }

    /// A month as asked first: 2,080 hours a year in twelve parts, 21 working days.
    public static Question first(YearMonth month, String rate) {
      return new Question(
          month,
          null,
          new BigDecimal("173.33"),
          new BigDecimal("100"),
          new BigDecimal("21"),
          BigDecimal.ZERO,
          rate,
          List.of());
    }
  }

  /// One type of work as the plan takes it, beside what is recorded.
  ///
  /// @param cameIn units of the month, as recorded or as assumed
  /// @param waiting units that wait, as recorded or as assumed
  /// @param minutesPerUnit the standard or what is assumed; null when neither is there
  public record PlannedWork(
      Volume recorded, BigDecimal cameIn, BigDecimal waiting, @Nullable BigDecimal minutesPerUnit) {
    public WorkType type() {
      return recorded.type();
    }

    boolean isAny() {
      return cameIn.signum() != 0 || waiting.signum() != 0;
    }
  }

  /// @param uncounted types that came in or wait and have no standard, so that they are not in the
  ///   plan
  /// @param people those of the list whose time is counted
  public record Answer(
      Question question,
      StaffingPlan plan,
      List<PlannedWork> work,
      List<WorkType> uncounted,
      List<StaffMember> people,
      BigDecimal fullTimePeople,
      Money collected) {}

  private final WorkVolumes volumes;
  private final WorkTargets targets;
  private final Staff staff;
  private final PayRecords pays;
  private final PayBenchmarks benchmarks;
  private final Ledger ledger;

  StaffingModel(
      WorkVolumes volumes,
      WorkTargets targets,
      Staff staff,
      PayRecords pays,
      PayBenchmarks benchmarks,
      Ledger ledger) {
    this.volumes = volumes;
    this.targets = targets;
    this.staff = staff;
    this.pays = pays;
    this.benchmarks = benchmarks;
    this.ledger = ledger;
  }

  /// Answers, with the people and the backlog of today.
  ///
  /// @throws org.cleanclaim.app.staff.PayHidden when the own pay is asked for by somebody who may
  ///   not see it of everybody counted
  /// @throws StaffRefusal when a number cannot be used, in a sentence
  public Answer answer(Question question, LocalDate today) {
    var planned = planned(question);
    var work = new ArrayList<Workload>();
    var uncounted = new ArrayList<WorkType>();
    for (PlannedWork w : planned) {
      BigDecimal minutes = w.minutesPerUnit();
      if (minutes != null) {
        work.add(workload(w, minutes));
      } else if (w.isAny()) {
        uncounted.add(w.type());
      }
    }
    var people = counted(today);
    BigDecimal fullTime =
        people.stream()
            .map(StaffMember::hoursPerWeek)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(FULL_TIME_HOURS, 2, RoundingMode.HALF_UP);
    BigDecimal asked = question.people();
    Money collected =
        ledger.collected(question.month().atDay(1), question.month().plusMonths(1).atDay(1));
    try {
      var plan =
          StaffingPlan.of(
              work,
              new Staffing(
                  asked == null ? fullTime : asked,
                  question.paidHoursPerMonth(),
                  question.productivePercent(),
                  question.workingDaysPerMonth()),
              rate(question, people, today),
              collected.toBigDecimal(),
              today);
      return new Answer(
          question, plan, planned, List.copyOf(uncounted), people, fullTime, collected);
    } catch (IllegalArgumentException e) {
      throw new StaffRefusal(String.valueOf(e.getMessage()));
    }
  }

  private List<PlannedWork> planned(Question question) {
    var standards = targets.standards();
    var planned = new ArrayList<PlannedWork>();
    for (Volume v : volumes.of(question.month())) {
      var assumed = question.assumed(v.type());
      planned.add(
          new PlannedWork(
              v,
              assumed.map(WorkAssumption::cameIn).orElse(BigDecimal.valueOf(v.cameIn())),
              assumed.map(WorkAssumption::waiting).orElse(BigDecimal.valueOf(v.waiting())),
              assumed.map(WorkAssumption::minutesPerUnit).orElse(standards.get(v.type()))));
    }
    return List.copyOf(planned);
  }

  private static Workload workload(PlannedWork work, BigDecimal minutesPerUnit) {
    try {
      return new Workload(work.type().title(), work.cameIn(), minutesPerUnit, work.waiting());
    } catch (IllegalArgumentException e) {
      throw new StaffRefusal("%s: %s".formatted(work.type().title(), e.getMessage()));
    }
  }

  private List<StaffMember> counted(LocalDate today) {
    return staff.all().stream()
        .filter(m -> m.isEmployedOn(today) && !targets.goals(m, YearMonth.from(today)).isEmpty())
        .toList();
  }

  private LabourRate rate(Question question, List<StaffMember> people, LocalDate today) {
    if (question.rate().equals(OWN_PAY)) {
      return new LabourRate(ownPay(people, today), question.onTopPercent(), "own pay");
    }
    HourlyFigure figure =
        benchmarks
            .hourly(question.rate())
            .orElseThrow(() ->
                new StaffRefusal("There is no such published figure. Choose one of the list."));
    return new LabourRate(figure.hourly().toBigDecimal(), question.onTopPercent(), figure.label());
  }

  /// Pay of an hour, weighed by hours paid for.
  private BigDecimal ownPay(List<StaffMember> people, LocalDate today) {
    if (people.isEmpty()) {
      throw new StaffRefusal(
          "Nobody of the staff has a goal, so that nobody's pay is counted. Set goals, or take a"
              + " published figure.");
    }
    BigDecimal dollars = BigDecimal.ZERO;
    BigDecimal hours = BigDecimal.ZERO;
    for (StaffMember member : people) {
      var pay =
          pays.of(member, today)
              .orElseThrow(() ->
                  new StaffRefusal(
                      "No pay is entered for %s. Enter it, or take a published figure."
                          .formatted(member.name())));
      dollars =
          dollars.add(
              pay.hourly(member.hoursPerWeek()).toBigDecimal().multiply(member.hoursPerWeek()));
      hours = hours.add(member.hoursPerWeek());
    }
    return dollars.divide(hours, 2, RoundingMode.HALF_UP);
  }
}
