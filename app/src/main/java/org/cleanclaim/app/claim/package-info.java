/// Claims: built as frozen snapshots, scrubbed, held or ready, and followed until they are
/// adjudicated.
@NullMarked
package org.cleanclaim.app.claim;

import org.jspecify.annotations.NullMarked;
