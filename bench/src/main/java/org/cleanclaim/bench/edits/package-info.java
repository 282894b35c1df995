/// What claim rules cost.
@NullMarked
package org.cleanclaim.bench.edits;

import org.jspecify.annotations.NullMarked;
