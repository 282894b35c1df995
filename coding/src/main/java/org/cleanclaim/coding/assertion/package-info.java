/// Whether a found phrase is affirmed, negated, uncertain, past or another person's.
@NullMarked
package org.cleanclaim.coding.assertion;

import org.jspecify.annotations.NullMarked;
