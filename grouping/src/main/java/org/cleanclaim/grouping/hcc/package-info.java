/// Medicare risk adjustment (42 CFR 422.308): a member's diagnoses of one year in, the condition
/// categories and the risk score of the payment year out, with the reasons. Diagnosis mapping and
/// coefficients are those of the CMS risk adjustment software; what that software says in program
/// text alone, interactions of categories, stands in `models.txt`.
@NullMarked
package org.cleanclaim.grouping.hcc;

import org.jspecify.annotations.NullMarked;
