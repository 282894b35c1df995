/// What suggested codes cost.
@NullMarked
package org.cleanclaim.bench.coding;

import org.jspecify.annotations.NullMarked;
