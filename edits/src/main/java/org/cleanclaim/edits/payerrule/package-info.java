/// Rules that users write: text files of conditions and actions over the fields of a claim, tested
/// by their own examples and replayed over past claims before they go into force.
@NullMarked
package org.cleanclaim.edits.payerrule;

import org.jspecify.annotations.NullMarked;
