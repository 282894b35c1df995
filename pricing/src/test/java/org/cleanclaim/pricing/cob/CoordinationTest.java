package org.cleanclaim.pricing.cob;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.cleanclaim.pricing.cob.GroupCoverage.Coordination;
import org.cleanclaim.pricing.cob.GroupCoverage.Custody;
import org.cleanclaim.pricing.cob.GroupCoverage.Employment;
import org.cleanclaim.pricing.cob.GroupCoverage.Standing;
import org.cleanclaim.pricing.cob.MedicareOrder.Entitlement;
import org.cleanclaim.pricing.cob.MedicareOrder.Place;
import org.cleanclaim.pricing.cob.PayingOrder.Reason;
import org.cleanclaim.pricing.cob.SecondaryBenefit.Method;
import org.cleanclaim.pricing.cob.SecondaryBenefit.Primary;
import org.junit.jupiter.api.Test;

class CoordinationTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static GroupCoverage coverage(
      String plan, Standing standing, Employment employment, int since) {
    return new GroupCoverage(
        plan,
        Coordination.COORDINATES,
        standing,
        employment,
        LocalDate.of(since, 1, 1),
        null,
        null);
  }

  private static GroupCoverage child(String plan, MonthDay birthday, Custody custody) {
    return new GroupCoverage(
        plan,
        Coordination.COORDINATES,
        Standing.DEPENDENT,
        Employment.ACTIVE,
        LocalDate.of(2020, 1, 1),
        birthday,
        custody);
  }

  private static void first(String plan, Reason reason, GroupCoverage... coverages) {
    for (List<GroupCoverage> listed : List.of(List.of(coverages), List.of(coverages).reversed())) {
      var order = PayingOrder.of(listed);
      assertThat(order.coverages().getFirst().plan()).isEqualTo(plan);
      assertThat(order.reasons()).containsExactly(reason);
    }
  }

  @Test
  void theFirstRuleThatTellsPlansApartDecides() {
    first(
        "own",
        Reason.SUBSCRIBER_FIRST,
        coverage("spouse's", Standing.DEPENDENT, Employment.ACTIVE, 2010),
        coverage("own", Standing.SUBSCRIBER, Employment.RETIRED_OR_LAID_OFF, 2020));
    first(
        "job",
        Reason.ACTIVE_FIRST,
        coverage("pension", Standing.SUBSCRIBER, Employment.RETIRED_OR_LAID_OFF, 2010),
        coverage("job", Standing.SUBSCRIBER, Employment.ACTIVE, 2020));
    first(
        "job",
        Reason.CONTINUATION_LAST,
        coverage("cobra", Standing.SUBSCRIBER, Employment.CONTINUATION, 2010),
        coverage("job", Standing.SUBSCRIBER, Employment.ACTIVE, 2020));
    first(
        "old",
        Reason.LONGER,
        coverage("new", Standing.SUBSCRIBER, Employment.ACTIVE, 2020),
        coverage("old", Standing.SUBSCRIBER, Employment.ACTIVE, 2010));
  }

  @Test
  void aChildFollowsCourtThenCustodyThenBirthday() {
    var may = MonthDay.of(5, 3);
    var june = MonthDay.of(6, 1);
    first(
        "mother's",
        Reason.BIRTHDAY,
        child("father's", june, Custody.PARENT),
        child("mother's", may, Custody.PARENT));
    first(
        "father's",
        Reason.COURT_ORDER,
        child("father's", june, Custody.COURT_ORDERED),
        child("mother's", may, Custody.CUSTODIAL_PARENT));
    first(
        "stepfather's",
        Reason.CUSTODY,
        child("father's", may, Custody.OTHER_PARENT),
        child("stepfather's", june, Custody.SPOUSE_OF_CUSTODIAL_PARENT));
  }

  @Test
  void medicareComesAfterWorkAccidentsAndTheFirstThirtyMonths() {
    var small = new MedicareOrder.Other.GroupPlan(MedicareOrder.Employment.CURRENT, 19);
    var large = new MedicareOrder.Other.GroupPlan(MedicareOrder.Employment.CURRENT, 20);
    var retired = new MedicareOrder.Other.GroupPlan(MedicareOrder.Employment.FORMER, 5000);

    assertThat(MedicareOrder.of(Entitlement.AGE, null, small, DAY).place()).isEqualTo(Place.FIRST);
    assertThat(MedicareOrder.of(Entitlement.AGE, null, large, DAY).second())
        .isEqualTo(MedicareSecondReason.WORKING_AGED);
    assertThat(MedicareOrder.of(Entitlement.DISABILITY, null, large, DAY).place())
        .isEqualTo(Place.FIRST);
    assertThat(MedicareOrder.of(Entitlement.AGE, null, retired, DAY).place())
        .isEqualTo(Place.FIRST);
    assertThat(
            MedicareOrder.of(
                    Entitlement.KIDNEY_FAILURE, DAY.minusMonths(30).plusDays(1), retired, DAY)
                .second())
        .isEqualTo(MedicareSecondReason.KIDNEY_FAILURE);
    assertThat(
            MedicareOrder.of(Entitlement.KIDNEY_FAILURE, DAY.minusMonths(30), retired, DAY).place())
        .isEqualTo(Place.FIRST);
    assertThat(
            MedicareOrder.of(
                    Entitlement.AGE, null, new MedicareOrder.Other.WorkersCompensation(), DAY)
                .second())
        .isEqualTo(MedicareSecondReason.WORKERS_COMPENSATION);
  }

  @Test
  void theMethodsDifferByWhatThePrimaryPaid() {
    var primary = new Primary(Money.of("100.00"), Money.of("80.00"));
    SecondaryBenefit.OwnBenefit benefit =
        allowed -> allowed.minus(Money.of("10.00")).max(Money.ZERO);

    assertThat(SecondaryBenefit.of(Method.STANDARD, primary, Money.of("95.00"), benefit).paid())
        .isEqualTo(Money.of("20.00"));
    assertThat(
            SecondaryBenefit.of(Method.NON_DUPLICATION, primary, Money.of("95.00"), benefit).paid())
        .isEqualTo(Money.of("5.00"));
    var maintained =
        SecondaryBenefit.of(Method.MAINTENANCE_OF_BENEFITS, primary, Money.of("95.00"), benefit);
    assertThat(maintained.paid()).isEqualTo(Money.of("5.00"));
    assertThat(maintained.patientOwes()).isEqualTo(Money.of("15.00"));
  }

  @Test
  void standardIsWhatMedicarePaysSecondWhereThePrimarysAmountMustBeAccepted() {
    var share = new BigDecimal("0.80");
    for (int paid = 0; paid <= 120; paid += 15) {
      var primary = new Primary(Money.of("120.00"), Money.of(paid + ".00"));
      var medicare =
          MedicareSecondary.of(
              new MedicareSecondary.FeeScheduleService(
                  Money.of("200.00"),
                  primary.allowed(),
                  Money.of("100.00"),
                  Money.ZERO,
                  share,
                  primary.allowed(),
                  primary.paid()));

      assertThat(
              SecondaryBenefit.of(
                      Method.STANDARD,
                      primary,
                      Money.of("100.00"),
                      allowed -> allowed.times(share, RoundingMode.HALF_UP))
                  .paid())
          .isEqualTo(medicare.payment());
    }
  }
}
