/// What the codes of a chart come to: the MS-DRG of a stay, the level of a visit.
@NullMarked
package org.cleanclaim.app.computed;

import org.jspecify.annotations.NullMarked;
