/// Risk scores of the members of files: 837, FHIR R4, tables with commas and JSON. The command line
/// and the API use it alike.
@NullMarked
package org.cleanclaim.app.risk;

import org.jspecify.annotations.NullMarked;
