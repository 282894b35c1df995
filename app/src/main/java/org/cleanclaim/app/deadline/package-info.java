/// Clocks: by when something has to be done, by which rule, and what stopped it. Whoever knows a
/// fact that a clock runs from starts it here; nobody else counts days.
@NullMarked
package org.cleanclaim.app.deadline;

import org.jspecify.annotations.NullMarked;
