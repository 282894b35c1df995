package org.cleanclaim.app.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.pricing.cob.GroupCoverage.Custody;
import org.cleanclaim.pricing.cob.GroupCoverage.Employment;
import org.cleanclaim.pricing.cob.MedicareOrder.Entitlement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderAdviceTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final List<PayerSequence> PLACES =
      List.of(PayerSequence.PRIMARY, PayerSequence.SECONDARY, PayerSequence.TERTIARY);
  private static final LocalDate BORN = LocalDate.of(1955, 7, 7);

  private static final OrderAdvice.Policy OWN =
      policy(1, "Own", FilingIndicator.COMMERCIAL, Relationship.SELF, null);
  private static final OrderAdvice.Policy SPOUSES =
      policy(
          2, "Spouse's", FilingIndicator.COMMERCIAL, Relationship.SPOUSE, LocalDate.of(1960, 1, 1));
  private static final OrderAdvice.Policy MEDICARE =
      policy(3, "Medicare", FilingIndicator.MEDICARE_PART_B, Relationship.SELF, null);

  private static OrderAdvice.Policy policy(
      long id,
      String plan,
      FilingIndicator filing,
      Relationship relationship,
      @Nullable LocalDate subscriberBornOn) {
    return new OrderAdvice.Policy(
        new Coverage(
            id,
            new PatientId(1),
            id,
            PLACES.get((int) (id - 1) % PLACES.size()),
            plan,
            new MemberId("M" + id),
            null,
            relationship,
            null,
            subscriberBornOn,
            null,
            null,
            EffectivePeriod.from(LocalDate.of(2020, 1, 1))),
        filing);
  }

  private static OrderAnswers.OfPlan plan(Employment employment, @Nullable Integer employees) {
    return new OrderAnswers.OfPlan(employment, employees, null);
  }

  private static List<String> plans(OrderAdvice advice) {
    return advice.places().stream().map(OrderAdvice.Place::plan).toList();
  }

  @Test
  void medicareStandsBetweenAWorkingSpousesPlanAndARetireesOwn() {
    var answers =
        new OrderAnswers(
            Entitlement.AGE,
            null,
            Map.of(
                1L, plan(Employment.RETIRED_OR_LAID_OFF, null), 2L, plan(Employment.ACTIVE, 500)));

    var advice = OrderAdvice.of(List.of(OWN, SPOUSES, MEDICARE), BORN, DAY, answers);

    assertThat(plans(advice)).containsExactly("Spouse's", "Medicare", "Own");
    assertThat(advice.places().get(1).medicareSecond())
        .isEqualTo(MedicareSecondReason.WORKING_AGED);
    assertThat(advice.open()).isEmpty();
  }

  @Test
  void medicareIsFirstAfterAllPlansOfFormerWorkAndASmallEmployers() {
    var answers =
        new OrderAnswers(
            Entitlement.AGE,
            null,
            Map.of(1L, plan(Employment.CONTINUATION, null), 2L, plan(Employment.ACTIVE, 19)));

    var advice = OrderAdvice.of(List.of(OWN, SPOUSES, MEDICARE), BORN, DAY, answers);

    assertThat(plans(advice)).containsExactly("Medicare", "Own", "Spouse's");
    assertThat(advice.places().getFirst().medicareSecond()).isNull();
  }

  @Test
  void whatIsNotKnownIsAskedAndMedicareWaitsBehindTheGroupPlan() {
    var advice = OrderAdvice.of(List.of(OWN, MEDICARE), BORN, DAY, OrderAnswers.NONE);

    assertThat(plans(advice)).containsExactly("Own", "Medicare");
    assertThat(advice.open()).singleElement().asString().contains("why does the patient have");
  }

  @Test
  void custodyAndACourtsOrderAreAskedForAndDecide() {
    var born = LocalDate.of(2018, 5, 5);
    var father =
        policy(
            1,
            "Father's",
            FilingIndicator.COMMERCIAL,
            Relationship.CHILD,
            LocalDate.of(1980, 11, 2));
    var mother =
        policy(
            2,
            "Mother's",
            FilingIndicator.COMMERCIAL,
            Relationship.CHILD,
            LocalDate.of(1983, 2, 2));

    var unasked = OrderAdvice.of(List.of(father, mother), born, DAY, OrderAnswers.NONE);
    assertThat(plans(unasked)).containsExactly("Mother's", "Father's");
    assertThat(unasked.open()).anyMatch(o -> o.contains("has a court named one"));
    assertThat(unasked.groupPlans()).allMatch(OrderAdvice.GroupPlan::isOfParent);

    var asked =
        OrderAdvice.of(
            List.of(father, mother),
            born,
            DAY,
            new OrderAnswers(
                null,
                null,
                Map.of(
                    1L,
                    new OrderAnswers.OfPlan(null, null, Custody.COURT_ORDERED),
                    2L,
                    new OrderAnswers.OfPlan(null, null, Custody.CUSTODIAL_PARENT))));
    assertThat(plans(asked)).containsExactly("Father's", "Mother's");
    assertThat(asked.places().getFirst().why()).contains("a court named this parent");
    assertThat(asked.open()).isEmpty();
  }

  @Test
  void twoPlansOfOnesOwnGoByWhetherOneWorksForThem() {
    var other = policy(2, "Old job's", FilingIndicator.COMMERCIAL, Relationship.SELF, null);

    var unasked = OrderAdvice.of(List.of(OWN, other), BORN, DAY, OrderAnswers.NONE);
    assertThat(unasked.open()).hasSize(2).allMatch(o -> o.contains("COBRA"));

    var asked =
        OrderAdvice.of(
            List.of(other, OWN),
            BORN,
            DAY,
            new OrderAnswers(
                null,
                null,
                Map.of(
                    1L, plan(Employment.ACTIVE, null), 2L, plan(Employment.CONTINUATION, null))));
    assertThat(plans(asked)).containsExactly("Own", "Old job's");
  }

  @Test
  void whatPaysForAnInjuryAloneHasNoPlaceAndTwoInOnePlaceAreSaid() {
    var injury =
        policy(4, "Mill injury", FilingIndicator.WORKERS_COMPENSATION, Relationship.SELF, null);
    var twin = policy(7, "Twin", FilingIndicator.COMMERCIAL, Relationship.SELF, null);

    var advice = OrderAdvice.of(List.of(injury, OWN, twin), BORN, DAY, OrderAnswers.NONE);

    assertThat(plans(advice)).containsExactlyInAnyOrder("Own", "Twin");
    assertThat(advice.open())
        .anyMatch(o -> o.contains("Mill injury pays for its injury alone"))
        .anyMatch(o -> o.contains("Own") && o.contains("are both primary"));
  }
}
