/// Measures the posting of a large remittance as a whole process, also one that is killed again and
/// again.
@NullMarked
package org.cleanclaim.cli.posting;

import org.jspecify.annotations.NullMarked;
