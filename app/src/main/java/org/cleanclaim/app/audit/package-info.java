/// The audit trail: who did or saw what, of which patient, and why.
@NullMarked
package org.cleanclaim.app.audit;

import org.jspecify.annotations.NullMarked;
