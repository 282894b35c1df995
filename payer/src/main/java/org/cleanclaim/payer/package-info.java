/// A payer and clearinghouse in a box: takes 270 and 837 files and answers with TA1, 999, 277CA,
/// 271 and 835 from its own book of members, plans and fees. The test bed of everything, and the
/// opponent in demos.
@NullMarked
package org.cleanclaim.payer;

import org.jspecify.annotations.NullMarked;
