package org.cleanclaim.app.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A credential as it was before it was renewed, newly proven or removed.
///
/// @param proofReference where the proof of then is, in words
/// @param proofFile the archived proof of then
/// @param endedBy user name of whoever entered what took its place
public record PastCredential(
    UUID publicId,
    String credential,
    @Nullable String number,
    LocalDate issuedOn,
    @Nullable LocalDate expiresOn,
    @Nullable String proofReference,
    @Nullable UUID proofFile,
    End because,
    String endedBy,
    Instant endedAt) {

  /// Why it holds no longer.
  public enum End {
    RENEWED("renewed"),
    NEW_PROOF("proven anew"),
    REMOVED("removed");

    private final String title;

    End(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }
}
