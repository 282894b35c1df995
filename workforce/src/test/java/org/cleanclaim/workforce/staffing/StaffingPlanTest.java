package org.cleanclaim.workforce.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StaffingPlanTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 4, 20);
  private static final LabourRate RATE = new LabourRate(new BigDecimal("25.00"), n(20), "own pay");

  private static BigDecimal n(long value) {
    return BigDecimal.valueOf(value);
  }

  private static Workload charts(long units, long minutes, long backlog) {
    return new Workload("outpatient charts", n(units), n(minutes), n(backlog));
  }

  private static StaffingPlan plan(List<Workload> work, String people, String collected) {
    return StaffingPlan.of(
        work,
        new Staffing(new BigDecimal(people), n(160), n(75), n(20)),
        RATE,
        new BigDecimal(collected),
        MONDAY);
  }

  @Test
  void peopleCostAndCostToCollectFollowTheSteps() {
    var plan =
        plan(List.of(charts(1000, 8, 0), new Workload("claims", n(900), n(4), n(0))), "2", "96000");

    assertThat(plan.minutesNeeded()).isEqualByComparingTo("11600");
    assertThat(plan.minutesAvailable()).isEqualByComparingTo("14400"); // 2 × 160 × 60 × 75 %
    assertThat(plan.peopleNeeded()).isEqualByComparingTo("1.62"); // 11600 ÷ 7200 = 1.6111…
    assertThat(plan.labourCost()).isEqualByComparingTo("9600.00"); // 2 × 160 × 25 × 120 %
    assertThat(plan.costToCollectPercent()).contains(new BigDecimal("10.00"));
    assertThat(plan.catchUp()).isEqualTo(new CatchUp.NoBacklog());
    assertThat(plan.steps())
        .extracting(StaffingPlan.Step::figure)
        .containsExactly(
            "outpatient charts",
            "claims",
            "New work",
            "Working minutes of one person",
            "People needed",
            "Working minutes there are",
            "Backlog",
            "Labour cost",
            "Cost to collect");
    assertThat(plan.steps().getFirst().formula()).isEqualTo("1000 a month × 8 minutes");
    assertThat(plan.steps().getLast().formula()).isEqualTo("$9600.00 ÷ $96000 collected");
  }

  @Test
  void aBacklogIsGoneOnAWorkingDay() {
    // 7200 − 4000 = 3200 spare a month, 160 a working day; 1600 minutes wait: ten working days.
    var plan = plan(List.of(charts(500, 8, 200)), "1", "1");

    assertThat(plan.catchUp()).isEqualTo(new CatchUp.On(LocalDate.of(2026, 5, 1), 10));
  }

  @Test
  void aBacklogStartedOnASaturdayIsFirstWorkedOnMonday() {
    var plan =
        StaffingPlan.of(
            List.of(charts(500, 8, 20)), // 160 minutes: one working day
            new Staffing(n(1), n(160), n(75), n(20)),
            RATE,
            n(1),
            LocalDate.of(2026, 4, 18));

    assertThat(plan.catchUp()).isEqualTo(new CatchUp.On(MONDAY, 1));
  }

  @Test
  void aBacklogThatNeverEndsSaysWhatIsShort() {
    assertThat(plan(List.of(charts(1000, 8, 1)), "1", "1").catchUp())
        .isInstanceOfSatisfying(
            CatchUp.Never.class,
            never -> assertThat(never.shortMinutesPerMonth()).isEqualByComparingTo("800"));
    assertThat(plan(List.of(charts(900, 8, 1)), "1", "1").catchUp())
        .isInstanceOfSatisfying(
            CatchUp.Never.class, never -> assertThat(never.shortMinutesPerMonth()).isZero());
    assertThat(plan(List.of(charts(899, 8, 1_000_000)), "1", "1").catchUp())
        .isInstanceOf(CatchUp.BeyondPlanning.class);
  }

  @Test
  void noVolumeNeedsNobody() {
    for (var work : List.of(List.<Workload>of(), List.of(charts(0, 8, 0)))) {
      var plan = plan(work, "1", "0");

      assertThat(plan.peopleNeeded()).isEqualByComparingTo("0");
      assertThat(plan.catchUp()).isEqualTo(new CatchUp.NoBacklog());
      assertThat(plan.costToCollectPercent()).isEmpty();
    }
    assertThat(plan(List.of(charts(0, 8, 90)), "1", "1").catchUp()).isInstanceOf(CatchUp.On.class);
  }

  @Test
  void nobodyCostsNothingAndWorksNothingOff() {
    var plan = plan(List.of(charts(100, 8, 5)), "0", "500.00");

    assertThat(plan.minutesAvailable()).isEqualByComparingTo("0");
    assertThat(plan.labourCost()).isEqualByComparingTo("0");
    assertThat(plan.costToCollectPercent()).contains(new BigDecimal("0.00"));
    assertThat(plan.catchUp()).isInstanceOf(CatchUp.Never.class);
  }

  @Test
  void refundsBeyondReceiptsMakeNoShare() {
    assertThat(plan(List.of(charts(1, 1, 0)), "1", "-10.00").costToCollectPercent()).isEmpty();
  }

  @Test
  void nonsenseIsRefusedByName() {
    assertThatThrownBy(() -> charts(-1, 8, 0)).hasMessageContaining("units per month");
    assertThatThrownBy(() -> new Staffing(n(1), n(0), n(80), n(20)))
        .hasMessageContaining("paid hours");
    assertThatThrownBy(() -> new Staffing(n(1), n(160), n(101), n(20)))
        .hasMessageContaining("at most 100 %");
    assertThatThrownBy(() -> new LabourRate(n(-1), n(0), "x")).hasMessageContaining("pay per hour");
  }

  @Test
  void whoeverIsNeededKeepsUpAndOneHundredthLessDoesNot() {
    var random = new Random(7302);
    for (int i = 0; i < 500; i++) {
      var work = List.of(charts(1 + random.nextInt(5000), 1 + random.nextInt(60), 0));
      var needed = plan(work, "1", "1").peopleNeeded();

      assertThat(plan(work, needed.toPlainString(), "1").minutesAvailable())
          .isGreaterThanOrEqualTo(plan(work, "1", "1").minutesNeeded());
      var fewer = needed.subtract(new BigDecimal("0.01"));
      assertThat(plan(work, fewer.toPlainString(), "1").minutesAvailable())
          .isLessThan(plan(work, "1", "1").minutesNeeded());
    }
  }

  @Test
  void moreHandsNeverTakeLonger() {
    long before = Long.MAX_VALUE;
    for (int people = 1; people < 20; people++) {
      var plan = plan(List.of(charts(500, 8, 5_000)), Integer.toString(people), "1");
      var on = (CatchUp.On) plan.catchUp();
      assertThat(on.workingDays()).isLessThanOrEqualTo(before);
      assertThat(on.on().getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
      before = on.workingDays();
    }
  }
}
