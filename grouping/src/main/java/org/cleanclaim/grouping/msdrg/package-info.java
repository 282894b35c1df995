/// The MS-DRG grouper: an inpatient stay and the tables of a version in, the diagnosis related
/// group out, with the reasons. The tables are those of the CMS grouper; the CMS ICD-10 MS-DRG
/// Definitions Manual prints the same logic.
@NullMarked
package org.cleanclaim.grouping.msdrg;

import org.jspecify.annotations.NullMarked;
