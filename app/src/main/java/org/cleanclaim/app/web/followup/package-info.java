/// Pages of claims that payers are silent about.
@NullMarked
package org.cleanclaim.app.web.followup;

import org.jspecify.annotations.NullMarked;
