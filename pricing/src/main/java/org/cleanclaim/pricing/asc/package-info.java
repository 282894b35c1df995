/// Medicare's prices of ambulatory surgical centers: what a claim's lines are paid, and why.
@NullMarked
package org.cleanclaim.pricing.asc;

import org.jspecify.annotations.NullMarked;
