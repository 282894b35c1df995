package org.cleanclaim.pricing.benefit;

import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// How much of a category a plan covers for a person in a benefit year.
///
/// @param visits how many lines; null for any number
/// @param amount how much the plan pays; null for any amount
public record BenefitLimit(@Nullable Integer visits, @Nullable Money amount) {
  public BenefitLimit {
    if (visits == null && amount == null) throw new IllegalArgumentException("limits nothing");
    if ((visits != null && visits < 0) || (amount != null && amount.isNegative())) {
      throw new IllegalArgumentException("a limit is not negative");
    }
  }

  public static BenefitLimit ofVisits(int visits) {
    return new BenefitLimit(visits, null);
  }
}
