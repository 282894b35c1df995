/// Medicare's coverage documents, as they are installed, made into policies that the claim rules
/// ask.
@NullMarked
package org.cleanclaim.edits.coverage;

import org.jspecify.annotations.NullMarked;
