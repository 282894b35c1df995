/// Medicare anesthesia payment: base units, time, and the share of who was there.
@NullMarked
package org.cleanclaim.pricing.anesthesia;

import org.jspecify.annotations.NullMarked;
