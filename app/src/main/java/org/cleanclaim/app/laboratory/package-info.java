/// The practice's own laboratory: its certificates under CLIA, and the tests that need one.
@NullMarked
package org.cleanclaim.app.laboratory;

import org.jspecify.annotations.NullMarked;
