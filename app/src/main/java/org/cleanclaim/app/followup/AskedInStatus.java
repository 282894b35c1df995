package org.cleanclaim.app.followup;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.kernel.status.ClaimStatus;
import org.cleanclaim.kernel.status.ClaimStatus.Code;
import org.cleanclaim.kernel.status.ClaimStatus.Statement;

/// What a payer asks for in a 277, answer or request of its own: claim status categories that begin
/// with R ask for more (external code source 507).
///
/// @param codes category and status of each, with a colon between
/// @param on the day of the status
record AskedInStatus(String codes, Optional<LocalDate> on) {

  static Optional<AskedInStatus> of(ClaimStatus answer) {
    Set<String> codes = new LinkedHashSet<>();
    Optional<LocalDate> on = Optional.empty();
    for (Statement statement : answer.statements()) on = add(statement, codes, on);
    for (var line : answer.lines()) {
      for (Statement statement : line.statuses()) on = add(statement, codes, on);
    }
    return codes.isEmpty()
        ? Optional.empty()
        : Optional.of(new AskedInStatus(String.join(" ", codes), on));
  }

  private static Optional<LocalDate> add(
      Statement statement, Set<String> codes, Optional<LocalDate> on) {
    boolean asks = false;
    for (Code code : statement.codes()) {
      if (!code.category().startsWith("R")) continue;
      asks = true;
      codes.add(code.category() + ":" + code.status());
    }
    return asks && on.isEmpty() ? Optional.ofNullable(statement.effectiveOn()) : on;
  }
}
