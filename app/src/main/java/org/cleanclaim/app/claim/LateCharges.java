package org.cleanclaim.app.claim;

import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Charges that came after their claim was made. A claim that no payer has is made anew; one that a
/// payer has is replaced (7) by one with all charges.
@Component
@Transactional
public class LateCharges {
  private static final String WHY = "Charges came after the claim was made";

  private final ClaimRecords records;
  private final Claims claims;
  private final ClaimCorrections corrections;

  LateCharges(ClaimRecords records, Claims claims, ClaimCorrections corrections) {
    this.records = records;
    this.claims = claims;
    this.corrections = corrections;
  }

  /// Brings a claim up to the charges of its visit.
  ///
  /// @return the claim that has them all: the same one or its replacement
  /// @throws CorrectionRefusal when the payer's copy cannot be replaced now
  public BilledClaim bringUpToDate(UUID publicId) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var claim = records.lock(publicId).orElseThrow();
    if (claim.status().isChangeable()) return claims.rebuild(claim.id(), WHY);
    var replacement = corrections.correct(publicId, Correction.REPLACEMENT, "", WHY);
    return claims.rebuild(replacement.id(), WHY);
  }
}
