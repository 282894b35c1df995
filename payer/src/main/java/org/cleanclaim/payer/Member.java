package org.cleanclaim.payer;

import java.time.LocalDate;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.BenefitPlan;

/// A member number the payer knows, with what is insured under it.
///
/// @param family members with the same name of a family share its accumulators
/// @param starting what had been borne before the first claim
/// @param startingOn a day of the benefit year in which it was borne
public record Member(
    MemberId id,
    String family,
    EffectivePeriod coverage,
    BenefitPlan plan,
    Accumulators starting,
    LocalDate startingOn) {

  /// A member who shares accumulators with nobody.
  public Member(
      MemberId id,
      EffectivePeriod coverage,
      BenefitPlan plan,
      Accumulators starting,
      LocalDate startingOn) {
    this(id, id.value(), coverage, plan, starting, startingOn);
  }
}
