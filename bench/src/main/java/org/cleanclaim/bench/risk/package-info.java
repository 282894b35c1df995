/// What risk scores cost.
@NullMarked
package org.cleanclaim.bench.risk;

import org.jspecify.annotations.NullMarked;
