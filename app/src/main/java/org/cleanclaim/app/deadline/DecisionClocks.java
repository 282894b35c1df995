package org.cleanclaim.app.deadline;

import org.cleanclaim.app.deadline.ClockRule.Unit;
import org.cleanclaim.kernel.claim.FilingIndicator;

/// How long payers may take over a request for an authorization, by the kind of insurance and by
/// whether the request is urgent. A contract or a state may give a plan less.
public final class DecisionClocks {
  private static final int URGENT_HOURS = 72;

  private static final ClockRule FEDERAL =
      ClockRule.days(7, "42 CFR 422.568(b)(1), 438.210(d)(1), 440.230(e)(1) (CMS-0057-F)");
  private static final ClockRule FEDERAL_URGENT =
      hours(URGENT_HOURS, "42 CFR 422.572(a)(1), 438.210(d)(2), 440.230(e)(1) (CMS-0057-F)");
  private static final ClockRule PLAN =
      ClockRule.days(15, "29 CFR 2560.503-1(f)(2)(iii)(A), 45 CFR 147.136(b)").assumed();
  private static final ClockRule PLAN_URGENT =
      hours(URGENT_HOURS, "29 CFR 2560.503-1(f)(2)(i), 45 CFR 147.136(b)").assumed();
  private static final ClockRule OTHER =
      ClockRule.days(15, "the practice's own standard").assumed();
  private static final ClockRule OTHER_URGENT =
      hours(URGENT_HOURS, "the practice's own standard").assumed();

  private DecisionClocks() {}

  /// A request of which only the payer's name is known.
  static ClockRule unknownPayer() {
    return OTHER;
  }

  /// @param filing the payer's kind of insurance
  public static ClockRule of(FilingIndicator filing, boolean isUrgent) {
    return switch (filing) {
      case MEDICARE_RISK_HMO, MEDICAID -> isUrgent ? FEDERAL_URGENT : FEDERAL;
      case BLUE_CROSS,
          COMMERCIAL,
          PREFERRED_PROVIDER,
          POINT_OF_SERVICE,
          EXCLUSIVE_PROVIDER,
          INDEMNITY,
          HMO ->
          isUrgent ? PLAN_URGENT : PLAN;
      case MEDICARE_PART_A,
          MEDICARE_PART_B,
          DENTAL_MAINTENANCE,
          FEDERAL_EMPLOYEES,
          TRICARE,
          VETERANS,
          WORKERS_COMPENSATION,
          AUTOMOBILE,
          DISABILITY,
          LIABILITY,
          TITLE_V,
          OTHER_FEDERAL,
          OTHER_NON_FEDERAL,
          MUTUALLY_DEFINED ->
          isUrgent ? OTHER_URGENT : OTHER;
    };
  }

  private static ClockRule hours(int amount, String source) {
    return new ClockRule(amount, Unit.HOURS, 0, source, false);
  }
}
