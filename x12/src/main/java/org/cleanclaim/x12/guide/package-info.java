/// What a transaction has to look like: guides read from text files, the walk of a transaction's
/// segments through the loops of its guide, and the checks of each element. The files and their
/// form are described in `docs/reference/x12-guides.md`.
@NullMarked
package org.cleanclaim.x12.guide;

import org.jspecify.annotations.NullMarked;
