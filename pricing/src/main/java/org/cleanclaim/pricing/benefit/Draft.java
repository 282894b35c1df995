package org.cleanclaim.pricing.benefit;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.pricing.PriceStep;

/// A line on its way from the charge to what is paid. Whatever is taken becomes an adjustment and a
/// step, so that both always add up to what is paid.
final class Draft {
  private final BenefitLine line;
  private final List<Adjustment> adjustments = new ArrayList<>(4);
  private final List<PriceStep> steps = new ArrayList<>(5);
  private Shares shares = new Shares();
  private Money left;

  Draft(BenefitLine line) {
    this.line = line;
    left = line.billed();
    steps.add(new PriceStep("charge", left, "claim"));
  }

  /// What nothing was taken from yet.
  Money left() {
    return left;
  }

  /// Adds words that take nothing.
  void note(PriceStep step) {
    steps.add(step);
  }

  void take(AdjustmentGroup group, String reason, Money amount, String text, String source) {
    if (!amount.isPositive()) return;
    adjustments.add(Adjustment.of(group, reason, amount));
    steps.add(new PriceStep(text, amount.negated(), source));
    left = left.minus(amount);
  }

  void share(Shares taken, String source) {
    shares = taken;
    for (CostShare share : CostShare.values()) {
      take(AdjustmentGroup.PR, share.reason(), taken.money(share), text(share), source);
    }
  }

  private static String text(CostShare share) {
    return switch (share) {
      case DEDUCTIBLE -> "deductible";
      case COPAY -> "copay";
      case COINSURANCE -> "coinsurance";
    };
  }

  LineBenefit decided(Money allowed) {
    return new LineBenefit.Decided(
        line,
        allowed,
        shares.money(CostShare.DEDUCTIBLE),
        shares.money(CostShare.COPAY),
        shares.money(CostShare.COINSURANCE),
        left,
        adjustments,
        steps);
  }
}
