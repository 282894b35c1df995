package org.cleanclaim.pricing.benefit;

import java.util.Map;
import org.cleanclaim.kernel.Money;

/// What a person and the family have borne and used so far in a benefit year.
///
/// @param borne by network tier
/// @param used of categories with a limit
public record Accumulators(Map<NetworkTier, Borne> borne, Map<ServiceCategory, Used> used) {
  public static final Accumulators NONE = new Accumulators(Map.of(), Map.of());

  /// What counts toward the deductibles and out-of-pocket maximums of a tier.
  public record Borne(
      Money deductible, Money familyDeductible, Money outOfPocket, Money familyOutOfPocket) {
    public static final Borne NOTHING = new Borne(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    Borne plus(Borne other) {
      return new Borne(
          deductible.plus(other.deductible),
          familyDeductible.plus(other.familyDeductible),
          outOfPocket.plus(other.outOfPocket),
          familyOutOfPocket.plus(other.familyOutOfPocket));
    }
  }

  /// What was used of a category.
  ///
  /// @param paid by the plan
  public record Used(int visits, Money paid) {
    public static final Used NOTHING = new Used(0, Money.ZERO);

    Used plus(Used other) {
      return new Used(visits + other.visits, paid.plus(other.paid));
    }
  }

  public Accumulators {
    borne = Map.copyOf(borne);
    used = Map.copyOf(used);
  }

  /// Of one network and no limit.
  public static Accumulators of(Borne inNetwork) {
    return new Accumulators(Map.of(NetworkTier.IN_NETWORK, inNetwork), Map.of());
  }

  public Borne borne(NetworkTier tier) {
    return borne.getOrDefault(tier, Borne.NOTHING);
  }

  public Used used(ServiceCategory category) {
    return used.getOrDefault(category, Used.NOTHING);
  }
}
