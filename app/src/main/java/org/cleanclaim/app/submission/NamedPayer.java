package org.cleanclaim.app.submission;

import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimCopy;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.identifier.PayerId;

/// How a file names the payer of its claims: a clearinghouse may know it by another number than the
/// frozen claim has.
final class NamedPayer {
  private NamedPayer() {}

  /// The claim as it goes into the file.
  static Claim of(Claim claim, PayerId number) {
    var payer = claim.payer();
    if (payer.id().equals(number)) return claim;
    var named =
        new ClaimPayer(
            payer.name(), number, payer.address(), payer.idQualifier(), payer.references());
    return ClaimCopy.of(claim).payer(named).copy();
  }
}
