/// How many people a volume of work takes, when a backlog is gone, and what the work costs.
@NullMarked
package org.cleanclaim.workforce.staffing;

import org.jspecify.annotations.NullMarked;
