package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockMoved;
import org.cleanclaim.app.deadline.ClockRule;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.PayerTerms;
import org.cleanclaim.app.deadline.PayerTermsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Until when a payer takes the correction of a claim: by the payer's terms from the denying
/// decision, else from the decision; where no terms are known, as long as the claim itself (after
/// the limit of filing of 42 CFR 424.44 nothing is added to a bill: Medicare Claims Processing
/// Manual, Pub. 100-04, chapter 1 section 130.1.1). Each correction has its own clock; those that
/// no payer has follow when the terms are entered or changed.
@Component
class CorrectionLimits {
  private final JdbcClient jdbc;
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final CorrectionRecords chain;
  private final Payers payers;
  private final PayerTerms terms;
  private final ClaimClocks clocks;
  private final Deadlines deadlines;
  private final Organizations organizations;

  CorrectionLimits(
      JdbcClient jdbc,
      ClaimRecords records,
      ClaimUpdates updates,
      CorrectionRecords chain,
      Payers payers,
      PayerTerms terms,
      ClaimClocks clocks,
      Deadlines deadlines,
      Organizations organizations) {
    this.jdbc = jdbc;
    this.records = records;
    this.updates = updates;
    this.chain = chain;
    this.payers = payers;
    this.terms = terms;
    this.clocks = clocks;
    this.deadlines = deadlines;
    this.organizations = organizations;
  }

  /// @param kind of the clock
  /// @param from the day that the rule counts from
  record Limit(ClockKind kind, ClockRule rule, LocalDate from) {
    LocalDate last() {
      return rule.due(from);
    }
  }

  /// The limit for the correction of a claim that goes to the same payer.
  Limit of(BilledClaim earlier) {
    var payer = payers.get(earlier.payerId());
    var denied = clock(ClockKind.CORRECTED_CLAIM, earlier);
    return terms
        .correctedClaim(payer)
        .or(() -> denied.map(Clock::rule))
        .map(rule ->
            new Limit(
                ClockKind.CORRECTED_CLAIM,
                rule,
                denied.map(Clock::startsOn).orElseGet(() -> decidedOn(earlier))))
        .orElseGet(() ->
            ofFirst(
                payer,
                clock(ClockKind.TIMELY_FILING, earlier)
                    .map(Clock::startsOn)
                    .orElse(earlier.servedFrom())));
  }

  /// The limit for a claim that a payer gets as its first.
  ///
  /// @param from the service; after another payer, its decision
  Limit ofFirst(Payer payer, LocalDate from) {
    return new Limit(ClockKind.TIMELY_FILING, terms.filing(payer), from);
  }

  private Optional<Clock> clock(ClockKind kind, BilledClaim claim) {
    return deadlines
        .find(kind, ClaimClocks.subject(claim.controlNumber()), 1)
        .filter(clock -> clock.state() != Clock.State.ENDED);
  }

  // A claim that is not decided yet leaves the whole time.
  private LocalDate decidedOn(BilledClaim earlier) {
    var decided = earlier.adjudicatedAt();
    return decided == null
        ? deadlines.today()
        : LocalDate.ofInstant(decided, ZoneId.of(organizations.current().timeZone()));
  }

  @EventListener
  void changed(PayerTermsChanged changed) {
    jdbc.sql(
            """
            select claim_id
            from claim
            where payer_id = :payer and replaces_claim_id is not null
              and status in ('DRAFT', 'HELD', 'READY', 'REJECTED')
            """)
        .param("payer", changed.payerId())
        .query(Long.class)
        .list()
        .forEach(id -> again(records.find(new ClaimId(id)).orElseThrow()));
  }

  @EventListener
  void moved(ClockMoved clock) {
    if (clock.kind() != ClockKind.CORRECTED_CLAIM) return;
    records
        .find(ClaimClocks.correctionNumber(clock.subject()))
        .filter(correction -> correction.status().isChangeable())
        .ifPresent(correction -> fileBy(correction, clock.dueOn()));
  }

  private void again(BilledClaim correction) {
    var earlier = chain.earlier(correction.id()).orElseThrow();
    if (earlier.payerId() != correction.payerId()) return;
    fileBy(correction, clocks.corrects(correction, of(earlier)));
  }

  private void fileBy(BilledClaim correction, LocalDate last) {
    int moved =
        jdbc.sql(
                """
                update claim set file_by = :last, version = version + 1
                where claim_id = :id and file_by <> :last
                """)
            .param("last", last)
            .param("id", correction.id().value())
            .update();
    if (moved == 0) return;
    updates.note(
        correction.id(),
        "Filing limit",
        "The payer takes it until %s, no more %s".formatted(last, correction.fileBy()),
        "Scrub it",
        null);
  }
}
