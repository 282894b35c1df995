package org.cleanclaim.pricing.benefit;

import java.time.LocalDate;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.jspecify.annotations.Nullable;

/// Says why a line cannot be decided.
final class BenefitFindings {
  /// The largest amount that an 837 or 835 can carry: ten digits with the cents (TR3, data type R).
  static final Money LARGEST = Money.of("99999999.99");

  private static final RuleId RULE = new RuleId("PRICE-BENEFIT");
  private static final Citation SOURCE =
      new Citation(
          "ASC X12 005010X221A1, section 1.10.2.1, and the plan's own terms",
          EffectivePeriod.from(LocalDate.of(2012, 1, 1)));

  private BenefitFindings() {}

  /// What is wrong with the line's amounts and dates; null when nothing is.
  static @Nullable Finding of(BenefitPlan plan, BenefitLine line) {
    if (line.billed().isNegative() || line.allowed().isNegative()) {
      return finding(
          line,
          line.billed().isNegative() ? "Charge" : "Allowed amount",
          "The amount is negative.",
          "State the amount as billed; a reversal goes as a claim of its own.");
    }
    if (line.billed().compareTo(LARGEST) > 0 || line.allowed().compareTo(LARGEST) > 0) {
      return finding(
          line,
          "Charge",
          "The amount is above %s, more than a claim can carry.".formatted(LARGEST),
          "Look for a decimal point that is missing.");
    }
    if (!plan.period().contains(line.servedOn())) {
      return finding(
          line,
          "Day of service",
          "The plan %s has no benefits for %s.".formatted(plan.name(), line.servedOn()),
          "Name the plan of that day.");
    }
    if (plan.at(line.tier()).isEmpty()) {
      return finding(
          line,
          "Network",
          "The plan %s has no tier %s.".formatted(plan.name(), line.tier().slug()),
          "Name one of the plan's tiers, or add the tier to the plan.");
    }
    return null;
  }

  static Finding finding(BenefitLine line, String field, String message, String remedy) {
    return new Finding(
        RULE,
        Layer.PAYER_RULE,
        Severity.ERROR,
        Place.line(line.number(), field),
        message,
        remedy,
        null,
        SOURCE);
  }
}
