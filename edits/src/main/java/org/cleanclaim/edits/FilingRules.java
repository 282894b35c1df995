package org.cleanclaim.edits;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Claim;

/// The payer's filing limit, see [TimelyFiling].
final class FilingRules implements EditRule {
  private static final int SOON_DAYS = 15;

  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    TimelyFiling limit = TimelyFiling.of(claim, context.timelyFilingDays());
    LocalDate first = claim.servedFrom().orElse(null);
    LocalDate through = claim.servedThrough().orElse(null);
    if (limit == null || first == null || through == null) return List.of();
    LocalDate last = limit.lastDay(TimelyFiling.countedFrom(claim.type(), first, through));
    long left = ChronoUnit.DAYS.between(context.asOf(), last);
    if (left < 0) {
      return List.of(
          Rule.LATE.at(
              Place.field("Day of service"),
              "The payer took this claim until " + last + ".",
              "Send it with proof of earlier filing, or write it off."));
    }
    if (left > SOON_DAYS) return List.of();
    return List.of(
        Rule.SOON_LATE.at(
            Place.field("Day of service"),
            "The payer takes this claim until " + last + ".",
            "Send it before that day."));
  }
}
