package org.cleanclaim.pricing.benefit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.pricing.PriceStep;
import org.cleanclaim.pricing.benefit.BenefitClaim.Form;
import org.cleanclaim.pricing.cob.MedicareSecondary;
import org.cleanclaim.pricing.cob.MedicareSecondary.FeeScheduleService;
import org.cleanclaim.pricing.cob.MedicareSecondary.InstitutionalServices;
import org.cleanclaim.pricing.cob.SecondaryBenefit.Primary;

/// Medicare's payment of lines that another payer has paid before, from what Medicare would have
/// paid alone. A professional's services are compared one by one (42 CFR 411.33(a)), those of an
/// institution's claim together (411.33(e)). The patient is left with what deductible and
/// coinsurance exceed the primary's payment by (411.35); both count in full, whoever paid them
/// (411.30).
final class MedicareAfterAnother {
  private static final String AMOUNT = "42 CFR 411.33";
  private static final String CHARGES = "42 CFR 411.35";

  /// A covered line.
  ///
  /// @param place in the claim
  private record Covered(int place, LineBenefit.Decided alone, Primary primary) {
    long billed() {
      return alone.line().billed().cents();
    }
  }

  private MedicareAfterAnother() {}

  /// The line as Medicare decides it alone.
  static BenefitLine alone(BenefitLine line) {
    return new BenefitLine(
        line.number(),
        line.servedOn(),
        line.billed(),
        line.allowed(),
        line.category(),
        line.tier());
  }

  /// What comes of a claim's lines.
  ///
  /// @param alone by place, as Medicare decided them without the primary
  static LineBenefit[] decide(BenefitClaim claim, LineBenefit[] alone) {
    var result = alone.clone();
    var covered = new ArrayList<Covered>();
    for (int place = 0; place < alone.length; place++) {
      var primary = claim.lines().get(place).primary();
      if (primary == null || !(alone[place] instanceof LineBenefit.Decided decided)) continue;
      if (decided.allowed().isPositive()) covered.add(new Covered(place, decided, primary));
      else result[place] = notCovered(decided, primary);
    }
    if (covered.isEmpty()) return result;
    if (claim.form() == Form.INSTITUTIONAL) {
      settle(institutional(covered), covered, result);
    } else {
      for (Covered line : covered) settle(professional(line), List.of(line), result);
    }
    return result;
  }

  private static LineBenefit notCovered(LineBenefit.Decided alone, Primary primary) {
    var draft = new Draft(alone.line());
    Money left = primary.patientOwes().min(alone.line().billed());
    Money before = alone.line().billed().minus(left);
    draft.take(AdjustmentGroup.OA, "23", before, "paid and taken by the primary", AMOUNT);
    draft.take(AdjustmentGroup.PR, "96", draft.left(), "not covered by Medicare", CHARGES);
    return draft.decided(Money.ZERO);
  }

  private static MedicareSecondary professional(Covered line) {
    Money fee = line.alone().allowed();
    var service =
        new FeeScheduleService(
            line.alone().line().billed(),
            line.primary().allowed(),
            fee.minus(line.alone().costShare()),
            Money.ZERO,
            BigDecimal.ONE,
            line.primary().allowed().max(fee),
            line.primary().paid());
    return MedicareSecondary.of(service);
  }

  private static MedicareSecondary institutional(List<Covered> lines) {
    return MedicareSecondary.of(
        new InstitutionalServices(
            total(lines, c -> c.primary().allowed().cents()),
            total(lines, c -> c.alone().allowed().cents()),
            total(lines, c -> c.alone().deductible().cents()),
            total(lines, c -> c.alone().copay().plus(c.alone().coinsurance()).cents()),
            total(lines, c -> c.primary().paid().cents())));
  }

  /// Shares payment and what is left to the patient out among the lines.
  private static void settle(
      MedicareSecondary secondary, List<Covered> lines, LineBenefit[] result) {
    Money billed = total(lines, Covered::billed);
    Money primaryPaid = total(lines, c -> c.primary().paid().cents());
    Money owed = total(lines, c -> c.primary().patientOwes().cents()).min(billed);
    Money normal = total(lines, c -> c.alone().paid().cents());
    Money paid = secondary.payment().min(owed).min(normal);
    Money share = total(lines, c -> c.alone().costShare().cents());
    Money patient = share.minus(primaryPaid).max(Money.ZERO).min(owed.minus(paid));

    var paidByLine = shared(paid, lines, c -> c.alone().paid().cents());
    var patientByLine = shared(patient, lines, c -> c.alone().costShare().cents());
    var rest = new ArrayList<Long>();
    for (int i = 0; i < lines.size(); i++) {
      rest.add(lines.get(i).billed() - paidByLine.get(i).cents() - patientByLine.get(i).cents());
    }
    var beforeByLine = shared(billed.minus(owed), rest);
    var why = reason(secondary);
    for (int i = 0; i < lines.size(); i++) {
      Covered line = lines.get(i);
      var draft = new Draft(line.alone().line());
      draft.note(why);
      draft.take(
          AdjustmentGroup.OA, "23", beforeByLine.get(i), "paid and taken by the primary", AMOUNT);
      Money free = Money.ofCents(rest.get(i)).minus(beforeByLine.get(i));
      draft.take(AdjustmentGroup.CO, "45", free, "not to be charged to the patient", CHARGES);
      draft.share(shares(line.alone(), patientByLine.get(i)), AMOUNT);
      result[line.place()] = draft.decided(line.alone().allowed());
    }
  }

  private static Shares shares(LineBenefit.Decided alone, Money left) {
    var shares = new Shares();
    shares.set(CostShare.DEDUCTIBLE, alone.deductible().cents());
    shares.set(CostShare.COPAY, alone.copay().cents());
    shares.set(CostShare.COINSURANCE, alone.coinsurance().cents());
    shares.cutTo(left.cents(), CostShare.USUAL_RELIEF);
    return shares;
  }

  private static PriceStep reason(MedicareSecondary secondary) {
    var decisive =
        secondary.amounts().stream()
            .filter(amount -> amount.value().equals(secondary.payment()))
            .findFirst()
            .orElseThrow();
    return new PriceStep(
        "the least of %d amounts is %s, %s"
            .formatted(
                secondary.amounts().size(),
                decisive.basis().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                decisive.value()),
        Money.ZERO,
        AMOUNT);
  }

  private static Money total(List<Covered> lines, ToLongFunction<Covered> amount) {
    return Money.ofCents(lines.stream().mapToLong(amount).sum());
  }

  private static List<Money> shared(
      Money amount, List<Covered> lines, ToLongFunction<Covered> weight) {
    return shared(amount, lines.stream().map(weight::applyAsLong).toList());
  }

  private static List<Money> shared(Money amount, List<Long> weights) {
    if (amount.isZero()) return weights.stream().map(_ -> Money.ZERO).toList();
    return amount.allocate(weights);
  }
}
