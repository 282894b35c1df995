/// Measures how many visits become claims in a file, by the application's own use cases.
@NullMarked
package org.cleanclaim.cli.batch;

import org.jspecify.annotations.NullMarked;
