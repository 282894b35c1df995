package org.cleanclaim.app.claim;

import java.util.Optional;

/// Somebody who knows that there is nothing at the payer that a replacement could stand in the
/// place of. Parts that read the payers' decisions are asked through it.
public interface ReplacementGate {
  /// Why a claim is not replaced, in a sentence that says what to do; empty to let it pass.
  Optional<String> refuses(ClaimId claim);
}
