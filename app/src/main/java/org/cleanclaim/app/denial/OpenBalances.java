package org.cleanclaim.app.denial;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.claim.ClaimReplaced;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.LegalClocks;
import org.cleanclaim.app.deadline.RepeatedClocks;
import org.cleanclaim.app.ledger.ClaimWrittenOff;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Claims that a payer has decided, of which something is open with it though no denial is worked:
/// it took a decision back and has not decided anew, decided some lines only, says that it is not
/// finished, or has not paid yet what an appeal has won. Each has a clock, so that somebody asks.
@Component
@Transactional
class OpenBalances {
  private record Looked(
      long claimId, UUID claim, String controlNumber, long payerId, boolean isOpen) {}

  private final JdbcClient jdbc;
  private final Deadlines deadlines;
  private final RepeatedClocks clocks;

  OpenBalances(JdbcClient jdbc, Deadlines deadlines, RepeatedClocks clocks) {
    this.jdbc = jdbc;
    this.deadlines = deadlines;
    this.clocks = clocks;
  }

  /// Starts the clocks of those that are open, and ends those of the others.
  void look(Collection<Long> claimIds) {
    jdbc.sql(
            """
            select k.*
            from (
              select c.claim_id, c.public_id, c.control_number, c.payer_id,
                c.status in ('ADJUDICATED', 'REPLACED')
                  and (select sum(e.amount) from entry e
                    where e.claim_id = c.claim_id and e.account = 'INSURANCE_RECEIVABLE') > 0
                  and not exists (select from denial_case d where d.claim_id = c.claim_id
                    and (d.status in ('NEW', 'IN_WORK', 'APPEALED')
                      or d.status in ('PART_WON', 'LOST') and d.action = 'APPEAL')) as is_open,
                exists (select from deadline_clock x where x.claim_id = c.claim_id
                  and x.kind = 'OPEN_BALANCE' and x.state = 'RUNNING') as has_clock
              from claim c
              where c.claim_id = any (:ids)) k
            where k.is_open or k.has_clock
            order by k.claim_id
            """)
        .param("ids", claimIds.toArray(Long[]::new))
        .query((row, n) ->
            new Looked(
                row.getLong("claim_id"),
                row.getObject("public_id", UUID.class),
                row.getString("control_number"),
                row.getLong("payer_id"),
                row.getBoolean("is_open")))
        .list()
        .forEach(this::look);
  }

  private void look(Looked looked) {
    String subject = "open balance of claim " + looked.controlNumber();
    if (looked.isOpen()) {
      clocks.run(
          ClockStart.of(
                  ClockKind.OPEN_BALANCE, subject, LegalClocks.OPEN_BALANCE, deadlines.today())
              .ofClaim(looked.claimId(), looked.payerId(), "/claims/" + looked.claim()));
    } else {
      deadlines.ended(ClockKind.OPEN_BALANCE, subject, "Nothing is open that nobody works on");
    }
  }

  @EventListener
  void on(ClaimWrittenOff writtenOff) {
    look(List.of(writtenOff.claimId()));
  }

  @EventListener
  void on(ClaimReplaced replaced) {
    look(List.of(replaced.claimId()));
  }
}
