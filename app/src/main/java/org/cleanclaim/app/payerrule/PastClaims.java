package org.cleanclaim.app.payerrule;

import java.util.function.Consumer;
import org.cleanclaim.edits.payerrule.PastClaim;

/// The organization's claims on which a payer has decided. Whoever keeps claims and remittances
/// gives them.
public interface PastClaims {
  /// Gives each claim once, in the order in which they were made.
  void each(Consumer<PastClaim> take);
}
