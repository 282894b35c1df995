/// Claims of files through the checks: read as a stream, scrubbed side by side, told in order.
@NullMarked
package org.cleanclaim.cli.scrub;

import org.jspecify.annotations.NullMarked;
