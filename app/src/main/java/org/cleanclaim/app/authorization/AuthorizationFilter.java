package org.cleanclaim.app.authorization;

import org.jspecify.annotations.Nullable;

/// Which of the authorizations to list.
///
/// @param status null for all; as it is today
/// @param payer slug; null for all
/// @param words in the patient's name or the number; null for all
/// @param isRunningOut only those to see to soon
public record AuthorizationFilter(
    @Nullable AuthorizationStatus status,
    @Nullable String payer,
    @Nullable String words,
    boolean isRunningOut) {
  /// All of them.
  public static final AuthorizationFilter ALL = new AuthorizationFilter(null, null, null, false);

  /// Those to see to soon.
  public static final AuthorizationFilter RUNNING_OUT =
      new AuthorizationFilter(null, null, null, true);
}
