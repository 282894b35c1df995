package org.cleanclaim.app.claim;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.payerrule.PublishedRules;
import org.cleanclaim.app.payerrule.PublishedRules.Applied;
import org.cleanclaim.edits.payerrule.RuleChange;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.springframework.stereotype.Component;

/// The practice's payer rules at work on claims: what they change before a claim is frozen, and
/// what they find on it.
@Component
class RuledClaims {
  private final PublishedRules rules;
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final Organizations organizations;
  private final Clock clock;

  RuledClaims(
      PublishedRules rules,
      ClaimRecords records,
      ClaimUpdates updates,
      Organizations organizations,
      Clock clock) {
    this.rules = rules;
    this.records = records;
    this.updates = updates;
    this.organizations = organizations;
    this.clock = clock;
  }

  Applied apply(Claim claim) {
    var zone = ZoneId.of(organizations.current().timeZone());
    return rules.apply(claim, LocalDate.now(clock.withZone(zone)));
  }

  /// What the rules have to say of claims. A claim that they changed is judged as it was before: a
  /// rule that changes a claim and holds it goes on holding it.
  ///
  /// @return of each claim, in their order
  List<List<Finding>> findings(List<BilledClaim> claims) {
    var drafts = records.drafts(claims.stream().map(BilledClaim::id).toList());
    return claims.stream()
        .map(claim -> apply(drafts.getOrDefault(claim.id(), claim.snapshot())).findings())
        .toList();
  }

  /// Writes each change into the claim's timeline.
  void tell(ClaimId id, List<RuleChange> changes) {
    for (RuleChange change : changes) {
      updates.note(
          id,
          "Changed by rule",
          "%s version %d at %s: %s → %s"
              .formatted(
                  change.ruleId(),
                  change.version(),
                  change.place().inWords(),
                  words(change.before()),
                  words(change.after())),
          "Scrub it",
          null);
    }
  }

  private static String words(String value) {
    return value.isEmpty() ? "nothing" : value;
  }
}
