/// Published pay and employment figures of coders and billers, each with its publisher, survey
/// year, population and statistic. Figures of different years or populations are never averaged.
@NullMarked
package org.cleanclaim.workforce.benchmark;

import org.jspecify.annotations.NullMarked;
