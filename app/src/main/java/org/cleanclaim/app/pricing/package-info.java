/// Reads what commands are given of claims: 837, FHIR R4 JSON, and tables with commas.
@NullMarked
package org.cleanclaim.app.pricing;

import org.jspecify.annotations.NullMarked;
