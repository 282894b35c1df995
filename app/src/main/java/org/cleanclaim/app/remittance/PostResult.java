package org.cleanclaim.app.remittance;

import java.util.UUID;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.BalanceProof;

/// What came of posting one remittance.
public sealed interface PostResult {

  /// Posted in one transaction.
  ///
  /// @param unmatched claim payments that found no claim of ours; their money lies in unapplied
  ///   cash
  record Posted(UUID publicId, String trace, Money paid, int claims, int unmatched)
      implements PostResult {}

  /// The same remittance (payer, trace, amount, date) had been received before; nothing was
  /// changed.
  record AlreadyPosted(UUID publicId, String trace) implements PostResult {}

  /// An equation does not hold: kept and shown, not posted, nothing plugged.
  record OutOfBalance(UUID publicId, String trace, BalanceProof proof) implements PostResult {}
}
