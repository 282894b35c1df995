/// Medicare physician fee schedule: what a professional service is worth, at which place, for whom,
/// and what is taken off when services meet on one day.
@NullMarked
package org.cleanclaim.pricing.physician;

import org.jspecify.annotations.NullMarked;
