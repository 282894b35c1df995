package org.cleanclaim.edits;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.party.ProviderRole;

/// Pairs and unit limits of one patient, provider and day, across all claims of that day. Modifiers
/// that set a pair aside are those of the NCCI policy manual, chapter I, section E; 59 and X{EPSU}
/// count on either code since 2019-07-01.
final class NcciRules implements EditRule {
  private static final Set<String> ON_PART =
      Set.of(
          "E1", "E2", "E3", "E4", "FA", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "TA",
          "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "LT", "RT", "LC", "LD", "RC", "LM",
          "RI", "24", "25", "57", "58", "78", "79", "27", "91");
  private static final Set<String> ON_EITHER = Set.of("59", "XE", "XS", "XP", "XU");

  /// A line with the claim it stands on.
  private record Served(Claim claim, ServiceLine line) {}

  private final NcciTables tables;

  NcciRules(NcciTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    var findings = new ArrayList<Finding>();
    var all = new ArrayList<Served>();
    claim.lines().forEach(l -> all.add(new Served(claim, l)));
    for (Claim other : context.history()) {
      if (sameProvider(claim, other)) other.lines().forEach(l -> all.add(new Served(other, l)));
    }
    for (ServiceLine line : claim.lines()) {
      if (line.procedure() == null) continue;
      pairs(claim, line, all, findings);
      units(claim, line, all, findings);
    }
    return findings;
  }

  private void pairs(Claim claim, ServiceLine part, List<Served> all, List<Finding> findings) {
    ProcedureCode partCode = java.util.Objects.requireNonNull(part.procedure());
    for (Served served : all) {
      ServiceLine whole = served.line();
      if (whole.procedure() == null
          || whole.equals(part)
          || !whole.servedFrom().equals(part.servedFrom())) continue;
      Boolean mayBeSetAside = tables.pair(whole.procedure(), partCode);
      if (mayBeSetAside == null || (mayBeSetAside && isSetAside(part, whole))) continue;
      String where =
          served.claim().equals(claim) ? "line " + whole.number() : "another claim of the day";
      findings.add(
          Rule.PTP.onLine(
              part.number(),
              "Procedure",
              "%s is part of %s on %s of the same day."
                  .formatted(partCode, whole.procedure(), where),
              mayBeSetAside
                  ? "Remove it, or add the modifier that the documentation supports (25 on a visit, 59 or X{EPSU} on a procedure)."
                  : "Remove it: no modifier sets this pair aside."));
    }
  }

  private static boolean isSetAside(ServiceLine part, ServiceLine whole) {
    return has(part, ON_PART) || has(part, ON_EITHER) || has(whole, ON_EITHER);
  }

  private static boolean has(ServiceLine line, Set<String> modifiers) {
    return line.modifiers().stream().map(Modifier::value).anyMatch(modifiers::contains);
  }

  private void units(Claim claim, ServiceLine line, List<Served> all, List<Finding> findings) {
    ProcedureCode code = java.util.Objects.requireNonNull(line.procedure());
    var limit = tables.limit(code);
    if (limit == null) return;
    // A limit of zero says that Medicare never pays the code; it binds no other payer.
    if (limit.units().signum() == 0 && !isMedicare(claim)) return;
    BigDecimal units = line.unitsBilled();
    if (limit.perDay()) {
      units = BigDecimal.ZERO;
      for (Served served : all) {
        boolean isSame =
            code.equals(served.line().procedure())
                && served.line().servedFrom().equals(line.servedFrom());
        if (isSame) units = units.add(served.line().unitsBilled());
      }
      boolean isFirst =
          claim.lines().stream()
              .filter(l -> code.equals(l.procedure()) && l.servedFrom().equals(line.servedFrom()))
              .findFirst()
              .filter(line::equals)
              .isPresent();
      if (!isFirst) return; // told once for the day
    }
    if (units.compareTo(limit.units()) <= 0) return;
    findings.add(
        Rule.MUE.onLine(
            line.number(),
            "Units",
            "%s units of %s, a %s takes %s at most."
                .formatted(
                    units.toPlainString(),
                    code,
                    limit.perDay() ? "day" : "line",
                    limit.units().toPlainString()),
            "Correct the units, or see whether the documentation supports so many."));
  }

  private static boolean isMedicare(Claim claim) {
    var filing = claim.subscriber().filing();
    return filing == FilingIndicator.MEDICARE_PART_B || filing == FilingIndicator.MEDICARE_PART_A;
  }

  private static boolean sameProvider(Claim a, Claim b) {
    var first = a.provider(ProviderRole.RENDERING).orElse(a.billingProvider());
    var second = b.provider(ProviderRole.RENDERING).orElse(b.billingProvider());
    return first.npi() != null && first.npi().equals(second.npi());
  }
}
