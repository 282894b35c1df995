package org.cleanclaim.app.denial;

import org.jspecify.annotations.Nullable;

/// Which cases a list shows.
///
/// @param state `OPEN`, `ALL` or the name of a status
/// @param cause null for all
/// @param payer slug, null for all
/// @param owner role or user, null for all
public record DenialFilter(
    String state, @Nullable String cause, @Nullable String payer, @Nullable String owner) {
  public static DenialFilter open() {
    return new DenialFilter("OPEN", null, null, null);
  }
}
