/// Services and supplies of HCPCS Level II from what a note says was given or done.
@NullMarked
package org.cleanclaim.coding.hcpcs;

import org.jspecify.annotations.NullMarked;
