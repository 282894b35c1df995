package org.cleanclaim.kernel.party;

import org.jspecify.annotations.Nullable;

/// A postal address, in the United States unless a country is named. Masked in `toString`.
///
/// @param state two letters
/// @param postalCode five or nine digits without hyphen
/// @param country N404, only when not the United States
public record Address(
    String line1,
    @Nullable String line2,
    String city,
    @Nullable String state,
    @Nullable String postalCode,
    @Nullable String country) {

  /// An address in the United States.
  public Address(
      String line1,
      @Nullable String line2,
      String city,
      @Nullable String state,
      @Nullable String postalCode) {
    this(line1, line2, city, state, postalCode, null);
  }

  @Override
  public String toString() {
    return "[address " + state + "]";
  }
}
