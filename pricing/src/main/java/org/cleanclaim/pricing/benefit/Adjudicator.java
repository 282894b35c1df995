package org.cleanclaim.pricing.benefit;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.pricing.cob.SecondaryBenefit;

/// Applies a plan to priced lines of one person and benefit year. Each line balances by
/// construction: what is paid is what the adjustments leave of the charge.
///
/// The shares are taken in the order of the category's benefit. What would pass the out-of-pocket
/// maximum is given back in the order of the plan's relief. Coinsurance is rounded half up to the
/// cent.
public final class Adjudicator {
  private static final Comparator<BenefitLine> BY_DAY =
      Comparator.comparing(BenefitLine::servedOn).thenComparingInt(BenefitLine::number);

  /// @param lines in the order given
  public record Result(List<LineBenefit> lines, Accumulators accumulators) {
    public Result {
      lines = List.copyOf(lines);
    }
  }

  private final BenefitPlan plan;
  private final RunningBalance balance;

  private Adjudicator(BenefitPlan plan, RunningBalance balance) {
    this.plan = plan;
    this.balance = balance;
  }

  /// Decides the lines by day of service, then by number, whatever their order in the list.
  public static Result adjudicate(BenefitPlan plan, Accumulators before, List<BenefitLine> lines) {
    var adjudicator = new Adjudicator(plan, new RunningBalance(before));
    var results = new LineBenefit[lines.size()];
    for (int place : inOrder(lines)) results[place] = adjudicator.line(lines.get(place));
    return new Result(List.of(results), adjudicator.balance.now());
  }

  private static int[] inOrder(List<BenefitLine> lines) {
    var places = new ArrayList<Integer>(lines.size());
    for (int i = 0; i < lines.size(); i++) places.add(i);
    places.sort(Comparator.comparing(lines::get, BY_DAY));
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  private LineBenefit line(BenefitLine line) {
    var finding = BenefitFindings.of(plan, line);
    if (finding != null) return new LineBenefit.Undecided(line, finding);
    var draft = new Draft(line);
    if (plan.excluded().contains(line.category())) {
      draft.take(AdjustmentGroup.PR, "96", line.billed(), "not covered by the plan", plan.name());
      return draft.decided(Money.ZERO);
    }
    var tier = Objects.requireNonNull(plan.tiers().get(line.tier()));
    Money allowed = line.allowed().min(line.billed());
    if (line.primary() != null) return afterAnother(line, tier, allowed, line.primary(), draft);
    Money excess = line.billed().minus(allowed);
    draft.take(tier.excess(), "45", excess, "above the allowed amount", "contract");
    var limit = plan.limits().get(line.category());
    if (limit != null && areVisitsUsedUp(limit, line.category())) {
      draft.take(AdjustmentGroup.PR, "119", allowed, "visits of the year used up", plan.name());
      return draft.decided(Money.ZERO);
    }
    var shares = shares(line, tier, allowed);
    draft.share(shares, plan.name());
    bear(line, tier, shares);
    if (limit != null) {
      Money over = over(limit, line.category(), draft.left());
      draft.take(AdjustmentGroup.PR, "119", over, "amount of the year used up", plan.name());
      balance.use(line.category(), draft.left().cents());
    }
    return draft.decided(allowed);
  }

  /// What the primary left to the patient is the most that is paid. What remains with the patient
  /// is told as this plan's own shares; what goes beyond them is the primary's, and counts toward
  /// no maximum of this plan. The deductible is credited as if there were no other plan. Source:
  /// NAIC MDL 120, section 7.
  private LineBenefit afterAnother(
      BenefitLine line,
      TierBenefits tier,
      Money allowed,
      SecondaryBenefit.Primary primary,
      Draft draft) {
    Money owed = primary.patientOwes().min(line.billed());
    Money before = line.billed().minus(owed);
    draft.take(AdjustmentGroup.OA, "23", before, "paid and taken by the primary", "NAIC MDL 120");
    var limit = plan.limits().get(line.category());
    if (limit != null && areVisitsUsedUp(limit, line.category())) {
      draft.take(AdjustmentGroup.PR, "119", owed, "visits of the year used up", plan.name());
      return draft.decided(Money.ZERO);
    }
    var secondary =
        SecondaryBenefit.of(
            plan.coordination(),
            primary,
            allowed,
            own -> own.minus(Money.ofCents(shares(line, tier, own).sum())));
    Money benefit = secondary.paid().min(owed);
    Money over = limit == null ? Money.ZERO : over(limit, line.category(), benefit);
    Money paid = benefit.minus(over);
    Money base =
        plan.coordination() == SecondaryBenefit.Method.MAINTENANCE_OF_BENEFITS
            ? allowed.minus(primary.paid()).max(Money.ZERO)
            : allowed;
    var shares = shares(line, tier, base);
    long credited = shares.cents(CostShare.DEDUCTIBLE);
    long rest = owed.minus(benefit).cents();
    shares.cutTo(rest, plan.relief());
    balance.bear(line.tier(), tier, credited, shares.sum());
    long beyond = rest - shares.sum();
    shares.set(CostShare.COINSURANCE, shares.cents(CostShare.COINSURANCE) + beyond);
    draft.share(shares, plan.name());
    draft.take(AdjustmentGroup.PR, "119", over, "amount of the year used up", plan.name());
    if (limit != null) balance.use(line.category(), paid.cents());
    return draft.decided(allowed);
  }

  private boolean areVisitsUsedUp(BenefitLimit limit, ServiceCategory category) {
    return limit.visits() != null && balance.visits(category) >= limit.visits();
  }

  /// What of a benefit goes beyond the amount of the year.
  private Money over(BenefitLimit limit, ServiceCategory category, Money benefit) {
    if (limit.amount() == null) return Money.ZERO;
    Money left = limit.amount().minus(Money.ofCents(balance.paid(category))).max(Money.ZERO);
    return benefit.minus(left).max(Money.ZERO);
  }

  private void bear(BenefitLine line, TierBenefits tier, Shares shares) {
    balance.bear(line.tier(), tier, shares.cents(CostShare.DEDUCTIBLE), shares.sum());
  }

  /// The member's shares of an allowed amount as the accumulators stand.
  private Shares shares(BenefitLine line, TierBenefits tier, Money allowed) {
    var benefit = tier.benefit(line.category());
    var shares = new Shares();
    long rest = allowed.cents();
    for (CostShare share : benefit.order()) {
      long taken =
          switch (share) {
            case DEDUCTIBLE ->
                Math.min(rest, balance.deductibleLeft(line.tier(), tier.deductible()));
            case COPAY -> Math.min(rest, benefit.copay().cents());
            case COINSURANCE ->
                Money.ofCents(rest).times(benefit.coinsurance(), RoundingMode.HALF_UP).cents();
          };
      shares.set(share, taken);
      rest -= taken;
    }
    shares.cutTo(balance.outOfPocketLeft(line.tier(), tier.outOfPocket()), plan.relief());
    return shares;
  }
}
