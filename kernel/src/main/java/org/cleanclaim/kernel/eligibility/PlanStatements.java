package org.cleanclaim.kernel.eligibility;

import java.util.List;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer.Rejection;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer.Status;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.jspecify.annotations.Nullable;

/// What an answer says of the plan as a whole (EB01 1 to 8): of the health benefit plan (service
/// type 30 in EB03), which is what was asked about; where nothing is said of it, of medical care
/// (1); else of whatever service is named, as a plan for teeth or eyes alone answers. A dental plan
/// that is active says nothing about a medical one that is not.
record PlanStatements(List<Benefit> statements) {
  private static final List<String> OF_THE_PLAN = List.of("30", "1");
  private static final String UNDER_INVESTIGATION = "5";

  static PlanStatements of(List<Benefit> benefits) {
    var all = benefits.stream().filter(b -> b.kindCode().matches("[1-8]")).toList();
    for (String service : OF_THE_PLAN) {
      var some = all.stream().filter(b -> b.serviceTypes().contains(service)).toList();
      if (!some.isEmpty()) return new PlanStatements(some);
    }
    return new PlanStatements(all);
  }

  private List<Benefit> active() {
    return statements.stream().filter(b -> b.kindCode().matches("[1-5]")).toList();
  }

  Status status(List<Rejection> rejections) {
    if (!active().isEmpty()) return Status.ACTIVE;
    if (!statements.isEmpty()) return Status.INACTIVE;
    return rejections.isEmpty() ? Status.UNKNOWN : Status.REJECTED;
  }

  boolean isUnderInvestigation() {
    var active = active();
    return !active.isEmpty()
        && active.stream().allMatch(b -> b.kindCode().equals(UNDER_INVESTIGATION));
  }

  /// The days of each active plan: a benefit has its own (DTP of loop 2110) where they are not
  /// those of the person.
  List<PlanDays> days(List<QualifiedDate> ofPerson) {
    var person = PlanDays.of(ofPerson);
    var active = active();
    return active.isEmpty()
        ? List.of(person)
        : active.stream()
            .map(b -> PlanDays.of(b.particulars().dates()).orElse(person))
            .distinct()
            .toList();
  }

  @Nullable String planName() {
    for (Benefit benefit : active().isEmpty() ? statements : active()) {
      if (benefit.planName() != null) return benefit.planName();
    }
    return null;
  }
}
