/// HHS-HCC risk scores of the individual and small group markets (45 CFR part 153), from the model
/// tables that CMS publishes for each benefit year.
@NullMarked
package org.cleanclaim.grouping.hhs;

import org.jspecify.annotations.NullMarked;
