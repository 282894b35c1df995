package org.cleanclaim.app.denial;

import java.util.List;
import org.cleanclaim.app.denial.DenialCase.Action;
import org.cleanclaim.kernel.code.AdjustmentGroup;

/// Proposes what to do about a refusal, from who bears it, why, and the remarks. Remarks that say
/// that nothing can be appealed (MA130, N211) override everything else.
final class DenialGuide {
  private DenialGuide() {}

  static Action propose(AdjustmentGroup group, String cause, List<String> remarks) {
    Action action =
        switch (cause) {
          case "authorization", "medical-necessity", "upheld" -> Action.APPEAL;
          case "bundled", "coding", "billing", "registration", "other", "information", "pending" ->
              Action.CORRECT_AND_REBILL;
          case "coordination" -> Action.BILL_OTHER_PAYER;
          case "eligibility" ->
              group == AdjustmentGroup.PR ? Action.BILL_PATIENT : Action.CORRECT_AND_REBILL;
          case "non-covered", "benefit-limit" ->
              group == AdjustmentGroup.PR ? Action.BILL_PATIENT : Action.APPEAL;
          case "duplicate", "timely-filing" -> Action.CLOSE;
          default -> group == AdjustmentGroup.PR ? Action.BILL_PATIENT : Action.CORRECT_AND_REBILL;
        };
    boolean cannotBeAppealed = remarks.contains("MA130") || remarks.contains("N211");
    return action == Action.APPEAL && cannotBeAppealed ? Action.CORRECT_AND_REBILL : action;
  }
}
