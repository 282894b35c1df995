/// Payments from payers: read, proven, matched and posted, each remittance once and as a whole.
@NullMarked
package org.cleanclaim.app.remittance;

import org.jspecify.annotations.NullMarked;
