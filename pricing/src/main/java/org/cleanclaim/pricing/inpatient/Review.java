package org.cleanclaim.pricing.inpatient;

import java.util.Arrays;
import java.util.Optional;

/// How a stay is to be paid. Source: CMS Claims Processing Manual, chapter 3, section 20.2.3.1.
public enum Review {
  /// In full, with an outlier payment where the costs are high enough.
  FULL(0),
  /// Transfer to another acute hospital: by the day up to the full rate, with outliers.
  TRANSFER(3),
  /// Transfer, the hospital takes no outlier payment.
  TRANSFER_WITHOUT_OUTLIER(6),
  /// In full, without outliers.
  FULL_WITHOUT_OUTLIER(7),
  /// Discharge to post-acute care: by the day where the DRG is under that policy.
  POST_ACUTE(9),
  /// Discharge to post-acute care without outliers.
  POST_ACUTE_WITHOUT_OUTLIER(11);

  private final int code;

  Review(int code) {
    this.code = code;
  }

  /// The number on the bill.
  public int code() {
    return code;
  }

  static Optional<Review> of(int code) {
    return Arrays.stream(values()).filter(review -> review.code == code).findFirst();
  }

  boolean isTransfer() {
    return this == TRANSFER || this == TRANSFER_WITHOUT_OUTLIER;
  }

  boolean isPostAcute() {
    return this == POST_ACUTE || this == POST_ACUTE_WITHOUT_OUTLIER;
  }

  boolean hasOutliers() {
    return this == FULL || this == TRANSFER || this == POST_ACUTE;
  }
}
