package org.cleanclaim.grouping.msdrg;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.grouping.msdrg.DiagnosisEffect.PoaCheck;
import org.cleanclaim.grouping.msdrg.DiagnosisEffect.Weight;
import org.cleanclaim.grouping.msdrg.Stay.PoaReporting;

/// Notes what each code of a stay did to its two results.
final class Effects {
  private final StayFacts facts;

  /// V41.0 does not tell what the logic of a DRG leaves out from what counts.
  private final boolean flagsLogic;

  private final Weight[] initialWeights;
  private Weight[] lastWeights;
  private DrgResult.DrgSeverity initialSeverity = DrgResult.DrgSeverity.NONE;
  private final Marks initialMarks;
  private Marks lastMarks;

  Effects(StayFacts facts) {
    this.facts = facts;
    flagsLogic = facts.version != GrouperVersion.V41_0.number();
    initialWeights = new Weight[facts.secondaries.length];
    lastWeights = initialWeights;
    initialMarks = new Marks(facts);
    lastMarks = initialMarks;
  }

  void markInitial(Decision decision) {
    for (int i = 0; i < initialWeights.length; i++) initialWeights[i] = weight(i, decision);
    initialMarks.mark(decision);
    initialSeverity = decision.result().severity();
  }

  void markFinal(Decision decision, HacReview review) {
    if (!review.removesAny()) return;
    lastWeights = initialWeights.clone();
    for (int i = 0; i < lastWeights.length; i++) {
      if (review.removed()[i] && (lastWeights[i] == Weight.MCC || lastWeights[i] == Weight.CC)) {
        lastWeights[i] = Weight.NEITHER;
      }
    }
    boolean isSame =
        review.outcome() == HacFinding.Outcome.FINAL_DRG_NO_CHANGE
            && decision.result().severity() == initialSeverity;
    if (isSame) return;
    lastMarks = new Marks(facts);
    lastMarks.mark(decision);
    if (review.outcome() == HacFinding.Outcome.FINAL_DRG_CHANGES) {
      lastMarks.mark(review);
    }
  }

  private Weight weight(int secondary, Decision decision) {
    Facts.OfDiagnosis code = facts.secondaries[secondary];
    if (code == null || code.level() == Level.NONE) return Weight.NEITHER;
    if (decision.result().returnCode() != ReturnCode.OK) return Weight.NEITHER;
    boolean isMajor = code.level() == Level.MCC;
    if (facts.excluded[secondary]) return isMajor ? Weight.MCC_EXCLUDED : Weight.CC_EXCLUDED;
    Rule rule = decision.rule();
    if (flagsLogic && rule != null && rule.suppresses() && code.lists().meets(rule.suppressed())) {
      return isMajor ? Weight.MCC_EXCLUDED_BY_DRG_LOGIC : Weight.CC_EXCLUDED_BY_DRG_LOGIC;
    }
    return isMajor ? Weight.MCC : Weight.CC;
  }

  Grouping grouping(GrouperVersion version, Decision initial, Decision last, HacReview review) {
    Affects ofPrincipal =
        initialMarks.isPrincipalMarked()
            ? lastMarks.isPrincipalMarked() ? Affects.BOTH : Affects.INITIAL
            : lastMarks.isPrincipalMarked() ? Affects.FINAL : Affects.NONE;
    var principal =
        new DiagnosisEffect(
            facts.stay.principal().code(),
            facts.principal != null,
            Weight.NEITHER,
            Weight.NEITHER,
            ofPrincipal,
            PoaCheck.POA_NOT_CHECKED,
            List.of());
    var secondaries = new ArrayList<DiagnosisEffect>(initialWeights.length);
    for (int i = 0; i < initialWeights.length; i++) {
      List<HacFinding> hacs = review.findings(i);
      secondaries.add(
          new DiagnosisEffect(
              facts.stay.secondaries().get(i).code(),
              facts.secondaries[i] != null,
              initialWeights[i],
              lastWeights[i],
              Affects.of(initialMarks.secondaries(), lastMarks.secondaries(), i),
              poa(i, hacs),
              hacs));
    }
    var procedures = new ArrayList<ProcedureEffect>();
    for (int i = 0; i < facts.stay.procedures().size(); i++) {
      Facts.OfProcedure code = facts.procedures[i];
      procedures.add(
          new ProcedureEffect(
              facts.stay.procedures().get(i),
              code != null,
              code != null && code.isOperation(),
              Affects.of(initialMarks.procedures(), lastMarks.procedures(), i)));
    }
    return new Grouping(
        version,
        initial.result(),
        last.result(),
        review.outcome(),
        review.categories(),
        principal,
        List.copyOf(secondaries),
        List.copyOf(procedures),
        text(initial),
        text(last));
  }

  private static String text(Decision decision) {
    Rule rule = decision.rule();
    return rule == null ? "" : rule.text();
  }

  private PoaCheck poa(int secondary, List<HacFinding> hacs) {
    if (hacs.isEmpty()) return PoaCheck.POA_NOT_CHECKED;
    if (facts.stay.reporting() == PoaReporting.EXEMPT) return PoaCheck.HOSPITAL_EXEMPT;
    PresentOnAdmission sign = facts.stay.secondaries().get(secondary).presentOnAdmission();
    if (sign.isPresent()) return PoaCheck.POA_RECOGNIZED_YES_POA;
    return sign.isAcquired() ? PoaCheck.POA_RECOGNIZED_NOT_POA : PoaCheck.POA_NOT_RECOGNIZED;
  }
}
