package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;

/// What the payer's latest answer (271) says about the coverage, on the days of service.
final class EligibilityRules implements EditRule {
  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    var answer = context.eligibility();
    if (answer == null) return List.of();
    if (answer.status() == EligibilityAnswer.Status.INACTIVE) {
      return List.of(
          Rule.INACTIVE.at(
              Place.field("Coverage"),
              "The payer answered that the coverage is not active.",
              "Ask the patient for the coverage of that day."));
    }
    var findings = new ArrayList<Finding>();
    for (ServiceLine line : claim.lines()) {
      LocalDate day = line.servedFrom();
      if (answer.covers(day) && answer.covers(line.servedThrough())) continue;
      LocalDate begins = answer.planDays().from();
      findings.add(
          Rule.NOT_COVERED_THAT_DAY.onLine(
              line.number(),
              "Day of service",
              begins != null && day.isBefore(begins)
                  ? "The coverage begins on " + begins + ", after the service."
                  : "The coverage ended before the service did.",
              "Ask the patient for the coverage of that day."));
    }
    return findings;
  }
}
