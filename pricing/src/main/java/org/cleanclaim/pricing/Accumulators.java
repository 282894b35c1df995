package org.cleanclaim.pricing;

import java.util.HashMap;
import java.util.Map;
import org.cleanclaim.kernel.Money;

/// What a member and family have paid and used so far in the benefit year.
public record Accumulators(
    Money deductibleMet,
    Money familyDeductibleMet,
    Money outOfPocketMet,
    Money familyOutOfPocketMet,
    Map<ServiceCategory, Integer> visitsUsed) {
  public static final Accumulators NONE =
      new Accumulators(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Map.of());

  public Accumulators {
    visitsUsed = Map.copyOf(visitsUsed);
  }

  Accumulators plus(Money deductible, Money outOfPocket) {
    return new Accumulators(
        deductibleMet.plus(deductible),
        familyDeductibleMet.plus(deductible),
        outOfPocketMet.plus(outOfPocket),
        familyOutOfPocketMet.plus(outOfPocket),
        visitsUsed);
  }

  Accumulators withVisit(ServiceCategory category) {
    var visits = new HashMap<>(visitsUsed);
    visits.merge(category, 1, Integer::sum);
    return new Accumulators(
        deductibleMet, familyDeductibleMet, outOfPocketMet, familyOutOfPocketMet, visits);
  }
}
