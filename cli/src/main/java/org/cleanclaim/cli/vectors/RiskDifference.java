package org.cleanclaim.cli.vectors;

import java.util.List;
import org.cleanclaim.grouping.hcc.Enrollment;
import org.cleanclaim.grouping.hcc.KidneyStatus;
import org.cleanclaim.grouping.hcc.Member;
import org.cleanclaim.grouping.hcc.RiskModel;
import org.cleanclaim.grouping.hcc.RiskScore;

/// Why a Medicare risk score differs from the known one, by the first rule that applies to the
/// member, the model and the year.
final class RiskDifference {
  private RiskDifference() {}

  /// The reason in words; empty where no rule applies.
  ///
  /// @param known the categories of the known answer
  static String cause(RiskScore score, int year, List<Integer> known) {
    Member member = score.member();
    boolean isNew = member.enrollment() != Enrollment.CONTINUING;
    boolean hasOtherCategories = !known.equals(score.categories());
    return switch (score.model()) {
      case ESRD_V21, ESRD_V24 -> {
        if (isJustTransplanted(member.kidney())) {
          yield "months 1 to 3 after a transplant are paid by the transplant factor alone";
        }
        if (isNew) yield "new enrollees with renal disease have coefficients of their own";
        if (hasOtherCategories) yield "hierarchies of the model apply in %d".formatted(year);
        yield score.model() == RiskModel.ESRD_V21 && member.kidney() != KidneyStatus.DIALYSIS
            ? "a graft has the coefficients of its own model (ESRD V21)"
            : "";
      }
      case RX_V08 -> {
        if (isNew) yield "new enrollees have coefficients of their own (RxHCC)";
        yield hasOtherCategories
            ? "hierarchies of the model apply in %d".formatted(year)
            : "the coefficients are those of the CMS file of %d".formatted(year);
      }
      case V28 -> hasOtherCategories ? "hierarchies of the model apply in %d".formatted(year) : "";
      case V22, V24 -> "";
    };
  }

  private static boolean isJustTransplanted(KidneyStatus kidney) {
    return switch (kidney) {
      case TRANSPLANT_MONTH_1, TRANSPLANT_MONTH_2, TRANSPLANT_MONTH_3 -> true;
      case NO_FAILURE, DIALYSIS, GRAFT_MONTH_4_TO_9, GRAFT_MONTH_10_AND_LATER -> false;
    };
  }
}
