package org.cleanclaim.payer;

import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.pricing.Accumulators;
import org.cleanclaim.pricing.BenefitPlan;

/// A member number the payer knows, with what is insured under it.
///
/// @param starting what had been met when the story begins
public record Member(
    MemberId id, EffectivePeriod coverage, BenefitPlan plan, Accumulators starting) {}
