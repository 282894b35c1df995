package org.cleanclaim.app.coverage;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.pricing.cob.GroupCoverage;
import org.cleanclaim.pricing.cob.GroupCoverage.Coordination;
import org.cleanclaim.pricing.cob.GroupCoverage.Custody;
import org.cleanclaim.pricing.cob.GroupCoverage.Employment;
import org.cleanclaim.pricing.cob.GroupCoverage.Standing;
import org.cleanclaim.pricing.cob.MedicareOrder;
import org.cleanclaim.pricing.cob.MedicareOrder.Entitlement;
import org.cleanclaim.pricing.cob.PayingOrder;
import org.jspecify.annotations.Nullable;

/// In which order a patient's policies most likely pay, with the reason for each. Advice only:
/// somebody at the desk, who has asked the patient, decides.
///
/// @param places the first pays first
/// @param open what has to be asked before the advice is sure
public record OrderAdvice(List<Place> places, List<String> open) {

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

  /// What the patient answers when asked whether another insurance pays before Medicare.
  ///
  /// @param entitlement why the patient has Medicare, null when unknown
  /// @param kidneyEligibleSince null unless Medicare is for kidney failure
  /// @param employment of the subscriber of the group plan, null when unknown
  /// @param employees of that employer, null when unknown
  /// @param isAccident whether the visit is about an injury that a liable insurance covers
  public record Questionnaire(
      @Nullable Entitlement entitlement,
      @Nullable LocalDate kidneyEligibleSince,
      MedicareOrder.@Nullable Employment employment,
      @Nullable Integer employees,
      boolean isAccident) {
    /// Nothing has been asked.
    public static final Questionnaire NONE = new Questionnaire(null, null, null, null, false);
  }

  private enum Kind {
    ACCIDENT,
    GROUP,
    MEDICARE,
    TRICARE,
    MEDICAID
  }

  public OrderAdvice {
    places = List.copyOf(places);
    open = List.copyOf(open);
  }

  /// The order on a day.
  ///
  /// @param bornOn the patient's birth date: parents' birthdays count for a child
  public static OrderAdvice of(
      List<Policy> policies, LocalDate bornOn, LocalDate day, Questionnaire answers) {
    var places = new ArrayList<Place>();
    var open = new ArrayList<String>();
    for (Policy policy : of(policies, Kind.ACCIDENT)) {
      if (answers.isAccident()) {
        places.add(place(policy, "The visit is about an injury that this insurance covers first"));
      } else {
        open.add(
            "%s pays only for its injury: is the visit about it?"
                .formatted(policy.coverage().planName()));
      }
    }
    var groups = groups(of(policies, Kind.GROUP), bornOn, open);
    var medicare = of(policies, Kind.MEDICARE);
    boolean isMedicareFirst = isMedicareFirst(medicare, groups, day, answers, open, places);
    if (isMedicareFirst) {
      places.addAll(groups);
    }
    for (Policy policy : of(policies, Kind.TRICARE)) {
      places.add(
          place(policy, "TRICARE pays after all other insurance but Medicaid (32 CFR 199.8)"));
    }
    for (Policy policy : of(policies, Kind.MEDICAID)) {
      places.add(place(policy, "Medicaid pays last (42 CFR 433.139)"));
    }
    return new OrderAdvice(places, open);
  }

  /// Puts Medicare, and the group plans before it where they pay first.
  ///
  /// @return whether the group plans are still to be put
  private static boolean isMedicareFirst(
      List<Policy> medicare,
      List<Place> groups,
      LocalDate day,
      Questionnaire answers,
      List<String> open,
      List<Place> places) {
    if (medicare.isEmpty()) return true;
    if (groups.isEmpty()) {
      medicare.forEach(m -> places.add(place(m, "No group plan pays before Medicare")));
      return true;
    }
    var entitlement = answers.entitlement();
    var employment = answers.employment();
    var employees = answers.employees();
    if (entitlement == null
        || employment == null
        || employees == null
        || (entitlement == Entitlement.KIDNEY_FAILURE && answers.kidneyEligibleSince() == null)) {
      open.add(
          "Medicare and a group plan: why does the patient have Medicare, does the subscriber work"
              + " now, for an employer of how many, and with kidney failure since when?");
      groups.forEach(places::add);
      medicare.forEach(m ->
          places.add(
              new Place(
                  m,
                  "Until the questions are answered, after the group plan",
                  m.coverage().medicareSecond())));
      return false;
    }
    var order =
        MedicareOrder.of(
            entitlement,
            answers.kidneyEligibleSince(),
            new MedicareOrder.Other.GroupPlan(employment, employees),
            day);
    boolean isFirst = order.place() == MedicareOrder.Place.FIRST;
    if (!isFirst) groups.forEach(places::add);
    medicare.forEach(m -> places.add(new Place(m, order.reason(), order.second())));
    return isFirst;
  }

  private static List<Place> groups(List<Policy> policies, LocalDate bornOn, List<String> open) {
    boolean isChild = policies.stream().anyMatch(p -> isOfParent(p.coverage()));
    var byPlan = new ArrayList<GroupCoverage>();
    for (int i = 0; i < policies.size(); i++) {
      var coverage = policies.get(i).coverage();
      var born =
          coverage.relationship() == Relationship.SELF ? bornOn : coverage.subscriberBornOn();
      if (isChild && policies.size() > 1 && born == null) {
        open.add("The birthday of the subscriber of %s?".formatted(coverage.planName()));
      }
      byPlan.add(
          new GroupCoverage(
              Integer.toString(i),
              Coordination.COORDINATES,
              coverage.relationship() == Relationship.SELF
                  ? Standing.SUBSCRIBER
                  : Standing.DEPENDENT,
              Employment.ACTIVE,
              coverage.period().from(),
              born == null ? null : MonthDay.from(born),
              isOfParent(coverage) ? Custody.PARENT : null));
    }
    if (isChild && policies.size() > 1) {
      open.add("Parents who live apart: has a court named one of them, and who has custody?");
    }
    var ordered = PayingOrder.of(byPlan);
    var places = new ArrayList<Place>();
    for (int i = 0; i < ordered.coverages().size(); i++) {
      var policy = policies.get(Integer.parseInt(ordered.coverages().get(i).plan()));
      String why =
          ordered.coverages().size() == 1
              ? "The only group plan"
              : i < ordered.reasons().size()
                  ? ordered.reasons().get(i).words() + " (NAIC MDL-120, section 6)"
                  : "after the others";
      places.add(place(policy, why));
    }
    return places;
  }

  private static boolean isOfParent(Coverage coverage) {
    return coverage.relationship() == Relationship.CHILD;
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
