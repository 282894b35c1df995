/// The canonical eligibility question and answer (270, 271).
@NullMarked
package org.cleanclaim.kernel.eligibility;

import org.jspecify.annotations.NullMarked;
