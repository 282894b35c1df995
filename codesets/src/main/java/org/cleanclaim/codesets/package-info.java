/// Versioned code sets: which codes exist on a date, what they mean, where they stand in their
/// hierarchy, which instructional notes bind them, and how people look them up.
@NullMarked
package org.cleanclaim.codesets;

import org.jspecify.annotations.NullMarked;
