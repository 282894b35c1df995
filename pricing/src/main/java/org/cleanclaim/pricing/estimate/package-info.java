/// What a service will cost, told beforehand: the insured patient's share, and the good-faith
/// estimate for patients who pay themselves.
@NullMarked
package org.cleanclaim.pricing.estimate;

import org.jspecify.annotations.NullMarked;
