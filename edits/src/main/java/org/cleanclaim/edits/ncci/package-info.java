/// The National Correct Coding Initiative of Medicare: pairs of procedures, unit limits and add-on
/// codes. Sources: NCCI Policy Manual, chapter I; Medicare Claims Processing Manual, chapter 23,
/// section 20.9.
@NullMarked
package org.cleanclaim.edits.ncci;

import org.jspecify.annotations.NullMarked;
