/// Phrases of the code sets found in a sentence.
@NullMarked
package org.cleanclaim.coding.mention;

import org.jspecify.annotations.NullMarked;
