package org.cleanclaim.grouping.msdrg;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.grouping.msdrg.HacFinding.Outcome;
import org.cleanclaim.grouping.msdrg.HacFinding.Standing;
import org.cleanclaim.grouping.msdrg.Stay.PoaReporting;

/// Looks for conditions acquired in hospital: those on a list that were not present on admission
/// and whose criteria are met count no more as MCC or CC.
final class HacReview {
  private final StayFacts facts;
  private final List<List<HacFinding>> findings = new ArrayList<>();
  private final boolean[] removed;
  private final List<Formula> met = new ArrayList<>();
  private Outcome outcome = Outcome.NOT_APPLICABLE;
  private int categories;

  /// Whether a condition is met whose criteria are not alternatives of each other.
  private boolean isStrict;

  private HacReview(StayFacts facts) {
    this.facts = facts;
    this.removed = new boolean[facts.secondaries.length];
  }

  static HacReview of(StayFacts facts, GrouperTables.VersionRules rules, Decision initial) {
    var review = new HacReview(facts);
    if (initial.result().returnCode() != ReturnCode.OK) return review;
    facts.lookFrom(0);
    facts.leaveOutPresent();
    for (int i = 0; i < facts.secondaries.length; i++) {
      review.findings.add(review.findings(i, rules.hacs()));
    }
    facts.takeInAll();
    review.categories =
        (int)
            review.findings.stream()
                .flatMap(List::stream)
                .filter(f -> f.standing() == Standing.CRITERIA_MET)
                .mapToInt(HacFinding::hac)
                .distinct()
                .count();
    return review;
  }

  private List<HacFinding> findings(int place, List<GrouperTables.HacRule> rules) {
    Facts.OfDiagnosis code = facts.secondaries[place];
    if (code == null || code.level() == Level.NONE || code.hacs() == 0) return List.of();
    boolean isExempt = facts.stay.reporting() == PoaReporting.EXEMPT;
    if (!isExempt && facts.isPresentOnAdmission(place)) {
      return List.of(new HacFinding(0, Standing.CRITERIA_NOT_MET));
    }
    var met = new ArrayList<HacFinding>();
    var other = new ArrayList<HacFinding>();
    for (GrouperTables.HacRule rule : rules) {
      if (!code.lists().meets(rule.secondaryLists())) continue;
      if (isExempt) {
        other.add(new HacFinding(0, Standing.NOT_APPLICABLE_EXEMPT));
      } else if (facts.excluded[place] && fitDiagnoses(rule.formula())) {
        met.add(new HacFinding(rule.number(), Standing.NOT_APPLICABLE_EXCLUSION));
      } else if (facts.excluded[place] || !rule.formula().holds(facts)) {
        other.add(new HacFinding(0, Standing.CRITERIA_NOT_MET));
      } else {
        met.add(new HacFinding(rule.number(), Standing.CRITERIA_MET));
        removed[place] = true;
        this.met.add(rule.formula());
        isStrict |= !(rule.formula() instanceof Formula.Any);
      }
    }
    return met.isEmpty() ? other : met;
  }

  /// Whether the diagnoses fulfil a formula, whatever procedures were done.
  private boolean fitDiagnoses(Formula formula) {
    return switch (formula) {
      case Formula.All all -> all.parts().stream().allMatch(this::fitDiagnoses);
      case Formula.Any any -> any.parts().stream().anyMatch(this::fitDiagnoses);
      case Formula.Procedure _ -> true;
      case Formula.Not _,
          Formula.Principal _,
          Formula.Secondary _,
          Formula.Either _,
          Formula.Only _,
          Formula.Computed _ ->
          formula.holds(facts);
    };
  }

  boolean removesAny() {
    return categories > 0;
  }

  boolean[] removed() {
    return removed;
  }

  List<HacFinding> findings(int secondary) {
    return findings.isEmpty() ? List.of() : findings.get(secondary);
  }

  Outcome outcome() {
    return outcome;
  }

  /// The criteria that are met.
  List<Formula> met() {
    return met;
  }

  int categories() {
    return categories;
  }

  /// The final decision, given what the stay groups to without the acquired conditions.
  Decision settle(Decision initial, Decision without) {
    ReturnCode refusal = refusal();
    if (refusal != ReturnCode.OK) {
      outcome = Outcome.FINAL_DRG_UNGROUPABLE;
      return new Decision(DrgResult.error(refusal), null, without.mdc());
    }
    boolean isSame = initial.result().drg() == without.result().drg();
    outcome = isSame ? Outcome.FINAL_DRG_NO_CHANGE : Outcome.FINAL_DRG_CHANGES;
    return without;
  }

  private ReturnCode refusal() {
    if (facts.stay.reporting() == PoaReporting.REQUIRED) {
      return isAnySignMissing() ? ReturnCode.HAC_MISSING_ONE_POA : ReturnCode.OK;
    }
    if (removed.length > 1) return ReturnCode.HAC_STATUS_INVALID_MULT_HACS_POA_NOT_Y_W;
    return facts.stay.secondaries().getFirst().presentOnAdmission().isAcquired()
        ? ReturnCode.HAC_STATUS_INVALID_POA_N_OR_U
        : ReturnCode.HAC_STATUS_INVALID_POA_INVALID_OR_1;
  }

  /// Whether a condition has no sign that says present or acquired. Beside a condition whose
  /// criteria are alternatives (number 6) those of other lists do not matter.
  private boolean isAnySignMissing() {
    for (int i = 0; i < removed.length; i++) {
      PresentOnAdmission sign = facts.stay.secondaries().get(i).presentOnAdmission();
      boolean isLookedAt = isStrict ? !findings.get(i).isEmpty() : removed[i];
      if (isLookedAt && !sign.isPresent() && !sign.isAcquired()) return true;
    }
    return false;
  }
}
