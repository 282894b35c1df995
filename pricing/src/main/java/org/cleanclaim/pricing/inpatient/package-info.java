/// Medicare's payment of acute inpatient stays: what a discharge is paid by its DRG, hospital and
/// area, and why. Source: 42 CFR part 412; the arithmetic, field by field and rounding by rounding,
/// is that of the CMS IPPS Pricer 2021.5.
@NullMarked
package org.cleanclaim.pricing.inpatient;

import org.jspecify.annotations.NullMarked;
