/// The credentials of coders and billers and the work they open, in our own words with sources.
@NullMarked
package org.cleanclaim.workforce.career;

import org.jspecify.annotations.NullMarked;
