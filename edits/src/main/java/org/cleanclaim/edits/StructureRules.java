package org.cleanclaim.edits;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;

/// Sums, units and days of the claim itself.
final class StructureRules implements EditRule {
  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    var findings = new ArrayList<Finding>();
    if (claim.lines().isEmpty()) {
      findings.add(
          Rule.HAS_LINES.at(
              Place.WHOLE, "The claim has no service lines.", "Capture the charges of the visit."));
    }
    Money lines = Money.sum(claim.lines().stream().map(ServiceLine::charge).toList());
    if (!lines.equals(claim.totalCharge())) {
      findings.add(
          Rule.TOTAL_IS_SUM.at(
              Place.field("Total charge"),
              "The total is %s, the lines add up to %s.".formatted(claim.totalCharge(), lines),
              "Correct the lines or the total."));
    }
    for (ServiceLine line : claim.lines()) {
      if (line.unitsBilled().signum() <= 0) {
        findings.add(
            Rule.UNITS_POSITIVE.onLine(
                line.number(), "Units", "The line has no units.", "Enter how many were given."));
      }
      if (!line.charge().isPositive()) {
        findings.add(
            Rule.CHARGE_POSITIVE.onLine(
                line.number(), "Charge", "The line has no charge.", "Check the fee schedule."));
      }
      boolean isOutOfOrder = line.servedFrom().isAfter(line.servedThrough());
      if (isOutOfOrder || line.servedThrough().isAfter(context.asOf())) {
        findings.add(
            Rule.DATES_IN_ORDER.onLine(
                line.number(),
                "Day of service",
                isOutOfOrder
                    ? "The service ends before it begins."
                    : "The service lies in the future.",
                "Correct the days of service."));
      }
    }
    return findings;
  }
}
