/// Claims for pre-printed stock: where each field of the CMS-1500 and the UB-04 is printed, what a
/// claim says there, what does not fit, and how far each printer is off.
@NullMarked
package org.cleanclaim.app.paper;

import org.jspecify.annotations.NullMarked;
