package org.cleanclaim.pricing.benefit;

import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A deductible or an out-of-pocket maximum of a benefit year.
///
/// @param individual null when there is none for a single person
/// @param family null when there is none beside the individual one
/// @param sharing how the two stand to each other
public record FamilyLimit(
    @Nullable Money individual, @Nullable Money family, FamilySharing sharing) {

  /// How a family meets its limit.
  public enum FamilySharing {
    /// Each person meets the individual amount, all together at most that of the family.
    EMBEDDED,
    /// Only the family's amount counts, whoever meets it.
    AGGREGATE
  }

  /// No limit at all.
  public static final FamilyLimit NONE = new FamilyLimit(null, null, FamilySharing.EMBEDDED);

  public FamilyLimit {
    if (isNegative(individual) || isNegative(family)) {
      throw new IllegalArgumentException("a limit is not negative");
    }
    if (sharing == FamilySharing.AGGREGATE && family == null) {
      throw new IllegalArgumentException("an aggregate limit needs the family's amount");
    }
  }

  private static boolean isNegative(@Nullable Money amount) {
    return amount != null && amount.isNegative();
  }

  public static FamilyLimit embedded(@Nullable Money individual, @Nullable Money family) {
    return new FamilyLimit(individual, family, FamilySharing.EMBEDDED);
  }

  /// Whether there is any.
  public boolean exists() {
    return individual != null || family != null;
  }

  /// What is left in cents, never below zero; the largest number where there is no limit.
  long left(long individualMet, long familyMet) {
    long left = Long.MAX_VALUE;
    if (individual != null && sharing == FamilySharing.EMBEDDED) {
      left = Math.max(0, individual.cents() - individualMet);
    }
    if (family != null) left = Math.min(left, Math.max(0, family.cents() - familyMet));
    return left;
  }
}
