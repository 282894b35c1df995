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
import org.cleanclaim.edits.HistoryNeed;
import org.cleanclaim.edits.ScrubContext;
import org.cleanclaim.edits.Scrubber;
import org.cleanclaim.edits.coverage.MedicareCoverage;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.springframework.stereotype.Component;

/// What the edits and the practice's payer rules say of a claim, with all that is known around it.
@Component
class ClaimScrub {
  private final Scrubber scrubber;
  private final RuledClaims ruled;
  private final ClaimRecords records;
  private final Payers payers;
  private final EligibilityDesk eligibility;
  private final MedicareCoverage medicare;
  private final ClaimAuthorizations authorizations;
  private final Organizations organizations;
  private final Clock clock;

  ClaimScrub(
      Scrubber scrubber,
      RuledClaims ruled,
      ClaimRecords records,
      Payers payers,
      EligibilityDesk eligibility,
      MedicareCoverage medicare,
      ClaimAuthorizations authorizations,
      Organizations organizations,
      Clock clock) {
    this.scrubber = scrubber;
    this.ruled = ruled;
    this.records = records;
    this.payers = payers;
    this.eligibility = eligibility;
    this.medicare = medicare;
    this.authorizations = authorizations;
    this.organizations = organizations;
    this.clock = clock;
  }

  /// Of a claim as it stands.
  List<Finding> findings(BilledClaim claim) {
    return together(claim, claim.snapshot(), ruled.findings(claim));
  }

  /// Of another snapshot of a claim.
  List<Finding> findings(BilledClaim claim, Claim snapshot) {
    return together(claim, snapshot, ruled.apply(snapshot).findings());
  }

  private List<Finding> together(BilledClaim claim, Claim snapshot, List<Finding> ofRules) {
    var found = new ArrayList<>(scrubber.scrub(snapshot, context(claim, snapshot)));
    found.addAll(ofRules);
    return List.copyOf(found);
  }

  private ScrubContext context(BilledClaim claim, Claim snapshot) {
    var payer = payers.get(claim.payerId());
    var zone = ZoneId.of(organizations.current().timeZone());
    var context =
        ScrubContext.asOf(LocalDate.now(clock.withZone(zone)))
            .withTimelyFilingDays(filingDays(claim, payer))
            .withAuthorizationRequired(authorizations.needed(payer, snapshot))
            .withAuthorizations(authorizations.known(claim, snapshot))
            .withCoveragePolicies(medicare.policies(snapshot))
            .withMemberIdPattern(payer.memberIdPattern())
            .withEligibility(eligibility.latestAnswer(claim.coverageId()).orElse(null));
    var need = HistoryNeed.of(snapshot, context.coveragePolicies(), context.asOf());
    return context.withHistory(records.others(claim, need));
  }

  /// A correction has the payer's time for corrections, counted from the service as the rule does.
  private static int filingDays(BilledClaim claim, Payer payer) {
    return claim.correction() == null
        ? payer.timelyFilingDays()
        : Math.toIntExact(ChronoUnit.DAYS.between(claim.servedFrom(), claim.fileBy()));
  }
}
