package org.cleanclaim.app.claim;

/// Key of a claim inside this system.
public record ClaimId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
