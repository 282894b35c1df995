package org.cleanclaim.grouping.hcc;

/// What a member with end-stage renal disease lives on, by which CMS pays: dialysis, a transplant
/// in its first three months, or a functioning graft from the fourth month on (42 CFR 422.308(c)).
public enum KidneyStatus {
  NO_FAILURE,
  DIALYSIS,
  TRANSPLANT_MONTH_1,
  TRANSPLANT_MONTH_2,
  TRANSPLANT_MONTH_3,
  GRAFT_MONTH_4_TO_9,
  GRAFT_MONTH_10_AND_LATER;

  /// What the coefficient of a transplant is called by its month; empty for all else.
  String factor() {
    return switch (this) {
      case TRANSPLANT_MONTH_1 -> "1m";
      case TRANSPLANT_MONTH_2 -> "2m";
      case TRANSPLANT_MONTH_3 -> "3m";
      default -> "";
    };
  }

  /// The status in a month after the transplant.
  ///
  /// @param month 1 is the month of the transplant
  public static KidneyStatus ofGraftMonth(int month) {
    if (month < 1) throw new IllegalArgumentException("no month after a transplant: " + month);
    return switch (month) {
      case 1 -> TRANSPLANT_MONTH_1;
      case 2 -> TRANSPLANT_MONTH_2;
      case 3 -> TRANSPLANT_MONTH_3;
      default -> month < 10 ? GRAFT_MONTH_4_TO_9 : GRAFT_MONTH_10_AND_LATER;
    };
  }
}
