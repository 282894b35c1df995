/// The canonical request for a payer's leave (prior authorization, referral, admission) and its
/// answer (278).
@NullMarked
package org.cleanclaim.kernel.authorization;

import org.jspecify.annotations.NullMarked;
