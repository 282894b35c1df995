package org.cleanclaim.pricing;

import org.cleanclaim.kernel.Money;

/// One step on the way to a price. The amounts of all steps add up to the price.
///
/// @param text what was done, in words a biller can check
/// @param amount what the step adds; negative where it takes away
/// @param source the publication and section that says so
public record PriceStep(String text, Money amount, String source) {}
