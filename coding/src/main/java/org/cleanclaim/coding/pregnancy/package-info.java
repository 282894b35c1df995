/// Pregnancy, delivery and the weeks after it (Official Guidelines I.C.15): what the note tells of
/// them, and the codes of chapter 15 that conditions of the patient take.
@NullMarked
package org.cleanclaim.coding.pregnancy;

import org.jspecify.annotations.NullMarked;
