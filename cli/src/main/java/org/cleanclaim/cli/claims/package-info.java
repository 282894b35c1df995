/// Reads what commands are given of claims: 837, FHIR R4 JSON, and tables with commas.
@NullMarked
package org.cleanclaim.cli.claims;

import org.jspecify.annotations.NullMarked;
