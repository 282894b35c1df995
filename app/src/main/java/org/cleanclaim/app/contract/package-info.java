/// Payers, the practice's own charges, and what each payer has agreed to allow: fees and contracts.
@NullMarked
package org.cleanclaim.app.contract;

import org.jspecify.annotations.NullMarked;
