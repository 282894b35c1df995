package org.cleanclaim.app.claim;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document of a claim.
///
/// @param serviceLine the line that it is about; null for the whole claim
/// @param reportType what it is (PWK01)
/// @param transmission how it comes to the payer (PWK02)
/// @param controlNumber the number that the claim announces it under (PWK06)
/// @param isAnnounced whether the claim says that it comes; not so for one that was added later
/// @param sha256 of the file as it was given
/// @param sending SENT, ACCEPTED or REJECTED, as the last 275 with it stands; null for none
public record ClaimAttachment(
    long id,
    UUID publicId,
    long claimId,
    @Nullable Integer serviceLine,
    String reportType,
    String transmission,
    String controlNumber,
    boolean isAnnounced,
    String fileName,
    String mediaType,
    int byteCount,
    String sha256,
    String addedBy,
    Instant addedAt,
    @Nullable String sending) {

  /// Whether it is still to be sent as a 275.
  public boolean isToBeSent() {
    return transmission.equals(AttachmentCodes.ELECTRONIC)
        && (sending == null || sending.equals("REJECTED"));
  }

  /// Names no patient and no file.
  @Override
  public String toString() {
    return "ClaimAttachment[" + controlNumber + "]";
  }
}
