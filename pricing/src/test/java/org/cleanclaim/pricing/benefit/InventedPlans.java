package org.cleanclaim.pricing.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.pricing.benefit.BenefitPlan.CarryOver;
import org.cleanclaim.pricing.benefit.FamilyLimit.FamilySharing;
import org.cleanclaim.pricing.cob.SecondaryBenefit;

/// Plans and claims drawn at random.
final class InventedPlans {
  static final List<ServiceCategory> CATEGORIES =
      List.of(
          new ServiceCategory("office"),
          new ServiceCategory("lab"),
          new ServiceCategory("surgery"),
          new ServiceCategory("pt"),
          new ServiceCategory("cosmetic"),
          new ServiceCategory("preventive"));
  static final List<String> FAMILY = List.of("ann", "bob", "cem");

  private final Random random;

  InventedPlans(long seed) {
    random = new Random(seed);
  }

  Money upTo(int dollars) {
    return Money.ofCents(random.nextInt(dollars * 100 + 1));
  }

  BenefitPlan plan() {
    return new BenefitPlan(
        "invented",
        EffectivePeriod.from(LocalDate.of(2020, 1, 1)),
        MonthDay.of(1 + random.nextInt(12), 1),
        Map.of(
            NetworkTier.IN_NETWORK,
            tier(Set.of(), AdjustmentGroup.CO),
            NetworkTier.OUT_OF_NETWORK,
            tier(
                random.nextBoolean() ? Set.of() : Set.of(NetworkTier.IN_NETWORK),
                AdjustmentGroup.PR)),
        Set.of(new ServiceCategory("cosmetic")),
        Map.of(
            new ServiceCategory("pt"),
            new BenefitLimit(1 + random.nextInt(3), random.nextBoolean() ? upTo(300) : null)),
        shuffled(List.of(CostShare.values())),
        random.nextBoolean() ? CarryOver.NONE : CarryOver.FOURTH_QUARTER,
        shuffled(List.of(SecondaryBenefit.Method.values())).getFirst());
  }

  private <T> List<T> shuffled(List<T> items) {
    var copy = new ArrayList<>(items);
    Collections.shuffle(copy, random);
    return copy;
  }

  private TierBenefits tier(Set<NetworkTier> toward, AdjustmentGroup excess) {
    var benefits = new HashMap<ServiceCategory, CategoryBenefit>();
    for (ServiceCategory category : CATEGORIES) {
      if (random.nextBoolean()) benefits.put(category, benefit());
    }
    return new TierBenefits(limit(1500), limit(4000), benefit(), benefits, toward, excess);
  }

  private CategoryBenefit benefit() {
    var order = shuffled(List.of(CostShare.values())).subList(0, random.nextInt(4));
    return new CategoryBenefit(
        order, upTo(80), BigDecimal.valueOf(random.nextInt(101)).movePointLeft(2));
  }

  private FamilyLimit limit(int dollars) {
    return new FamilyLimit(
        upTo(dollars),
        upTo(dollars * 2),
        random.nextBoolean() ? FamilySharing.EMBEDDED : FamilySharing.AGGREGATE);
  }

  List<BenefitLine> lines(LocalDate first, int days) {
    var lines = new ArrayList<BenefitLine>();
    int count = 1 + random.nextInt(4);
    for (int i = 1; i <= count; i++) {
      Money billed = upTo(3000);
      lines.add(
          new BenefitLine(
              i,
              first.plusDays(random.nextInt(days)),
              billed,
              upTo(3000),
              CATEGORIES.get(random.nextInt(CATEGORIES.size())),
              random.nextInt(4) == 0 ? NetworkTier.OUT_OF_NETWORK : NetworkTier.IN_NETWORK,
              random.nextInt(4) == 0 ? new SecondaryBenefit.Primary(billed, upTo(2000)) : null));
    }
    return lines;
  }

  BenefitClaim claim(int number, LocalDate first, int days) {
    return new BenefitClaim(
        "C%04d".formatted(number),
        FAMILY.get(random.nextInt(FAMILY.size())),
        first.plusDays(random.nextInt(days)),
        lines(first, days));
  }
}
