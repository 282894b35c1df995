/// What comes back before any money does: TA1 for the interchange, 999 for the group, 277CA for
/// each claim.
@NullMarked
package org.cleanclaim.kernel.acknowledgment;

import org.jspecify.annotations.NullMarked;
