/// Checks between segments that no guide line can say: the tree of levels, sums of charges, the
/// balance of a remittance, what one payer's decision has to add up to.
@NullMarked
package org.cleanclaim.x12.crosscheck;

import org.jspecify.annotations.NullMarked;
