/// Who pays first when a patient has several coverages, and what those after the first pay.
@NullMarked
package org.cleanclaim.pricing.cob;

import org.jspecify.annotations.NullMarked;
