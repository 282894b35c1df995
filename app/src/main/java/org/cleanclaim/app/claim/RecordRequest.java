package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payer asks for records of a claim.
///
/// @param codes what it asked with: claim status codes, or reason and remark codes
/// @param payerReference the payer's number of its request; null when it gave none
/// @param what in words
public record RecordRequest(
    long id,
    UUID publicId,
    long claimId,
    Source source,
    String codes,
    @Nullable String payerReference,
    String what,
    LocalDate askedOn,
    LocalDate dueOn,
    Status status) {

  /// How it came.
  public enum Source {
    /// 277.
    STATUS,
    /// 835.
    DENIAL,
    LETTER
  }

  /// Whether it is answered.
  public enum Status {
    OPEN,
    ANSWERED,
    CLOSED
  }

  /// Its codes, after the documents that they name: `discharge summary, R4:18842-5`.
  public String asksFor() {
    return AskedDocument.named(codes);
  }

  /// Names no patient.
  @Override
  public String toString() {
    return "RecordRequest[" + id + "]";
  }
}
