package org.cleanclaim.app.denial;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.RecordRequests;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.denial.DenialCase.Action;
import org.cleanclaim.app.denial.DenialCase.Status;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Cases of a payment that was matched to the wrong claim: those that it opened are withdrawn,
/// those that it settled stand as they did before. Matched to that claim after all, it opens its
/// own again.
@Component
@Transactional
class CaseReturns {
  private static final String WRONG_CLAIM = "The payment was matched to this claim by mistake";

  private record Settled(
      long id,
      long caseId,
      Status status,
      Status before,
      @Nullable Action actionBefore,
      Money recoveredBefore,
      Instant settledAt) {}

  private final JdbcClient jdbc;
  private final DenialRecords records;
  private final AppealRecords appeals;
  private final Deadlines deadlines;
  private final RecordRequests requests;
  private final Clock clock;

  CaseReturns(
      JdbcClient jdbc,
      DenialRecords records,
      AppealRecords appeals,
      Deadlines deadlines,
      RecordRequests requests,
      Clock clock) {
    this.jdbc = jdbc;
    this.records = records;
    this.appeals = appeals;
    this.deadlines = deadlines;
    this.requests = requests;
    this.clock = clock;
  }

  /// Keeps how a case stands before a decision settles it.
  ///
  /// @param claimId the claim that was decided
  void keep(DenialCase denial, long claimId, long remittanceId, Status settledAs) {
    jdbc.sql(
            """
            insert into denial_settlement (denial_case_id, claim_id, remittance_id, status, status_before, action_before,
              recovered_before, settled_at)
            values (:case, :claim, :remittance, :status, :before, :action, :recovered, :now)
            """)
        .param("case", denial.id())
        .param("claim", claimId)
        .param("remittance", remittanceId)
        .param("status", settledAs.name())
        .param("before", denial.status().name())
        .param("action", denial.action() == null ? null : denial.action().name())
        .param("recovered", denial.recovered().toBigDecimal())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /// What a payment refuses is nothing of a claim.
  void withdraw(long claimPaymentId, long claimId) {
    for (DenialCase denial : records.ofPayment(claimPaymentId, claimId)) {
      records.withdraw(denial, WRONG_CLAIM);
      String subject = FactFinder.subject(denial);
      deadlines.ended(ClockKind.DENIAL, subject, WRONG_CLAIM);
      deadlines.ended(ClockKind.APPEAL, subject, WRONG_CLAIM);
      deadlines.ended(ClockKind.APPEAL_DECISION, subject, WRONG_CLAIM);
      requests.withdraw(new ClaimId(claimId), AskedRecords.codes(denial), WRONG_CLAIM);
    }
    records
        .withoutDenial(claimId)
        .ifPresent(
            number -> deadlines.ended(ClockKind.CORRECTED_CLAIM, "claim " + number, WRONG_CLAIM));
  }

  /// The cases that a remittance refuses and that were withdrawn stand again: the payment was
  /// matched to their claims once more.
  void again(long remittanceId) {
    String why = "The payment was matched to this claim again";
    for (DenialCase denial : records.withdrawn(remittanceId)) {
      records.again(denial, why);
      var back = records.find(denial.publicId()).orElseThrow();
      if (!back.isOpen()) continue;
      restart(back, why);
      restartCorrection(back, why);
      requests.askedAgain(new ClaimId(back.claimId()), AskedRecords.codes(back), why);
    }
  }

  /// The cases that a remittance has settled by its decision of a claim stand as they did before,
  /// but those that somebody has worked on since.
  ///
  /// @return when the first of them was settled; empty when none comes back
  Optional<Instant> unsettle(long remittanceId, long claimId) {
    Instant first = null;
    for (Settled settled : settled(remittanceId, claimId)) {
      var denial = records.get(settled.caseId());
      if (denial.status() != settled.status()) {
        records.note(
            denial.id(),
            "Settled by a payment of another claim",
            "What was done about it since stays");
        continue;
      }
      String why = "The payment that settled it was matched to the wrong claim";
      records.reopen(denial, settled.before(), settled.actionBefore(), why);
      records.recover(denial, settled.recoveredBefore());
      var back = records.get(settled.caseId());
      restart(back, why);
      if (back.action() == null) restartCorrection(back, why);
      first = settled.settledAt();
    }
    return Optional.ofNullable(first);
  }

  /// Remittances with a decision of a claim that stands and was not known before a moment, or that
  /// is of the same remittance, in their order.
  List<Long> later(long claimId, long remittanceId, Instant since) {
    return jdbc.sql(
            """
            select r.remittance_id
            from claim_payment p
            join remittance r using (remittance_id)
            left join payment_match m on m.claim_payment_id = p.claim_payment_id and m.undone_at is null
            where p.claim_id = :claim and (r.remittance_id = :remittance or coalesce(m.matched_at, r.posted_at) > :since)
            group by r.remittance_id
            order by min(coalesce(m.matched_at, r.posted_at)), r.remittance_id
            """)
        .param("claim", claimId)
        .param("remittance", remittanceId)
        .param("since", Timestamp.from(since))
        .query(Long.class)
        .list();
  }

  /// The clock of what the case waits for runs on: the payer's answer to an appeal, or the next
  /// appeal.
  private void restart(DenialCase denial, String why) {
    String subject = FactFinder.subject(denial);
    int used = appeals.used(denial.id());
    if (denial.status() == Status.APPEALED) {
      deadlines.restart(ClockKind.APPEAL_DECISION, subject, used, why);
    } else if (denial.isLostAppeal()) {
      deadlines.restart(ClockKind.DENIAL, subject, Appeals.LOST, why);
    } else {
      deadlines.restart(ClockKind.APPEAL, subject, used + 1, why);
      boolean isCorrected =
          denial.action() == Action.CORRECT_AND_REBILL
              || denial.action() == Action.BILL_OTHER_PAYER;
      if (!isCorrected) deadlines.restart(ClockKind.DENIAL, subject, 1, why);
    }
  }

  private void restartCorrection(DenialCase denial, String why) {
    deadlines.restart(ClockKind.CORRECTED_CLAIM, "claim " + denial.controlNumber(), 1, why);
  }

  /// Those not undone yet, the latest first; each is undone with this.
  private List<Settled> settled(long remittanceId, long claimId) {
    var settled = new ArrayList<Settled>();
    jdbc.sql(
            """
            update denial_settlement
            set undone_at = :now
            where claim_id = :claim and remittance_id = :remittance and undone_at is null
            returning denial_settlement_id, denial_case_id, status, status_before, action_before, recovered_before,
              settled_at
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("claim", claimId)
        .param("remittance", remittanceId)
        .query(row -> {
          String action = row.getString("action_before");
          settled.add(
              new Settled(
                  row.getLong("denial_settlement_id"),
                  row.getLong("denial_case_id"),
                  Status.valueOf(row.getString("status")),
                  Status.valueOf(row.getString("status_before")),
                  action == null ? null : Action.valueOf(action),
                  Money.of(row.getBigDecimal("recovered_before").toPlainString()),
                  row.getTimestamp("settled_at").toInstant()));
        });
    settled.sort(Comparator.comparingLong(Settled::id).reversed());
    return settled;
  }
}
