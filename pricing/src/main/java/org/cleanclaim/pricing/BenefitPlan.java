package org.cleanclaim.pricing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What a plan leaves to its member. All of it is data.
///
/// @param familyDeductible null when there is none beside the individual one
/// @param outOfPocketMaximum null when there is none
/// @param coinsurance share of the allowed amount, `0.20` is 20 percent
/// @param copays a category with a copay has no coinsurance
/// @param copaysAfterDeductible the categories whose copay begins after the deductible
/// @param free categories without any share
/// @param excluded categories not covered
/// @param visitLimits visits covered by category and year
public record BenefitPlan(
    String name,
    Money deductible,
    @Nullable Money familyDeductible,
    @Nullable Money outOfPocketMaximum,
    @Nullable Money familyOutOfPocketMaximum,
    BigDecimal coinsurance,
    Map<ServiceCategory, Money> copays,
    Set<ServiceCategory> copaysAfterDeductible,
    Set<ServiceCategory> free,
    Set<ServiceCategory> excluded,
    Map<ServiceCategory, Integer> visitLimits) {
  public BenefitPlan {
    copays = Map.copyOf(copays);
    copaysAfterDeductible = Set.copyOf(copaysAfterDeductible);
    free = Set.copyOf(free);
    excluded = Set.copyOf(excluded);
    visitLimits = Map.copyOf(visitLimits);
  }
}
