/// The double-entry ledger: every cent has a posting, every posting sums to zero, and nothing
/// posted is changed.
@NullMarked
package org.cleanclaim.app.ledger;

import org.jspecify.annotations.NullMarked;
