/// The words every engine speaks: money, periods, codes, identifiers, findings, and the canonical
/// claim, remittance, eligibility and acknowledgment records. Plain JDK values without behaviour
/// that needs a clock, a file or a database.
@NullMarked
package org.cleanclaim.kernel;

import org.jspecify.annotations.NullMarked;
