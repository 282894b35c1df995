package org.cleanclaim.app.encounter;

import java.time.Instant;
import org.cleanclaim.coding.source.DocumentFormat;
import org.jspecify.annotations.Nullable;

/// One document of an encounter, as received.
///
/// @param body the text that codes are supported by
/// @param sha256 digest of the text in UTF-8, in hexadecimal digits
/// @param format of the file that the text was taken from; null when the text is all there is
public record Document(
    long id,
    EncounterId encounterId,
    String name,
    String body,
    String sha256,
    Instant receivedAt,
    @Nullable DocumentFormat format) {
  @Override
  public String toString() {
    return "Document[" + id + "]";
  }
}
