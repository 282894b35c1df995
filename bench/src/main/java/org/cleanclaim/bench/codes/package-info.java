/// Measures the code sets: install, opening, memory, validity, search.
@NullMarked
package org.cleanclaim.bench.codes;

import org.jspecify.annotations.NullMarked;
