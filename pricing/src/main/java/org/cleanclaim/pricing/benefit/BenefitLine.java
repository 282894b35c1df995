package org.cleanclaim.pricing.benefit;

import java.time.LocalDate;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.cob.SecondaryBenefit;
import org.jspecify.annotations.Nullable;

/// A priced line, ready for its benefits.
///
/// @param number of the line on the claim, from 1
/// @param allowed what the contract allows; above the charge it counts as the charge
/// @param primary what another plan has decided before; null when this plan pays first
public record BenefitLine(
    int number,
    LocalDate servedOn,
    Money billed,
    Money allowed,
    ServiceCategory category,
    NetworkTier tier,
    SecondaryBenefit.@Nullable Primary primary) {

  /// A line that no other plan has paid.
  public BenefitLine(
      int number,
      LocalDate servedOn,
      Money billed,
      Money allowed,
      ServiceCategory category,
      NetworkTier tier) {
    this(number, servedOn, billed, allowed, category, tier, null);
  }
}
