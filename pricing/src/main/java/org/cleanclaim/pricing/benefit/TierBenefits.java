package org.cleanclaim.pricing.benefit;

import java.util.Map;
import java.util.Set;
import org.cleanclaim.kernel.code.AdjustmentGroup;

/// What a plan leaves to its member at one network tier.
///
/// @param outOfPocket all shares count toward it; premiums, balance bills and services that are not
///   covered do not (42 USC 18022(c)(3))
/// @param others the benefit of every category that has none of its own
/// @param countsToward further tiers whose deductible and maximum are met by what is borne here
/// @param excess who bears the charge above the allowed amount: `CO` the provider under contract,
///   `PR` the patient
public record TierBenefits(
    FamilyLimit deductible,
    FamilyLimit outOfPocket,
    CategoryBenefit others,
    Map<ServiceCategory, CategoryBenefit> categories,
    Set<NetworkTier> countsToward,
    AdjustmentGroup excess) {
  public TierBenefits {
    categories = Map.copyOf(categories);
    countsToward = Set.copyOf(countsToward);
    if (excess != AdjustmentGroup.CO && excess != AdjustmentGroup.PR) {
      throw new IllegalArgumentException("the provider or the patient bears the excess");
    }
  }

  /// A tier with contracts that stands for itself.
  public TierBenefits(
      FamilyLimit deductible,
      FamilyLimit outOfPocket,
      CategoryBenefit others,
      Map<ServiceCategory, CategoryBenefit> categories) {
    this(deductible, outOfPocket, others, categories, Set.of(), AdjustmentGroup.CO);
  }

  /// What the member bears of a service of the category.
  public CategoryBenefit benefit(ServiceCategory category) {
    return categories.getOrDefault(category, others);
  }
}
