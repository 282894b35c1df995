package org.cleanclaim.pricing.benefit;

import java.util.HashMap;
import java.util.Map;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.benefit.Accumulators.Borne;
import org.cleanclaim.pricing.benefit.Accumulators.Used;

/// Accumulators while lines are decided, in cents.
final class RunningBalance {
  private static final class Amounts {
    long deductible;
    long familyDeductible;
    long outOfPocket;
    long familyOutOfPocket;
  }

  private static final class Use {
    int visits;
    long paid;
  }

  private final Map<NetworkTier, Amounts> borne = new HashMap<>();
  private final Map<ServiceCategory, Use> used = new HashMap<>();

  RunningBalance(Accumulators before) {
    before
        .borne()
        .forEach((tier, b) -> {
          var amounts = amounts(tier);
          amounts.deductible = b.deductible().cents();
          amounts.familyDeductible = b.familyDeductible().cents();
          amounts.outOfPocket = b.outOfPocket().cents();
          amounts.familyOutOfPocket = b.familyOutOfPocket().cents();
        });
    before
        .used()
        .forEach((category, u) -> {
          var use = use(category);
          use.visits = u.visits();
          use.paid = u.paid().cents();
        });
  }

  private Amounts amounts(NetworkTier tier) {
    return borne.computeIfAbsent(tier, t -> new Amounts());
  }

  private Use use(ServiceCategory category) {
    return used.computeIfAbsent(category, c -> new Use());
  }

  long deductibleLeft(NetworkTier tier, FamilyLimit limit) {
    var amounts = amounts(tier);
    return limit.left(amounts.deductible, amounts.familyDeductible);
  }

  long outOfPocketLeft(NetworkTier tier, FamilyLimit limit) {
    var amounts = amounts(tier);
    return limit.left(amounts.outOfPocket, amounts.familyOutOfPocket);
  }

  void bear(NetworkTier tier, TierBenefits benefits, long deductible, long costShare) {
    add(amounts(tier), deductible, costShare);
    for (NetworkTier other : benefits.countsToward()) {
      if (!other.equals(tier)) add(amounts(other), deductible, costShare);
    }
  }

  private static void add(Amounts amounts, long deductible, long costShare) {
    amounts.deductible += deductible;
    amounts.familyDeductible += deductible;
    amounts.outOfPocket += costShare;
    amounts.familyOutOfPocket += costShare;
  }

  int visits(ServiceCategory category) {
    var use = used.get(category);
    return use == null ? 0 : use.visits;
  }

  long paid(ServiceCategory category) {
    var use = used.get(category);
    return use == null ? 0 : use.paid;
  }

  void use(ServiceCategory category, long paid) {
    var use = use(category);
    use.visits++;
    use.paid += paid;
  }

  Accumulators now() {
    var amounts = new HashMap<NetworkTier, Borne>();
    borne.forEach((tier, a) ->
        amounts.put(
            tier,
            new Borne(
                Money.ofCents(a.deductible),
                Money.ofCents(a.familyDeductible),
                Money.ofCents(a.outOfPocket),
                Money.ofCents(a.familyOutOfPocket))));
    var uses = new HashMap<ServiceCategory, Used>();
    used.forEach((category, u) -> uses.put(category, new Used(u.visits, Money.ofCents(u.paid))));
    return new Accumulators(amounts, uses);
  }
}
