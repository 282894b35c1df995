package org.cleanclaim.pricing.inpatient;

/// How a stay was paid, or why not, by the pricer's return codes. Codes 30 to 44 say the same as
/// those thirty lower, and that the stay would be an outlier were the hospital's operating costs to
/// charges 20 points higher: its outlier payments may be reconciled. Source: CMS IPPS Pricer.
public enum StayReturn {
  PAID(0, "Paid the full DRG rate."),
  OUTLIER(2, "Paid the full DRG rate and an outlier payment."),
  TRANSFER(3, "Paid by the day, as a transfer."),
  TRANSFER_OUTLIER(5, "Transfer with an outlier payment."),
  TRANSFER_WITHOUT_OUTLIER(6, "Paid by the day, as a transfer; the outlier payment was refused."),
  POST_ACUTE_HALF(10, "Discharged to post-acute care: half the rate, the other half by the day."),
  POST_ACUTE(12, "Discharged to post-acute care: paid by the day."),
  PAID_LONG_STAY(14, "Paid the full DRG rate; the stay is as long as the usual one or longer."),
  OUTLIER_LONG_STAY(16, "Outlier payment; the stay is as long as the usual one or longer."),
  PAID_NEAR_OUTLIER(30, "Paid the full DRG rate; near to an outlier."),
  TRANSFER_NEAR_OUTLIER(33, "Paid by the day, as a transfer; near to an outlier."),
  POST_ACUTE_HALF_NEAR_OUTLIER(40, "Post-acute care, half by the day; near to an outlier."),
  POST_ACUTE_NEAR_OUTLIER(42, "Post-acute care, paid by the day; near to an outlier."),
  PAID_LONG_STAY_NEAR_OUTLIER(44, "Full DRG rate for a long stay; near to an outlier."),
  WAGE_INDEX(52, "The hospital's wage index is missing or its area is unknown."),
  WAIVER(53, "The hospital's state is not paid by this system, or has no such reduction."),
  DRG(54, "The DRG is none of the year."),
  DATES(55, "The hospital's facts do not hold on the day of discharge."),
  LENGTH_OF_STAY(56, "The length of stay cannot be."),
  REVIEW_CODE(57, "The review code is none."),
  RESERVE_DAYS(61, "More than 60 lifetime reserve days."),
  COVERED_DAYS(62, "The covered days do not go with the stay."),
  CAPITAL_OR_READMISSIONS(
      65, "The hospital's capital code, readmissions or health records entry cannot be."),
  OUTLIER_UNCOVERED_DAYS(67, "An outlier whose stay has days that are not covered."),
  VALUE_PURCHASING(68, "The hospital's value-based purchasing entry cannot be.");

  private static final int FIRST_UNPAID = 50;
  private static final int RECONCILED = 30;

  private final int code;
  private final String meaning;

  StayReturn(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /// The number that CMS gives it.
  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }

  public boolean isPaid() {
    return code < FIRST_UNPAID;
  }

  /// What is said of the stay when it is near to an outlier.
  StayReturn nearOutlier() {
    for (StayReturn other : values()) {
      if (other.code == code + RECONCILED) return other;
    }
    return this;
  }

  boolean canBeReconciled() {
    return isPaid() && nearOutlier() != this;
  }
}
