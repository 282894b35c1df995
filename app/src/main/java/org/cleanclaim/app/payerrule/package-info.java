/// Rules about claims that the organization writes itself: drafts, their replay over past claims,
/// publication, and what the published ones do with a claim.
@NullMarked
package org.cleanclaim.app.payerrule;

import org.jspecify.annotations.NullMarked;
