package org.cleanclaim.cli.vectors;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cleanclaim.grouping.hcc.Enrollment;
import org.cleanclaim.grouping.hcc.Entitlement;
import org.cleanclaim.grouping.hcc.KidneyStatus;
import org.cleanclaim.grouping.hcc.Member;
import org.cleanclaim.grouping.hcc.Residence;
import org.cleanclaim.grouping.hcc.RiskScore;
import tools.jackson.databind.JsonNode;

/// Why a Medicare risk score differs from the known one, by the first rule that applies to the
/// member, the model and the year.
final class RiskDifference {
  private static final int AGED = 65;

  private RiskDifference() {}

  /// The reason in words; empty where no rule applies.
  static String cause(RiskScore score, int year, JsonNode aCase) {
    List<Integer> known =
        RiskScoreCases.texts(aCase.path("expected").path("hcc_list")).stream()
            .map(Integer::valueOf)
            .sorted()
            .toList();
    boolean hasOtherCategories = !known.equals(score.categories());
    return switch (score.model()) {
      case ESRD_V21, ESRD_V24 -> renal(score, year, aCase, hasOtherCategories);
      case RX_V08, RX_V08_X -> {
        if (isNew(score.member())) {
          yield "new enrollees have coefficients of their own (RxHCC)";
        }
        yield hasOtherCategories
            ? hierarchies(year)
            : "the coefficients are those of the CMS file of %d (R0826T6O); the program's table has others"
                .formatted(year);
      }
      case V22, V24, V28 -> {
        if (hasOtherCategories) yield hierarchies(year);
        if (isNew(score.member()) && isRenalByReason(score.member())) {
          yield "a new enrollee of 65 or more whom renal disease entitled is not originally"
              + " disabled";
        }
        yield !onlyOurs(score, aCase).isEmpty()
            ? "an interaction of categories counts that has a factor in the segment"
            : "";
      }
    };
  }

  private static String renal(
      RiskScore score, int year, JsonNode aCase, boolean hasOtherCategories) {
    Member member = score.member();
    if (isJustTransplanted(member.kidney())) {
      return "months 1 to 3 after a transplant are paid by the transplant factor alone";
    }
    if (isNew(member)) return "new enrollees with renal disease have coefficients of their own";
    if (hasOtherCategories) return hierarchies(year);
    boolean isOnDialysis = member.kidney() == KidneyStatus.DIALYSIS;
    if (!isRenalByReason(member) && !isRenalByCurrentReason(aCase)) {
      return "dialysis or a graft is stated, the reasons for entitlement name no renal disease";
    }
    if (isOnDialysis && member.residence() == Residence.INSTITUTION) {
      return "on dialysis an institution adds the factor of dialysis (DI_LTI), not that of a graft";
    }
    if (score.raw().signum() != 0 && isUnder65ByAge(member)) {
      return "under 65 with reason 0 for entitlement is not disabled";
    }
    return isOnDialysis
        ? ""
        : "a graft has the coefficients of its own model (%s)".formatted(score.model().title());
  }

  private static String hierarchies(int year) {
    return "hierarchies of the model apply in %d".formatted(year);
  }

  private static boolean isNew(Member member) {
    return member.enrollment() != Enrollment.CONTINUING;
  }

  private static boolean isRenalByReason(Member member) {
    return switch (member.original()) {
      case RENAL_DISEASE, DISABILITY_AND_RENAL_DISEASE -> true;
      case AGE, DISABILITY -> false;
    };
  }

  private static boolean isRenalByCurrentReason(JsonNode aCase) {
    return aCase.path("input").path("crec").asString("").matches("[23]");
  }

  private static boolean isUnder65ByAge(Member member) {
    return member.ageYears() < AGED && member.original() == Entitlement.AGE;
  }

  /// The names of terms that the known answer does not have.
  private static Set<String> onlyOurs(RiskScore score, JsonNode aCase) {
    var names = new TreeSet<String>();
    score.terms().forEach(term -> names.add(term.name()));
    names.removeAll(aCase.path("expected").path("coefficients").propertyNames());
    return names;
  }

  private static boolean isJustTransplanted(KidneyStatus kidney) {
    return switch (kidney) {
      case TRANSPLANT_MONTH_1, TRANSPLANT_MONTH_2, TRANSPLANT_MONTH_3 -> true;
      case NO_FAILURE, DIALYSIS, GRAFT_MONTH_4_TO_9, GRAFT_MONTH_10_AND_LATER -> false;
    };
  }
}
