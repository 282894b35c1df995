package org.cleanclaim.app.denial;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.app.denial.DenialCase.Action;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.AdjustmentGroup;

/// What is never done about a denial, whatever a table or a score proposes, and what each action
/// has to rest on.
public final class Guardrails {
  private static final Set<String> PATIENT_SHARE = Set.of("1", "2", "3");
  private static final Set<String> DUPLICATE = Set.of("18", "B13");

  private static final String UNBUNDLED = "236";

  private Guardrails() {}

  /// Whether an action is open.
  ///
  /// @param refusals why it is not, in sentences; empty when nothing forbids it
  /// @param missing evidence that it needs and that is not on hand yet
  public record Standing(List<String> refusals, Set<EvidenceKind> missing) {
    public Standing {
      refusals = List.copyOf(refusals);
      missing = Set.copyOf(missing);
    }

    public boolean isAllowed() {
      return refusals.isEmpty();
    }
  }

  /// Whether the pairs of codes of the claim matter.
  static boolean asksForPairs(String reason) {
    return reason.equals(UNBUNDLED);
  }

  /// Whether a payment of the same service on another claim matters.
  static boolean asksForOtherPayment(String reason) {
    return DUPLICATE.contains(reason);
  }

  /// All five actions with how they stand.
  public static Map<Action, Standing> of(DenialFacts facts) {
    var standings = new EnumMap<Action, Standing>(Action.class);
    for (Action action : Action.values()) {
      var missing = needed(action, facts);
      missing.removeAll(facts.evidence());
      standings.put(action, new Standing(refusals(action, facts), missing));
    }
    return standings;
  }

  /// The proposed action where it is allowed, else the first that is.
  static Action proposed(Action wanted, DenialFacts facts) {
    if (refusals(wanted, facts).isEmpty()) return wanted;
    for (Action other :
        List.of(
            Action.CORRECT_AND_REBILL,
            Action.BILL_OTHER_PAYER,
            Action.BILL_PATIENT,
            Action.APPEAL)) {
      if (other != wanted && refusals(other, facts).isEmpty()) return other;
    }
    return Action.CLOSE;
  }

  private static List<String> refusals(Action action, DenialFacts facts) {
    var why = new ArrayList<String>();
    if (isPatientShare(facts) && action != Action.BILL_PATIENT) {
      why.add(
          "PR-%s is the patient's share of a paid service, not a denial."
              .formatted(facts.reason()));
    }
    switch (action) {
      case APPEAL -> appeal(facts, why);
      case CORRECT_AND_REBILL -> correction(facts, why);
      case BILL_PATIENT -> patient(facts).ifPresent(why::add);
      case BILL_OTHER_PAYER -> {
        if (facts.appealPending()) why.add("The payer has an appeal to decide.");
        if (facts.otherCoverages().isEmpty()
            && !facts.evidence().contains(EvidenceKind.OTHER_COVERAGE)) {
          why.add("No other coverage of the day is on record: ask the patient and register it.");
        }
      }
      case CLOSE -> {
        if (facts.appealPending()) why.add("The payer has an appeal to decide.");
      }
    }
    return why;
  }

  private static boolean isPatientShare(DenialFacts facts) {
    return facts.group() == AdjustmentGroup.PR && PATIENT_SHARE.contains(facts.reason());
  }

  private static void appeal(DenialFacts facts, List<String> why) {
    if (facts.remarks().contains("MA130")) {
      why.add(
          "MA130: the payer processed nothing, so that there is no decision to appeal. Send a new"
              + " claim.");
    }
    if (facts.remarks().contains("N211")) {
      why.add("N211: the payer gives no appeal against this decision.");
    }
    if (asksForPairs(facts.reason()) && !facts.closedPairs().isEmpty()) {
      why.add(
          "The pair %s has modifier indicator 0: no modifier and no record sets it aside."
              .formatted(String.join(", ", facts.closedPairs())));
    }
    if (asksForOtherPayment(facts.reason()) && facts.paidElsewhere() != null) {
      why.add("The service was paid on claim %s.".formatted(facts.paidElsewhere()));
    }
    var level = facts.nextLevel();
    if (facts.appealPending()) {
      why.add("The payer has an appeal to decide.");
    } else if (level == null) {
      why.add("All levels of appeal are used.");
    } else if (facts.amount().compareTo(level.leastAmount()) < 0) {
      why.add(
          "%s takes at least $%s, this is $%s (42 CFR 405.1006)."
              .formatted(level.title(), level.leastAmount(), facts.amount()));
    }
    if (facts.appealBy() != null
        && facts.today().isAfter(facts.appealBy())
        && !facts.evidence().contains(EvidenceKind.GOOD_CAUSE)) {
      why.add(
          "The last day was %s. Only good cause for filing late opens it again."
              .formatted(facts.appealBy()));
    }
  }

  private static void correction(DenialFacts facts, List<String> why) {
    if (facts.correctionRefusal() != null) why.add(facts.correctionRefusal());
    if (facts.appealPending()) why.add("The payer has an appeal to decide.");
    if (facts.correctBy() != null && facts.today().isAfter(facts.correctBy())) {
      why.add("The payer takes corrected claims until %s.".formatted(facts.correctBy()));
    }
    if (asksForOtherPayment(facts.reason()) && facts.paidElsewhere() != null) {
      why.add("The service was paid on claim %s.".formatted(facts.paidElsewhere()));
    }
    if (facts.reason().equals("29")) {
      why.add("A corrected claim does not cure late filing: appeal with the proof of filing.");
    }
  }

  private static Optional<String> patient(DenialFacts facts) {
    if (facts.group() == AdjustmentGroup.PR) return Optional.empty();
    return Optional.of(
        "%s-%s is not left to the patient: the contract or the law forbids billing it."
            .formatted(facts.group(), facts.reason()));
  }

  private static Set<EvidenceKind> needed(Action action, DenialFacts facts) {
    return switch (action) {
      case CORRECT_AND_REBILL -> EnumSet.of(EvidenceKind.WHAT_WAS_WRONG);
      case APPEAL -> EnumSet.of(ground(facts.cause()));
      case BILL_PATIENT ->
          facts.cause().equals("medical-necessity") && isMedicare(facts.filing())
              ? EnumSet.of(EvidenceKind.ADVANCE_NOTICE)
              : EnumSet.noneOf(EvidenceKind.class);
      case BILL_OTHER_PAYER -> EnumSet.of(EvidenceKind.OTHER_COVERAGE);
      case CLOSE -> EnumSet.noneOf(EvidenceKind.class);
    };
  }

  /// What an appeal rests on, by the cause of the denial.
  static EvidenceKind ground(String cause) {
    return switch (cause) {
      case "authorization" -> EvidenceKind.AUTHORIZATION;
      case "medical-necessity", "level-of-service", "frequency", "records" ->
          EvidenceKind.MEDICAL_RECORD;
      case "bundled" -> EvidenceKind.SEPARATE_SERVICE;
      case "timely-filing" -> EvidenceKind.PROOF_OF_FILING;
      default -> EvidenceKind.GROUNDS;
    };
  }

  private static boolean isMedicare(FilingIndicator filing) {
    return filing == FilingIndicator.MEDICARE_PART_A || filing == FilingIndicator.MEDICARE_PART_B;
  }
}
