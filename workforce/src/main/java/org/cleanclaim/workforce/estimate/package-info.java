/// What a person with a given profile earns: a range, with the published figures it rests on.
@NullMarked
package org.cleanclaim.workforce.estimate;

import org.jspecify.annotations.NullMarked;
