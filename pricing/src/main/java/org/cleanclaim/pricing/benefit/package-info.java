/// What a plan leaves to its members: plan designs, dated accumulators, and the arithmetic of
/// adjudication.
@NullMarked
package org.cleanclaim.pricing.benefit;

import org.jspecify.annotations.NullMarked;
