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
  /// What the cases `d` with work waiting fulfil, written as the index on them has it: those not
  /// decided, and lost appeals of which somebody has to say what becomes of the money.
  public static final String OPEN =
      "(d.status in ('NEW', 'IN_WORK', 'APPEALED') or (d.status in ('LOST', 'PART_WON') and"
          + " d.action = 'APPEAL'))";

  /// What the cases `d` of a state fulfil.
  static String condition(String state) {
    return switch (state) {
      case "OPEN" -> OPEN + " and :state::text is not null";
      case "ALL" -> ":state::text is not null";
      default -> "d.status = :state";
    };
  }

  public static DenialFilter open() {
    return new DenialFilter("OPEN", null, null, null);
  }
}
