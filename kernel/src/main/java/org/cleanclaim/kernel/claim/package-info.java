/// The canonical claim: one frozen bill for one patient to one payer, professional, institutional
/// or dental.
@NullMarked
package org.cleanclaim.kernel.claim;

import org.jspecify.annotations.NullMarked;
