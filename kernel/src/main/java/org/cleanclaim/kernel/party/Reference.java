package org.cleanclaim.kernel.party;

/// A reference number with its two- or three-character qualifier (REF01, REF02), for numbers that
/// have no field of their own.
public record Reference(String qualifier, String value) {
  @Override
  public String toString() {
    return qualifier + " ***";
  }
}
