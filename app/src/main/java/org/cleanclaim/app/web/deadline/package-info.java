/// Deadlines on pages: the ledger of clocks, one clock, payers' terms, and the calendar.
@NullMarked
package org.cleanclaim.app.web.deadline;

import org.jspecify.annotations.NullMarked;
