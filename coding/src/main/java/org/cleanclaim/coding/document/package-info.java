/// The text of a note as sections, sentences and words with offsets.
@NullMarked
package org.cleanclaim.coding.document;

import org.jspecify.annotations.NullMarked;
