/// The canonical remittance: what a payer paid, took off and left to the patient (835).
@NullMarked
package org.cleanclaim.kernel.remittance;

import org.jspecify.annotations.NullMarked;
