/// The canonical question where a claim stands, and the payer's answer (276, 277).
@NullMarked
package org.cleanclaim.kernel.status;

import org.jspecify.annotations.NullMarked;
