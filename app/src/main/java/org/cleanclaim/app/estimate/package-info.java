/// Estimates on paper, for patients, and prices and estimates as programs get them.
@NullMarked
package org.cleanclaim.app.estimate;

import org.jspecify.annotations.NullMarked;
