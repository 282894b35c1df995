/// Candidates of ICD-10-PCS from operative text, built by the Index and the Tables, with what is
/// documented for each character and what is not.
@NullMarked
package org.cleanclaim.coding.procedure;

import org.jspecify.annotations.NullMarked;
