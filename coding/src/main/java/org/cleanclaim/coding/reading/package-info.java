/// A note read once, for all that look for codes in it.
@NullMarked
package org.cleanclaim.coding.reading;

import org.jspecify.annotations.NullMarked;
