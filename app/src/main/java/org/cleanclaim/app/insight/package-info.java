/// Figures of the practice, each derived from claims and the ledger.
@NullMarked
package org.cleanclaim.app.insight;

import org.jspecify.annotations.NullMarked;
