package org.cleanclaim.edits;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.FilingIndicator;

/// Work and auto accidents.
final class AccidentRules implements EditRule {
  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    var findings = new ArrayList<Finding>();
    Accident accident = claim.accident();
    if (claim.subscriber().filing() == FilingIndicator.WORKERS_COMPENSATION) {
      var missing = new ArrayList<String>();
      if (accident == null || !accident.isEmployment()) missing.add("that it happened at work");
      if (accident == null || accident.happenedOn() == null) missing.add("the day of the accident");
      if (claim.propertyCasualtyClaimNumber() == null) missing.add("the carrier's claim number");
      if (!missing.isEmpty()) {
        findings.add(
            Rule.WORK_INJURY.at(
                Place.field("Accident"),
                "A workers' compensation claim has to say: " + String.join(", ", missing) + ".",
                "Complete the accident data of the visit and the coverage."));
      }
    } else if (accident != null && accident.isEmployment()) {
      findings.add(
          Rule.WORK_TO_HEALTH_PLAN.at(
              Place.field("Payer"),
              "A work injury is billed to a health plan.",
              "Bill the workers' compensation carrier, or correct the accident."));
    }
    if (accident != null && accident.causes().contains("AA") && accident.state() == null) {
      findings.add(
          Rule.AUTO_STATE.at(
              Place.field("Accident"),
              "The auto accident names no state.",
              "Enter the state in which it happened."));
    }
    return findings;
  }
}
