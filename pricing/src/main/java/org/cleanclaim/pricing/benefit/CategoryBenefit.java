package org.cleanclaim.pricing.benefit;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.cleanclaim.kernel.Money;

/// What a member bears of services of one category.
///
/// @param order the shares in the order in which they are taken, each of what those before it left;
///   none for a service without any share
/// @param copay for each line, at most what is left
/// @param coinsurance share of what is left, `0.20` is 20 percent
public record CategoryBenefit(List<CostShare> order, Money copay, BigDecimal coinsurance) {
  /// No share at all, such as preventive care of plans under the Affordable Care Act (45 CFR
  /// 147.130).
  public static final CategoryBenefit FREE =
      new CategoryBenefit(List.of(), Money.ZERO, BigDecimal.ZERO);

  public CategoryBenefit {
    order = List.copyOf(order);
    if (new HashSet<>(order).size() < order.size()) {
      throw new IllegalArgumentException("a share is taken once");
    }
    if (copay.isNegative()) throw new IllegalArgumentException("a copay is not negative");
    if (coinsurance.signum() < 0 || coinsurance.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("coinsurance lies between 0 and 1");
    }
  }

  /// The deductible, then coinsurance on the rest.
  public static CategoryBenefit coinsured(BigDecimal coinsurance) {
    return new CategoryBenefit(
        List.of(CostShare.DEDUCTIBLE, CostShare.COINSURANCE), Money.ZERO, coinsurance);
  }

  /// A copay and nothing else.
  public static CategoryBenefit copaid(Money copay) {
    return new CategoryBenefit(List.of(CostShare.COPAY), copay, BigDecimal.ZERO);
  }

  /// The deductible, then a copay.
  public static CategoryBenefit copaidAfterDeductible(Money copay) {
    return new CategoryBenefit(
        List.of(CostShare.DEDUCTIBLE, CostShare.COPAY), copay, BigDecimal.ZERO);
  }

  /// Whether the plan pays something before the deductible is met.
  public boolean paysFirstDollar() {
    return !order.contains(CostShare.DEDUCTIBLE) || order.getFirst() != CostShare.DEDUCTIBLE;
  }
}
