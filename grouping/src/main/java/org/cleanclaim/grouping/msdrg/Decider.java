package org.cleanclaim.grouping.msdrg;

import org.cleanclaim.grouping.msdrg.DrgResult.DrgSeverity;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Finds the rule that a stay falls under: those before all categories first, then those of the
/// principal diagnosis' category, each by rank.
final class Decider {
  private static final int PRE_MDC = 0;
  private static final int UNRELATED_OPERATIONS = 29;
  private static final int MAX_REROUTES = 4;

  private final GrouperTables tables;

  Decider(GrouperTables tables) {
    this.tables = tables;
  }

  Decision decide(StayFacts stay, GrouperTables.VersionRules rules) {
    if (stay.stay.ageYears() < 0 || stay.stay.ageYears() > 124) {
      return new Decision(DrgResult.error(ReturnCode.INVALID_AGE), null, PRE_MDC);
    }
    if (stay.principal == null) {
      return new Decision(DrgResult.error(ReturnCode.INVALID_PDX), null, PRE_MDC);
    }
    int named = mdcOfPrincipal(stay, stay.principal);
    int at = PRE_MDC;
    Rule reroute = null;
    for (int step = 0; step <= MAX_REROUTES; step++) {
      stay.lookFrom(at);
      Rule rule = firstThatHolds(stay, rules, at);
      if (rule == null) {
        if (at != PRE_MDC) break;
        at = named;
      } else if (rule.rerouteMdc() != 0) {
        at = rule.rerouteMdc();
        if (at != UNRELATED_OPERATIONS) {
          named = at;
          reroute = rule;
        }
      } else if (rule.drg() == 0) {
        return new Decision(DrgResult.error(reason(rule)), rule, at);
      } else {
        return new Decision(result(stay, rule, named), reroute, rule, at);
      }
    }
    return new Decision(DrgResult.error(ReturnCode.UNGROUPABLE), null, at);
  }

  private static @Nullable Rule firstThatHolds(
      StayFacts stay, GrouperTables.VersionRules rules, int mdc) {
    for (Rule rule : rules.of(mdc)) if (stay.fulfils(rule)) return rule;
    return null;
  }

  private int mdcOfPrincipal(StayFacts stay, Facts.OfDiagnosis principal) {
    int[] bySex = tables.mdcsBySex.find(stay.stay.principal().code(), stay.version);
    if (bySex == null) return principal.mdc();
    return stay.stay.sex() == Sex.MALE ? bySex[1] : bySex[0];
  }

  private static ReturnCode reason(Rule rule) {
    if (rule.text().contains(Term.INVALID_DSTAT.name())) return ReturnCode.INVALID_DISCHARGE_STATUS;
    if (rule.text().contains(Term.INVALID_SEX.name())) return ReturnCode.INVALID_SEX;
    if (rule.text().contains(Term.PDX_ECODE.name())) return ReturnCode.DX_CANNOT_BE_PDX;
    return ReturnCode.UNGROUPABLE;
  }

  private static DrgResult result(StayFacts stay, Rule rule, int mdc) {
    DrgSeverity severity =
        rule.type() == CareType.NONE
            ? DrgSeverity.NONE
            : stay.hasMcc() ? DrgSeverity.MCC : stay.hasCc() ? DrgSeverity.CC : DrgSeverity.NON_CC;
    return new DrgResult(ReturnCode.OK, mdc, rule.drg(), rule.baseDrg(), rule.type(), severity);
  }
}
