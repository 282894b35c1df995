/// Estimates on paper, for patients.
@NullMarked
package org.cleanclaim.app.estimate;

import org.jspecify.annotations.NullMarked;
