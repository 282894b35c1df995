package org.cleanclaim.app.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.cleanclaim.pricing.cob.GroupCoverage.Employment;
import org.cleanclaim.pricing.cob.MedicareOrder;
import org.jspecify.annotations.Nullable;

/// In which order a patient's policies most likely pay, with the reason for each. Advice only:
/// somebody at the desk, who has asked the patient, decides.
///
/// @param places the first pays first
/// @param groupPlans the plans whose subscribers' work and custody may count
/// @param open what has to be asked before the advice is sure
public record OrderAdvice(List<Place> places, List<GroupPlan> groupPlans, List<String> open) {

  /// A policy in its place.
  ///
  /// @param why with the rule's source
  /// @param isMedicare whether it is Medicare, which has to be told why it pays second
  /// @param medicareSecond that reason, as advised or on file; null where Medicare is first
  public record Place(
      long coverageId,
      String plan,
      String why,
      boolean isMedicare,
      @Nullable MedicareSecondReason medicareSecond) {
    Place(Policy policy, String why, @Nullable MedicareSecondReason medicareSecond) {
      this(
          policy.coverage().id(),
          policy.coverage().planName(),
          why,
          policy.filing().isMedicare(),
          medicareSecond);
    }
  }

  /// A policy with what kind of insurance it is.
  public record Policy(Coverage coverage, FilingIndicator filing) {}

  /// A group plan that more can be asked about.
  ///
  /// @param isOfParent whether a parent of the patient holds it
  public record GroupPlan(long coverageId, String plan, boolean isOfParent) {}

  private enum Kind {
    ACCIDENT,
    GROUP,
    MEDICARE,
    TRICARE,
    MEDICAID
  }

  public OrderAdvice {
    places = List.copyOf(places);
    groupPlans = List.copyOf(groupPlans);
    open = List.copyOf(open);
  }

  /// The order on a day.
  ///
  /// @param bornOn the patient's birth date: parents' birthdays count for a child
  public static OrderAdvice of(
      List<Policy> policies, LocalDate bornOn, LocalDate day, OrderAnswers answers) {
    var open = new ArrayList<String>();
    open.addAll(
        TakenPlaces.doubled(
            policies.stream()
                .filter(p -> !p.filing().isOfAccident())
                .map(Policy::coverage)
                .toList()));
    var places = new ArrayList<Place>();
    placeMedicare(policies, bornOn, day, answers, places, open);
    for (Policy policy : of(policies, Kind.TRICARE)) {
      places.add(
          place(policy, "TRICARE pays after all other insurance but Medicaid (32 CFR 199.8)"));
    }
    for (Policy policy : of(policies, Kind.MEDICAID)) {
      places.add(place(policy, "Medicaid pays last (42 CFR 433.139)"));
    }
    for (Policy policy : of(policies, Kind.ACCIDENT)) {
      open.add(
          "%s pays for its injury alone, and then before all others: enter the accident on the visit that is about it."
              .formatted(policy.coverage().planName()));
    }
    var groupPlans =
        of(policies, Kind.GROUP).stream()
            .map(Policy::coverage)
            .map(c -> new GroupPlan(c.id(), c.planName(), GroupPlans.isOfParent(c)))
            .toList();
    return new OrderAdvice(places, groupPlans, open);
  }

  /// Puts the group plans, and Medicare between those that pay before it and those that pay after
  /// it. So a retiree's own plan comes after a working spouse's, although the patient is its
  /// subscriber (NAIC MDL-120, section 6.D(1)(b)).
  private static void placeMedicare(
      List<Policy> policies,
      LocalDate bornOn,
      LocalDate day,
      OrderAnswers answers,
      List<Place> places,
      List<String> open) {
    var groups = new GroupPlans(bornOn, answers, open);
    var medicare = of(policies, Kind.MEDICARE);
    if (medicare.isEmpty()) {
      places.addAll(groups.ordered(of(policies, Kind.GROUP)));
      return;
    }
    var before = new ArrayList<Policy>();
    var after = new ArrayList<Policy>();
    String why = "No group plan pays before Medicare";
    MedicareSecondReason second = null;
    boolean isOpen = false;
    for (Policy group : of(policies, Kind.GROUP)) {
      var order = medicareOrder(group, day, answers);
      if (order == null) {
        isOpen = true;
        before.add(group);
      } else if (order.place() == MedicareOrder.Place.FIRST) {
        after.add(group);
        if (second == null) why = order.reason();
      } else {
        before.add(group);
        why = order.reason();
        second = order.second();
      }
    }
    if (isOpen) {
      open.add(
          "Medicare and a group plan: why does the patient have Medicare, does the subscriber work"
              + " now, for an employer of how many, and with kidney failure since when?");
    }
    boolean isUnknown = isOpen && second == null;
    places.addAll(groups.ordered(before));
    for (Policy policy : medicare) {
      places.add(
          isUnknown
              ? new Place(
                  policy,
                  "Until the questions are answered, after the group plan",
                  policy.coverage().medicareSecond())
              : new Place(policy, why, second));
    }
    places.addAll(groups.ordered(after));
  }

  // Null while something is not known that it depends on.
  private static @Nullable MedicareOrder medicareOrder(
      Policy group, LocalDate day, OrderAnswers answers) {
    long id = group.coverage().id();
    var entitlement = answers.entitlement();
    if (entitlement == null || !answers.decideMedicare(id)) return null;
    var plan = answers.of(id);
    var employment =
        plan.employment() == Employment.ACTIVE
            ? MedicareOrder.Employment.CURRENT
            : MedicareOrder.Employment.FORMER;
    int employees = plan.employees() == null ? 0 : plan.employees();
    return MedicareOrder.of(
        entitlement,
        answers.kidneyEligibleSince(),
        new MedicareOrder.Other.GroupPlan(employment, employees),
        day);
  }

  private static Place place(Policy policy, String why) {
    return new Place(policy, why, null);
  }

  private static List<Policy> of(List<Policy> policies, Kind kind) {
    return policies.stream().filter(p -> kind(p.filing()) == kind).toList();
  }

  private static Kind kind(FilingIndicator filing) {
    return switch (filing) {
      case WORKERS_COMPENSATION, AUTOMOBILE, LIABILITY -> Kind.ACCIDENT;
      case MEDICARE_PART_A, MEDICARE_PART_B, MEDICARE_RISK_HMO -> Kind.MEDICARE;
      case TRICARE, VETERANS -> Kind.TRICARE;
      case MEDICAID -> Kind.MEDICAID;
      default -> Kind.GROUP;
    };
  }
}
