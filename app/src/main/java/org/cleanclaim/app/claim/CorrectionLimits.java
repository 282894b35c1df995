package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.time.ZoneId;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockMoved;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.PayerTerms;
import org.cleanclaim.app.deadline.PayerTermsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Until when a payer takes the correction of a claim: as the clock of the denying decision says,
/// else by the payer's terms from the decision; where neither is known, as long as the claim
/// itself. Corrections that no payer has follow when the terms are entered or changed.
@Component
class CorrectionLimits {
  private final JdbcClient jdbc;
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final CorrectionRecords chain;
  private final Payers payers;
  private final PayerTerms terms;
  private final Deadlines deadlines;
  private final Organizations organizations;

  CorrectionLimits(
      JdbcClient jdbc,
      ClaimRecords records,
      ClaimUpdates updates,
      CorrectionRecords chain,
      Payers payers,
      PayerTerms terms,
      Deadlines deadlines,
      Organizations organizations) {
    this.jdbc = jdbc;
    this.records = records;
    this.updates = updates;
    this.chain = chain;
    this.payers = payers;
    this.terms = terms;
    this.deadlines = deadlines;
    this.organizations = organizations;
  }

  /// The last day for the correction of a claim.
  LocalDate of(BilledClaim earlier) {
    return deadlines
        .find(ClockKind.CORRECTED_CLAIM, ClaimClocks.subject(earlier.controlNumber()), 1)
        .filter(clock -> clock.state() != org.cleanclaim.app.deadline.Clock.State.ENDED)
        .map(org.cleanclaim.app.deadline.Clock::dueOn)
        .or(() ->
            terms
                .correctedClaim(payers.get(earlier.payerId()))
                .map(rule -> rule.due(decidedOn(earlier))))
        .orElse(earlier.fileBy());
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
        .find(ClaimClocks.controlNumber(clock.subject()))
        .flatMap(earlier -> chain.correctionOf(earlier.id()))
        .filter(correction -> correction.status().isChangeable())
        .ifPresent(this::again);
  }

  private void again(BilledClaim correction) {
    var earlier = chain.earlier(correction.id()).orElseThrow();
    if (earlier.payerId() != correction.payerId()) return;
    var last = of(earlier);
    if (last.equals(correction.fileBy())) return;
    jdbc.sql("update claim set file_by = :last, version = version + 1 where claim_id = :id")
        .param("last", last)
        .param("id", correction.id().value())
        .update();
    updates.note(
        correction.id(),
        "Filing limit",
        "The payer takes it until %s, no more %s".formatted(last, correction.fileBy()),
        "Scrub it",
        null);
  }
}
