package org.cleanclaim.pricing.benefit;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.pricing.cob.SecondaryBenefit;

/// What a plan leaves to its member. All of it is data.
///
/// @param period days of service on which the design holds
/// @param yearBegins the day on which deductibles and limits begin anew
/// @param tiers what is left to the member at each network tier
/// @param excluded categories not covered
/// @param limits of categories in a benefit year, at all tiers together
/// @param relief which share the out-of-pocket maximum cuts first
/// @param carryOver whether late payments toward a deductible count in the next year too
/// @param coordination how the plan pays after another one
public record BenefitPlan(
    String name,
    EffectivePeriod period,
    MonthDay yearBegins,
    Map<NetworkTier, TierBenefits> tiers,
    Set<ServiceCategory> excluded,
    Map<ServiceCategory, BenefitLimit> limits,
    List<CostShare> relief,
    CarryOver carryOver,
    SecondaryBenefit.Method coordination) {
  private static final MonthDay CALENDAR_YEAR = MonthDay.of(1, 1);

  /// What of one benefit year counts in the next.
  public enum CarryOver {
    NONE,
    /// What was borne toward the deductible in the last three months.
    FOURTH_QUARTER
  }

  public BenefitPlan {
    tiers = Map.copyOf(tiers);
    excluded = Set.copyOf(excluded);
    limits = Map.copyOf(limits);
    relief = List.copyOf(relief);
    if (Set.copyOf(relief).size() != CostShare.values().length
        || relief.size() != CostShare.values().length) {
      throw new IllegalArgumentException("the relief names each share once");
    }
    for (TierBenefits tier : tiers.values()) {
      if (!tiers.keySet().containsAll(tier.countsToward())) {
        throw new IllegalArgumentException("a tier counts toward one the plan does not have");
      }
    }
  }

  /// A plan of calendar years with one network and nothing unusual.
  public static BenefitPlan of(
      String name,
      TierBenefits network,
      Set<ServiceCategory> excluded,
      Map<ServiceCategory, BenefitLimit> limits) {
    return new BenefitPlan(
        name,
        EffectivePeriod.from(LocalDate.of(1900, 1, 1)),
        CALENDAR_YEAR,
        Map.of(NetworkTier.IN_NETWORK, network),
        excluded,
        limits,
        CostShare.USUAL_RELIEF,
        CarryOver.NONE,
        SecondaryBenefit.Method.STANDARD);
  }

  /// What is left to the member at a tier; empty where the plan has no such tier.
  public Optional<TierBenefits> at(NetworkTier tier) {
    return Optional.ofNullable(tiers.get(tier));
  }

  /// The benefit year that a day lies in.
  public EffectivePeriod yearOf(LocalDate day) {
    LocalDate begins = yearBegins.atYear(day.getYear());
    if (begins.isAfter(day)) begins = yearBegins.atYear(day.getYear() - 1);
    return new EffectivePeriod(begins, yearBegins.atYear(begins.getYear() + 1));
  }
}
