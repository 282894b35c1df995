/// Charges: what was done, at the practice's own price of that day.
@NullMarked
package org.cleanclaim.app.charge;

import org.jspecify.annotations.NullMarked;
