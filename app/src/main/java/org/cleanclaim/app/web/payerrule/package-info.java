/// Pages about the rules that the organization writes itself.
@NullMarked
package org.cleanclaim.app.web.payerrule;

import org.jspecify.annotations.NullMarked;
