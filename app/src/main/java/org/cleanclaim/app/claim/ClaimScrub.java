package org.cleanclaim.app.claim;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.EligibilityDesk;
import org.cleanclaim.app.coverage.EligibilityDesk.PolicyDay;
import org.cleanclaim.edits.HistoryNeed;
import org.cleanclaim.edits.ScrubContext;
import org.cleanclaim.edits.Scrubber;
import org.cleanclaim.edits.TimelyFiling;
import org.cleanclaim.edits.coverage.MedicareCoverage;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.springframework.stereotype.Component;

/// What the edits and the practice's payer rules say of claims, with all that is known around them.
@Component
class ClaimScrub {
  private final Scrubber scrubber;
  private final RuledClaims ruled;
  private final ClaimHistory history;
  private final Payers payers;
  private final EligibilityDesk eligibility;
  private final MedicareCoverage medicare;
  private final ClaimAuthorizations authorizations;
  private final Organizations organizations;
  private final Clock clock;

  ClaimScrub(
      Scrubber scrubber,
      RuledClaims ruled,
      ClaimHistory history,
      Payers payers,
      EligibilityDesk eligibility,
      MedicareCoverage medicare,
      ClaimAuthorizations authorizations,
      Organizations organizations,
      Clock clock) {
    this.scrubber = scrubber;
    this.ruled = ruled;
    this.history = history;
    this.payers = payers;
    this.eligibility = eligibility;
    this.medicare = medicare;
    this.authorizations = authorizations;
    this.organizations = organizations;
    this.clock = clock;
  }

  /// Of claims as they stand, in their order.
  List<List<Finding>> findings(List<BilledClaim> claims) {
    eligibility.ahead(claims.stream().map(ClaimScrub::policyDay).toList());
    return together(
        claims, claims.stream().map(BilledClaim::snapshot).toList(), ruled.findings(claims));
  }

  /// Of another snapshot of a claim.
  List<Finding> findings(BilledClaim claim, Claim snapshot) {
    return together(List.of(claim), List.of(snapshot), List.of(ruled.apply(snapshot).findings()))
        .getFirst();
  }

  private List<List<Finding>> together(
      List<BilledClaim> claims, List<Claim> snapshots, List<List<Finding>> ofRules) {
    var contexts = new ArrayList<ScrubContext>();
    var asked = new ArrayList<ClaimHistory.Asked>();
    for (int i = 0; i < claims.size(); i++) {
      var context = context(claims.get(i), snapshots.get(i));
      contexts.add(context);
      asked.add(
          new ClaimHistory.Asked(
              claims.get(i),
              HistoryNeed.of(snapshots.get(i), context.coveragePolicies(), context.asOf())));
    }
    var others = history.others(asked);
    var all = new ArrayList<List<Finding>>();
    for (int i = 0; i < claims.size(); i++) {
      var context = contexts.get(i).withHistory(others.getOrDefault(claims.get(i).id(), List.of()));
      var found = new ArrayList<>(scrubber.scrub(snapshots.get(i), context));
      found.addAll(ofRules.get(i));
      all.add(List.copyOf(found));
    }
    return all;
  }

  private ScrubContext context(BilledClaim claim, Claim snapshot) {
    var payer = payers.get(claim.payerId());
    var zone = ZoneId.of(organizations.current().timeZone());
    return ScrubContext.asOf(LocalDate.now(clock.withZone(zone)))
        .withTimelyFilingDays(filingDays(claim, snapshot, payer))
        .withAuthorizationRequired(authorizations.needed(payer, snapshot))
        .withAuthorizations(authorizations.known(claim, snapshot))
        .withCoveragePolicies(medicare.policies(snapshot))
        .withMemberIdPattern(payer.memberIdPattern())
        .withEligibility(eligibility.answerFor(policyDay(claim)).orElse(null));
  }

  private static PolicyDay policyDay(BilledClaim claim) {
    return new PolicyDay(claim.coverageId(), claim.servedFrom());
  }

  /// The days of the payer's directory; a correction and a claim to a next payer have a last day of
  /// their own, which the rule counts from the service like the others.
  private static int filingDays(BilledClaim claim, Claim snapshot, Payer payer) {
    if (claim.correction() == null && claim.following() == null) return payer.timelyFilingDays();
    var first = snapshot.servedFrom().orElse(claim.servedFrom());
    var last = snapshot.servedThrough().orElse(first);
    var from = TimelyFiling.countedFrom(snapshot.type(), first, last);
    return Math.toIntExact(ChronoUnit.DAYS.between(from, claim.fileBy()));
  }
}
