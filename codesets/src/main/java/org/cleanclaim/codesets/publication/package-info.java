/// What the publishers of code sets print, as values: one record for each kind of table, the same
/// whichever layout it came in. Readers make them, the store keeps them, everything else asks.
@NullMarked
package org.cleanclaim.codesets.publication;

import org.jspecify.annotations.NullMarked;
