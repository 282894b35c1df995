package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;

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
    employer(claim, findings);
    if (accident != null) day(accident, claim, findings);
    boolean isAuto = accident != null && accident.causes().contains("AA");
    if (isAuto && isHealthPlan(claim) && claim.otherCoverages().isEmpty()) {
      findings.add(
          Rule.AUTO_PAYER.at(
              Place.field("Payer"),
              "An auto accident is billed to a health plan alone.",
              "Bill the auto carrier first, or note that there is none."));
    }
    if (accident != null && isAuto && accident.state() == null) {
      findings.add(
          Rule.AUTO_STATE.at(
              Place.field("Accident"),
              "The auto accident names no state.",
              "Enter the state in which it happened."));
    }
    return findings;
  }

  private static void employer(Claim claim, List<Finding> findings) {
    if (claim.subscriber().filing() != FilingIndicator.WORKERS_COMPENSATION) return;
    if (claim.subscriber().name() instanceof OrganizationName) return;
    findings.add(
        Rule.WORK_EMPLOYER.at(
            Place.field("Insured"),
            "The insured of a workers' compensation claim is a person, not the employer.",
            "Enter the employer as the insured of the coverage."));
  }

  private static void day(Accident accident, Claim claim, List<Finding> findings) {
    LocalDate day = accident.happenedOn();
    if (day == null) {
      if (accident.isEmployment()) return; // told with the rest of the work injury
      findings.add(
          Rule.ACCIDENT_DATE.at(
              Place.field("Accident"),
              "The accident names no day.",
              "Enter the day on which it happened."));
    } else if (claim.servedFrom().filter(day::isAfter).isPresent()) {
      findings.add(
          Rule.ACCIDENT_DATE.at(
              Place.field("Accident"),
              "The accident lies after the first service.",
              "Correct the day of the accident or of the service."));
    }
  }

  private static boolean isHealthPlan(Claim claim) {
    FilingIndicator filing = claim.subscriber().filing();
    return filing != FilingIndicator.AUTOMOBILE
        && filing != FilingIndicator.LIABILITY
        && filing != FilingIndicator.WORKERS_COMPENSATION;
  }
}
