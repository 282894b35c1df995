/// Checks of a whole chart: the codes among each other, against the patient, the admission and the
/// note. Every rule is a constant of `ChartRule`; what the books say is asked in the edition of the
/// day.
@NullMarked
package org.cleanclaim.coding.check;

import org.jspecify.annotations.NullMarked;
