package org.cleanclaim.pricing;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.jspecify.annotations.Nullable;

/// Applies a plan to priced lines in order. Each line balances by construction: billed less its
/// adjustments is paid.
///
/// Order of cost share: copay categories (after the deductible where the plan says so) bear the
/// copay and no coinsurance; all others the deductible, then coinsurance on the rest, half up to
/// the cent. The out-of-pocket maximum cuts coinsurance first, then the copay, then the deductible.
public final class Adjudicator {

  /// A line ready for its benefits.
  ///
  /// @param allowed what the contract allows, at most the billed amount
  public record PricedLine(Money billed, Money allowed, ServiceCategory category) {}

  /// @param steps what was done, in words
  public record LineResult(
      Money billed,
      Money allowed,
      Money deductible,
      Money copay,
      Money coinsurance,
      Money paid,
      List<Adjustment> adjustments,
      List<String> steps) {
    public LineResult {
      adjustments = List.copyOf(adjustments);
      steps = List.copyOf(steps);
    }

    public Money patientShare() {
      return deductible.plus(copay).plus(coinsurance);
    }
  }

  public record Result(List<LineResult> lines, Accumulators accumulators) {
    public Result {
      lines = List.copyOf(lines);
    }
  }

  private final BenefitPlan plan;
  private Accumulators accumulators;

  private Adjudicator(BenefitPlan plan, Accumulators accumulators) {
    this.plan = plan;
    this.accumulators = accumulators;
  }

  public static Result adjudicate(BenefitPlan plan, Accumulators before, List<PricedLine> lines) {
    var adjudicator = new Adjudicator(plan, before);
    var results = lines.stream().map(adjudicator::line).toList();
    return new Result(results, adjudicator.accumulators);
  }

  private LineResult line(PricedLine line) {
    Money allowed = line.allowed().min(line.billed());
    if (plan.excluded().contains(line.category())) {
      return refused(
          line,
          List.of(Adjustment.of(AdjustmentGroup.PR, "96", line.billed())),
          "Not covered by the plan");
    }
    var adjustments = new ArrayList<Adjustment>();
    Money contractual = line.billed().minus(allowed);
    if (contractual.isPositive())
      adjustments.add(Adjustment.of(AdjustmentGroup.CO, "45", contractual));
    Integer limit = plan.visitLimits().get(line.category());
    if (limit != null) {
      if (accumulators.visitsUsed().getOrDefault(line.category(), 0) >= limit) {
        if (allowed.isPositive())
          adjustments.add(Adjustment.of(AdjustmentGroup.PR, "119", allowed));
        return refused(line, adjustments, "Visit limit of " + limit + " used up");
      }
      accumulators = accumulators.withVisit(line.category());
    }
    return shared(line, allowed, adjustments);
  }

  private static LineResult refused(PricedLine line, List<Adjustment> adjustments, String step) {
    return new LineResult(
        line.billed(),
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        adjustments,
        List.of(step));
  }

  private LineResult shared(PricedLine line, Money allowed, List<Adjustment> adjustments) {
    Money deductible = Money.ZERO;
    Money copay = Money.ZERO;
    Money coinsurance = Money.ZERO;
    Money copayOfCategory = plan.copays().get(line.category());
    if (plan.free().contains(line.category())) {
      // no share at all
    } else if (copayOfCategory != null) {
      if (plan.copaysAfterDeductible().contains(line.category()))
        deductible = deductibleOf(allowed);
      copay = copayOfCategory.min(allowed.minus(deductible));
    } else {
      deductible = deductibleOf(allowed);
      coinsurance = allowed.minus(deductible).times(plan.coinsurance(), RoundingMode.HALF_UP);
    }
    Money excess = deductible.plus(copay).plus(coinsurance).minus(outOfPocketLeft());
    if (excess.isPositive()) {
      Money cut = excess.min(coinsurance);
      coinsurance = coinsurance.minus(cut);
      excess = excess.minus(cut);
      cut = excess.min(copay);
      copay = copay.minus(cut);
      excess = excess.minus(cut);
      deductible = deductible.minus(excess);
    }
    accumulators = accumulators.plus(deductible, deductible.plus(copay).plus(coinsurance));
    add(adjustments, "1", deductible);
    add(adjustments, "2", coinsurance);
    add(adjustments, "3", copay);
    Money paid = allowed.minus(deductible).minus(copay).minus(coinsurance);
    return new LineResult(
        line.billed(),
        allowed,
        deductible,
        copay,
        coinsurance,
        paid,
        adjustments,
        List.of(
            "Allowed %s, deductible %s, copay %s, coinsurance %s, paid %s"
                .formatted(allowed, deductible, copay, coinsurance, paid)));
  }

  private static void add(List<Adjustment> adjustments, String reason, Money amount) {
    if (amount.isPositive()) adjustments.add(Adjustment.of(AdjustmentGroup.PR, reason, amount));
  }

  private Money deductibleOf(Money allowed) {
    Money left = left(plan.deductible(), accumulators.deductibleMet());
    if (plan.familyDeductible() != null) {
      left = left.min(left(plan.familyDeductible(), accumulators.familyDeductibleMet()));
    }
    return allowed.min(left);
  }

  private Money outOfPocketLeft() {
    Money left = limit(plan.outOfPocketMaximum(), accumulators.outOfPocketMet());
    return left.min(limit(plan.familyOutOfPocketMaximum(), accumulators.familyOutOfPocketMet()));
  }

  private static Money limit(@Nullable Money maximum, Money met) {
    return maximum == null ? Money.ofCents(Long.MAX_VALUE) : left(maximum, met);
  }

  private static Money left(Money maximum, Money met) {
    return maximum.minus(met).max(Money.ZERO);
  }
}
