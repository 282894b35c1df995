package org.cleanclaim.app.coverage;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.pricing.cob.GroupCoverage;
import org.cleanclaim.pricing.cob.GroupCoverage.Coordination;
import org.cleanclaim.pricing.cob.GroupCoverage.Custody;
import org.cleanclaim.pricing.cob.GroupCoverage.Employment;
import org.cleanclaim.pricing.cob.GroupCoverage.Standing;
import org.cleanclaim.pricing.cob.PayingOrder;
import org.jspecify.annotations.Nullable;

/// Group plans of a patient among each other, by the NAIC's model regulation.
final class GroupPlans {
  private final LocalDate bornOn;
  private final OrderAnswers answers;
  private final List<String> open;

  /// @param bornOn the patient's birth date
  /// @param open gets what has to be asked
  GroupPlans(LocalDate bornOn, OrderAnswers answers, List<String> open) {
    this.bornOn = bornOn;
    this.answers = answers;
    this.open = open;
  }

  /// The plans with their reasons, the first pays first.
  List<OrderAdvice.Place> ordered(List<OrderAdvice.Policy> policies) {
    if (policies.size() > 1) ask(policies);
    var byPlan = new ArrayList<GroupCoverage>();
    for (int i = 0; i < policies.size(); i++) byPlan.add(plan(i, policies.get(i).coverage()));
    var order = PayingOrder.of(byPlan);
    var places = new ArrayList<OrderAdvice.Place>();
    for (int i = 0; i < policies.size(); i++) {
      var policy = policies.get(Integer.parseInt(order.coverages().get(i).plan()));
      String why =
          policies.size() == 1
              ? "The only group plan"
              : i < order.reasons().size()
                  ? order.reasons().get(i).words() + " (NAIC MDL-120, section 6)"
                  : "after the others";
      places.add(new OrderAdvice.Place(policy, why, null));
    }
    return places;
  }

  private GroupCoverage plan(int position, Coverage coverage) {
    var known = answers.of(coverage.id());
    var born = birthday(coverage);
    return new GroupCoverage(
        Integer.toString(position),
        Coordination.COORDINATES,
        standing(coverage),
        known.employment() == null ? Employment.ACTIVE : known.employment(),
        coverage.period().from(),
        born == null ? null : MonthDay.from(born),
        !isOfParent(coverage) ? null : known.custody() == null ? Custody.PARENT : known.custody());
  }

  private void ask(List<OrderAdvice.Policy> policies) {
    var coverages = policies.stream().map(OrderAdvice.Policy::coverage).toList();
    if (coverages.stream().anyMatch(GroupPlans::isOfParent)) {
      for (Coverage coverage : coverages) {
        if (birthday(coverage) == null) {
          open.add("The birthday of the subscriber of %s?".formatted(coverage.planName()));
        }
      }
      boolean isCustodyKnown =
          coverages.stream()
              .filter(GroupPlans::isOfParent)
              .allMatch(c -> answers.of(c.id()).custody() != null);
      if (!isCustodyKnown) {
        open.add("Parents who live apart: has a court named one of them, and who has custody?");
      }
      return;
    }
    for (Standing standing : Standing.values()) {
      var alike = coverages.stream().filter(c -> standing(c) == standing).toList();
      if (alike.size() < 2) continue;
      for (Coverage coverage : alike) {
        if (answers.of(coverage.id()).employment() != null) continue;
        open.add(
            "%s: does the subscriber work for that employer now, or is it a retiree's plan or a continuation (COBRA)?"
                .formatted(coverage.planName()));
      }
    }
  }

  private @Nullable LocalDate birthday(Coverage coverage) {
    return coverage.relationship() == Relationship.SELF ? bornOn : coverage.subscriberBornOn();
  }

  private static Standing standing(Coverage coverage) {
    return coverage.relationship() == Relationship.SELF ? Standing.SUBSCRIBER : Standing.DEPENDENT;
  }

  static boolean isOfParent(Coverage coverage) {
    return coverage.relationship() == Relationship.CHILD;
  }
}
