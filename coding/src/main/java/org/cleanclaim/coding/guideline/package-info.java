/// The ICD-10-CM Official Guidelines for Coding and Reporting FY2026, as far as they decide between
/// suggestions.
@NullMarked
package org.cleanclaim.coding.guideline;

import org.jspecify.annotations.NullMarked;
