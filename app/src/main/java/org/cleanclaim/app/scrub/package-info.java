/// Claims of files through the checks, without a database: read as a stream, scrubbed side by side,
/// told in order. The command line and the API use it alike.
@NullMarked
package org.cleanclaim.app.scrub;

import org.jspecify.annotations.NullMarked;
