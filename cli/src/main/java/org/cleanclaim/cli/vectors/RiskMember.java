package org.cleanclaim.cli.vectors;

import org.cleanclaim.grouping.hcc.Enrollment;
import org.cleanclaim.grouping.hcc.Entitlement;
import org.cleanclaim.grouping.hcc.KidneyStatus;
import org.cleanclaim.grouping.hcc.Medicaid;
import org.cleanclaim.grouping.hcc.Member;
import org.cleanclaim.grouping.hcc.Residence;
import org.cleanclaim.grouping.hcc.Subsidy;
import org.cleanclaim.kernel.party.Sex;
import tools.jackson.databind.JsonNode;

/// The member of a case about risk scores.
final class RiskMember {
  private RiskMember() {}

  /// Reads age, codes and flags as CMS names them.
  static Member of(JsonNode input) {
    boolean isNew = input.path("new_enrollee").asBoolean(false);
    boolean isInSpecialPlan = input.path("snp").asBoolean(false);
    return new Member(
        input.path("age").asInt(-1),
        Sex.ofCode(input.path("sex").asString("")),
        entitlement(input),
        Medicaid.ofDualCode(input.path("dual_elgbl_cd").asString(""))
            .orElseThrow(() -> new IllegalArgumentException("no such dual code")),
        !isNew
            ? Enrollment.CONTINUING
            : isInSpecialPlan ? Enrollment.NEW_IN_SPECIAL_NEEDS_PLAN : Enrollment.NEW,
        input.path("lti").asBoolean(false) ? Residence.INSTITUTION : Residence.COMMUNITY,
        kidney(input),
        input.path("low_income").asBoolean(false) ? Subsidy.LOW_INCOME : Subsidy.NONE);
  }

  /// A stated month after a transplant tells of a graft; else, in an ESRD model or with that
  /// disease as current reason for entitlement, the member is on dialysis.
  private static KidneyStatus kidney(JsonNode input) {
    if (input.path("graft_months").isNumber()) {
      return KidneyStatus.ofGraftMonth(input.path("graft_months").asInt());
    }
    boolean isRenal =
        input.path("model").asString("").contains("ESRD")
            || input.path("crec").asString("").matches("[23]");
    return isRenal ? KidneyStatus.DIALYSIS : KidneyStatus.NO_FAILURE;
  }

  static Entitlement entitlement(JsonNode input) {
    return Entitlement.ofCode(input.path("orec").asString(""))
        .orElseThrow(() -> new IllegalArgumentException("no such reason for entitlement"));
  }
}
