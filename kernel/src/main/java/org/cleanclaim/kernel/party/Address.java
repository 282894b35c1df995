package org.cleanclaim.kernel.party;

import org.jspecify.annotations.Nullable;

/// A United States postal address. Masked in `toString`.
///
/// @param state two letters
/// @param postalCode five or nine digits without hyphen
public record Address(
    String line1,
    @Nullable String line2,
    String city,
    @Nullable String state,
    @Nullable String postalCode) {
  @Override
  public String toString() {
    return "[address " + state + "]";
  }
}
