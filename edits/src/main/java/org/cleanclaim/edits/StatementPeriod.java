package org.cleanclaim.edits;

import java.time.LocalDate;
import org.cleanclaim.kernel.claim.Claim;
import org.jspecify.annotations.Nullable;

/// The days that an institutional claim bills for (DTP 434).
///
/// @param from null when the claim does not say
/// @param through null when the claim says neither this nor a day of discharge
record StatementPeriod(@Nullable LocalDate from, @Nullable LocalDate through) {
  private static final String STATEMENT = "434";

  static StatementPeriod of(Claim claim) {
    return claim.particulars().dates().stream()
        .filter(date -> date.qualifier().equals(STATEMENT))
        .findFirst()
        .map(date ->
            new StatementPeriod(date.from(), date.through() == null ? date.from() : date.through()))
        .orElseGet(() -> new StatementPeriod(null, claim.dischargedOn()));
  }

  boolean isInOrder() {
    return from != null && through != null && !from.isAfter(through);
  }

  boolean holds(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (through == null || !day.isAfter(through));
  }
}
