/// Claims that a payer is silent about, and the questions where they stand (276, 277).
@NullMarked
package org.cleanclaim.app.followup;

import org.jspecify.annotations.NullMarked;
