package org.cleanclaim.app.encounter;

/// Key of an encounter inside this system.
public record EncounterId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
