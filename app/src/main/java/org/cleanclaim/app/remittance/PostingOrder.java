package org.cleanclaim.app.remittance;

import java.util.UUID;
import org.cleanclaim.app.contract.AllowedAmounts;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.kernel.remittance.Remittance;
import org.jspecify.annotations.Nullable;

/// What every part of one remittance is posted by.
///
/// @param header everything but the claims
/// @param payer null when the directory does not know the payer
/// @param allowed what the payer has agreed to
/// @param fileId the file it came in, null for one that was typed
record PostingOrder(
    long remittanceId,
    UUID publicId,
    Remittance header,
    @Nullable Payer payer,
    AllowedAmounts allowed,
    String keyPrefix,
    @Nullable Long fileId) {
  @Nullable Long payerId() {
    return payer == null ? null : payer.id();
  }

  /// Typed from paper, which need not say how many units were decided.
  boolean isTyped() {
    return fileId == null;
  }

  /// The idempotency key of a claim payment: the same in every posting of the same content, however
  /// often it is begun.
  String key(int position) {
    return PostingKeys.of(keyPrefix, position);
  }
}
