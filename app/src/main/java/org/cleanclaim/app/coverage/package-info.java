/// Who insures a patient, when, and what the payer says about it.
@NullMarked
package org.cleanclaim.app.coverage;

import org.jspecify.annotations.NullMarked;
