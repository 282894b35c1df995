package org.cleanclaim.app.encounter;

/// One document of an encounter, as received.
public record Document(long id, EncounterId encounterId, String name, String body) {
  @Override
  public String toString() {
    return "Document[" + id + "]";
  }
}
