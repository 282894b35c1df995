package org.cleanclaim.app.encounter;

import java.time.Instant;

/// One document of an encounter, as received.
///
/// @param sha256 digest of the text in UTF-8, in hexadecimal digits
public record Document(
    long id, EncounterId encounterId, String name, String body, String sha256, Instant receivedAt) {
  @Override
  public String toString() {
    return "Document[" + id + "]";
  }
}
