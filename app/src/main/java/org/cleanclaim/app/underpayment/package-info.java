/// Lines that payers allowed less for than their contracts say, from the posted remittance to what
/// was recovered.
@NullMarked
package org.cleanclaim.app.underpayment;

import org.jspecify.annotations.NullMarked;
