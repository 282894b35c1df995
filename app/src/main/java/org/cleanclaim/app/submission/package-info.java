/// Claims on their way: files to payers, and the acknowledgments that come back before any money
/// does.
@NullMarked
package org.cleanclaim.app.submission;

import org.jspecify.annotations.NullMarked;
