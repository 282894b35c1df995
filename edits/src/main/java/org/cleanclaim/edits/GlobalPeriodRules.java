package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;
import org.jspecify.annotations.Nullable;

/// Modifiers 24, 58, 78 and 79 say that a service falls into the global period of an earlier
/// procedure: ten or ninety days (Medicare Claims Processing Manual, chapter 12, section 40.1).
/// Without such a procedure in the patient's history they are doubtful; another surgeon of the
/// group may have billed it, so it is a warning.
final class GlobalPeriodRules implements EditRule {
  private static final int LONGEST_DAYS = 90;

  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    var findings = new ArrayList<Finding>();
    for (ServiceLine line : claim.lines()) {
      String modifier = globalModifier(line);
      if (modifier == null || hasEarlierProcedure(claim, line, context)) continue;
      findings.add(
          Rule.GLOBAL_EARLIER.onLine(
              line.number(),
              "Modifier",
              "Modifier %s follows a procedure, and none of the %d days before is on file."
                  .formatted(modifier, LONGEST_DAYS),
              "Look for the earlier procedure, or remove the modifier."));
    }
    return findings;
  }

  private static @Nullable String globalModifier(ServiceLine line) {
    for (Modifier modifier : line.modifiers()) {
      switch (modifier.value()) {
        case "24", "58", "78", "79" -> {
          return modifier.value();
        }
        default -> {}
      }
    }
    return null;
  }

  private static boolean hasEarlierProcedure(Claim claim, ServiceLine line, ScrubContext context) {
    if (hasProcedureBefore(claim, line)) return true;
    for (Claim other : context.history()) {
      if (hasProcedureBefore(other, line)) return true;
    }
    return false;
  }

  private static boolean hasProcedureBefore(Claim claim, ServiceLine line) {
    LocalDate day = line.servedFrom();
    for (ServiceLine earlier : claim.lines()) {
      if (earlier.equals(line) || earlier.procedure() == null) continue;
      boolean isBefore =
          !earlier.servedFrom().isAfter(day)
              && !earlier.servedFrom().isBefore(day.minusDays(LONGEST_DAYS));
      if (isBefore && ServiceKind.isSurgery(earlier.procedure())) return true;
    }
    return false;
  }
}
