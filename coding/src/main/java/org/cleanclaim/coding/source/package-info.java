/// Files as they come from a record system, plain text, HTML, C-CDA or FHIR, to one text with
/// sections of which every character can be found again in the file.
@NullMarked
package org.cleanclaim.coding.source;

import org.jspecify.annotations.NullMarked;
