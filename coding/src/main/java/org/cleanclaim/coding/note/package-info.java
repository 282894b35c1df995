/// One document through all that reads it: diagnoses, services, procedures, the level of the visit.
@NullMarked
package org.cleanclaim.coding.note;

import org.jspecify.annotations.NullMarked;
