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
  /// What the cases `d` of a state fulfil; written out for the open ones, which have an index.
  static String condition(String state) {
    return switch (state) {
      case "OPEN" -> "d.status in ('NEW', 'IN_WORK', 'APPEALED') and :state::text is not null";
      case "ALL" -> ":state::text is not null";
      default -> "d.status = :state";
    };
  }

  public static DenialFilter open() {
    return new DenialFilter("OPEN", null, null, null);
  }
}
