/// Medicare's rates of hospital outpatient services: Addendum B as a fee schedule, with what each
/// status indicator says of payment.
@NullMarked
package org.cleanclaim.pricing.outpatient;

import org.jspecify.annotations.NullMarked;
