package org.cleanclaim.edits;

import org.cleanclaim.kernel.claim.Claim;

/// A family of checks that asks for the services on the patient's other claims.
interface AcrossClaims extends EditRule {
  /// Whether the other services can change what is found on a claim; a quick question that may say
  /// yes in vain.
  boolean isConcerned(Claim claim, OtherServices others);
}
