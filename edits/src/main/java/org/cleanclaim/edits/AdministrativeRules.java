package org.cleanclaim.edits;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;

/// Duplicates, filing limit, authorization and eligibility.
final class AdministrativeRules implements EditRule {
  private static final int SOON_DAYS = 15;

  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    var findings = new ArrayList<Finding>();
    duplicates(claim, context, findings);
    filing(claim, context, findings);
    authorization(claim, context, findings);
    var answer = context.eligibility();
    if (answer != null && answer.status() == EligibilityAnswer.Status.INACTIVE) {
      findings.add(
          Rule.INACTIVE.at(
              Place.field("Coverage"),
              "The payer answered that the coverage is not active.",
              "Ask the patient for the coverage of that day."));
    }
    return findings;
  }

  private static void duplicates(Claim claim, ScrubContext context, List<Finding> findings) {
    for (ServiceLine line : claim.lines()) {
      boolean isRepeated =
          claim.lines().stream().anyMatch(l -> l.number() < line.number() && isSame(l, line))
              || context.history().stream()
                  .filter(other -> !other.controlNumber().equals(claim.controlNumber()))
                  .filter(other -> other.payer().equals(claim.payer()))
                  .filter(other -> other.patient().equals(claim.patient()))
                  .flatMap(other -> other.lines().stream())
                  .anyMatch(l -> isSame(l, line));
      if (isRepeated) {
        findings.add(
            Rule.EXACT_DUPLICATE.onLine(
                line.number(),
                "Procedure",
                line.procedure() + " of this day has been billed already.",
                "Remove it, or add modifier 76 or 77 when it was done again."));
      }
    }
  }

  private static boolean isSame(ServiceLine a, ServiceLine b) {
    return Objects.equals(a.procedure(), b.procedure())
        && a.modifiers().equals(b.modifiers())
        && a.servedFrom().equals(b.servedFrom())
        && Objects.equals(a.revenueCode(), b.revenueCode());
  }

  private static void filing(Claim claim, ScrubContext context, List<Finding> findings) {
    Integer days = context.timelyFilingDays();
    if (days == null || claim.servedFrom().isEmpty()) return;
    LocalDate last = claim.servedFrom().get().plusDays(days);
    long left = ChronoUnit.DAYS.between(context.asOf(), last);
    if (left < 0) {
      findings.add(
          Rule.LATE.at(
              Place.field("Day of service"),
              "The payer took this claim until " + last + ".",
              "Send it with proof of earlier filing, or write it off."));
    } else if (left <= SOON_DAYS) {
      findings.add(
          Rule.SOON_LATE.at(
              Place.field("Day of service"),
              "The payer takes this claim until " + last + ".",
              "Send it before that day."));
    }
  }

  private static void authorization(Claim claim, ScrubContext context, List<Finding> findings) {
    if (claim.authorizationNumber() != null) return;
    for (ServiceLine line : claim.lines()) {
      if (line.procedure() == null || line.authorizationNumber() != null) continue;
      if (context.authorizationRequired().contains(line.procedure())) {
        findings.add(
            Rule.AUTHORIZATION.onLine(
                line.number(),
                "Authorization",
                "The payer pays " + line.procedure() + " with an authorization only.",
                "Enter the authorization number of the visit."));
      }
    }
  }
}
