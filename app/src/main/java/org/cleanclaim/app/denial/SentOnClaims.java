package org.cleanclaim.app.denial;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.LegalClocks;
import org.cleanclaim.app.deadline.RepeatedClocks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Claims that a payer has decided and sent on by itself (crossover) to a plan that is not on file:
/// what it left waits on the patient's account, and no claim of ours follows. Each has a clock
/// until that plan is registered and asked, or somebody says that insurance is done with the visit.
@Component
@Transactional
public class SentOnClaims {
  /// @param sentOn day of payment of the decision that sent it on; null when none did or it no
  ///   longer waits
  private record Looked(
      long claimId, UUID claim, String controlNumber, long payerId, @Nullable LocalDate sentOn) {}

  private final JdbcClient jdbc;
  private final Deadlines deadlines;
  private final RepeatedClocks clocks;

  SentOnClaims(JdbcClient jdbc, Deadlines deadlines, RepeatedClocks clocks) {
    this.jdbc = jdbc;
    this.deadlines = deadlines;
    this.clocks = clocks;
  }

  /// Starts the clocks of those whose next plan is not on file, and ends those of claims that wait
  /// for none any more. A plan that was registered since still has to be asked.
  void look(Collection<Long> claimIds) {
    jdbc.sql(
            """
            select k.claim_id, k.public_id, k.control_number, k.payer_id, case when k.is_left then k.sent_on end as sent_on
            from (
              select c.claim_id, c.public_id, c.control_number, c.payer_id,
                (select max(r.paid_on)
                  from claim_payment m
                  join remittance r using (remittance_id)
                  where m.claim_id = c.claim_id and m.crossover is not null and m.status_code <> '22'
                    and not exists (select from claim_payment q
                      where q.reverses_claim_payment_id = m.claim_payment_id)) as sent_on,
                c.status = 'ADJUDICATED'
                  and (select sum(e.amount) from entry e
                    where e.claim_id = c.claim_id and e.account = 'PATIENT_RECEIVABLE') > 0
                  and not exists (select from claim f where f.follows_claim_id = c.claim_id)
                  and exists (select from claim_visit w
                    where w.claim_id = c.claim_id
                      and not exists (select from visit_release d where d.encounter_id = w.encounter_id)) as is_left,
                exists (select from coverage own
                  cross join lateral same_person(c.patient_id) person (record)
                  join coverage n on n.patient_id = person.record
                  where own.coverage_id = c.coverage_id and n.sequence > own.sequence
                    and n.effective @> c.served_from) as is_on_file,
                exists (select from deadline_clock x where x.claim_id = c.claim_id
                  and x.kind = 'SENT_ON_CLAIM' and x.state = 'RUNNING') as has_clock
              from claim c
              where c.claim_id = any (:ids)) k
            where k.has_clock or k.sent_on is not null and k.is_left and not k.is_on_file
            order by k.claim_id
            """)
        .param("ids", claimIds.toArray(Long[]::new))
        .query((row, n) ->
            new Looked(
                row.getLong("claim_id"),
                row.getObject("public_id", UUID.class),
                row.getString("control_number"),
                row.getLong("payer_id"),
                row.getObject("sent_on", LocalDate.class)))
        .list()
        .forEach(this::look);
  }

  private void look(Looked looked) {
    String subject = "claim " + looked.controlNumber();
    var sentOn = looked.sentOn();
    if (sentOn != null) {
      clocks.run(
          ClockStart.of(ClockKind.SENT_ON_CLAIM, subject, LegalClocks.FORWARDED_CLAIM, sentOn)
              .ofClaim(looked.claimId(), looked.payerId(), "/claims/" + looked.claim()));
    } else {
      deadlines.ended(
          ClockKind.SENT_ON_CLAIM, subject, "The claim waits for no plan that is not on file");
    }
  }

  /// Somebody has said that insurance is done with a visit.
  public void released(long encounterId) {
    look(
        jdbc.sql(
                """
                select w.claim_id
                from claim_visit w
                join deadline_clock x on x.claim_id = w.claim_id and x.kind = 'SENT_ON_CLAIM' and x.state = 'RUNNING'
                where w.encounter_id = :encounter
                order by w.claim_id
                """)
            .param("encounter", encounterId)
            .query(Long.class)
            .list());
  }

  /// Whether a claim waits for a plan that is not on file.
  @Transactional(readOnly = true)
  public boolean isWaiting(long claimId) {
    return deadlines.ofClaim(claimId).stream()
        .anyMatch(clock -> clock.isOpen() && clock.kind() == ClockKind.SENT_ON_CLAIM);
  }
}
