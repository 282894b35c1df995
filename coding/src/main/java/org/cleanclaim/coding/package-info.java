/// Encounter documentation to suggested codes, each with the exact words that support it.
@NullMarked
package org.cleanclaim.coding;

import org.jspecify.annotations.NullMarked;
