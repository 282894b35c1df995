package org.cleanclaim.app.coverage;

import java.time.LocalDate;
import java.util.Map;
import org.cleanclaim.pricing.cob.GroupCoverage.Custody;
import org.cleanclaim.pricing.cob.GroupCoverage.Employment;
import org.cleanclaim.pricing.cob.MedicareOrder.Entitlement;
import org.jspecify.annotations.Nullable;

/// What the patient answers when asked which insurance pays first.
///
/// @param entitlement why the patient has Medicare, null when unknown
/// @param kidneyEligibleSince null unless Medicare is for kidney failure
/// @param plans what is known of group plans, by coverage
public record OrderAnswers(
    @Nullable Entitlement entitlement,
    @Nullable LocalDate kidneyEligibleSince,
    Map<Long, OfPlan> plans) {
  /// Nothing has been asked.
  public static final OrderAnswers NONE = new OrderAnswers(null, null, Map.of());

  /// Of one group plan; null is not known.
  ///
  /// @param employment of its subscriber
  /// @param employees of the subscriber's employer
  /// @param custody how the subscriber stands to a child
  public record OfPlan(
      @Nullable Employment employment, @Nullable Integer employees, @Nullable Custody custody) {
    static final OfPlan UNKNOWN = new OfPlan(null, null, null);
  }

  public OrderAnswers {
    plans = Map.copyOf(plans);
  }

  OfPlan of(long coverageId) {
    return plans.getOrDefault(coverageId, OfPlan.UNKNOWN);
  }

  /// Whether enough is known to tell whether Medicare pays before a group plan. The size of an
  /// employer counts only while the subscriber works for it (42 CFR 411.172, 411.204), and not at
  /// all with kidney failure (411.162).
  boolean decideMedicare(long coverageId) {
    if (entitlement == null) return false;
    if (entitlement == Entitlement.KIDNEY_FAILURE) return kidneyEligibleSince != null;
    var plan = of(coverageId);
    return plan.employment() != null
        && (plan.employment() != Employment.ACTIVE || plan.employees() != null);
  }
}
