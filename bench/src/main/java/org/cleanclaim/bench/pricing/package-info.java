/// What pricing and adjudication cost.
@NullMarked
package org.cleanclaim.bench.pricing;

import org.jspecify.annotations.NullMarked;
