package org.cleanclaim.app.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.app.deadline.Deadlines;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What stands against a credit. As long as insurance is not done with a visit, or a visit is not
/// charged or billed, nobody knows what of the money is the patient's to have back. As long as a
/// claim is being corrected, its payer takes back what it paid by its answer: a replacement (7) and
/// a void (8) are about the whole of the earlier claim (Medicare Claims Processing Manual, Pub.
/// 100-04, chapter 1 section 130.1), and a refund would give the money back twice.
@Component
@Transactional(readOnly = true)
public class CreditWaits {
  /// What a credit waits for.
  ///
  /// @param what in words that go on "waits for"
  /// @param page where it is worked
  public record Wait(String what, String page) {}

  private enum Kind {
    DENIAL("the denial of claim %s", "/denials/%s"),
    OWED("what the payer owes on claim %s", "/claims/%s"),
    UNDECIDED("the decision on claim %s", "/claims/%s"),
    UNBILLED("the bill of visit %s", "/visits/%s"),
    UNCHARGED("the charges of visit %s", "/visits/%s"),
    EXPECTED("today's appointment: %s", "/appointments?patient=%s");

    private final String what;
    private final String page;

    Kind(String what, String page) {
      this.what = what;
      this.page = page;
    }

    Wait of(ResultSet row) throws SQLException {
      return new Wait(
          what.formatted(row.getString("what")), page.formatted(row.getString("target")));
    }
  }

  private final JdbcClient jdbc;
  private final Deadlines deadlines;

  CreditWaits(JdbcClient jdbc, Deadlines deadlines) {
    this.jdbc = jdbc;
    this.deadlines = deadlines;
  }

  /// What the credit of a patient waits for, the nearest to money first; empty when it is free.
  public Optional<Wait> of(long patientId) {
    return Optional.ofNullable(of(List.of(patientId)).get(patientId));
  }

  /// Whether the credit of a patient waits, in which case a reason has to be given to return it all
  /// the same.
  ///
  /// @throws BillingRefusal when it waits and no reason is given
  boolean requireReason(long patientId, String reason) {
    var wait = of(patientId);
    if (wait.isPresent() && reason.isBlank()) {
      throw new BillingRefusal(
          "The credit waits for %s. Wait until that is done, or say why it goes back all the same."
              .formatted(wait.get().what()));
    }
    return wait.isPresent();
  }

  /// The same for many; who is not in the answer waits for nothing.
  Map<Long, Wait> of(Collection<Long> patientIds) {
    var waits = new HashMap<Long, Wait>();
    jdbc.sql(
            """
            select n.patient_id, w.kind, w.what, w.target
            from unnest(cast(:patients as bigint[])) n (patient_id)
            cross join lateral (select array(select same_person(n.patient_id)) as records) own
            cross join lateral (
              select * from (
                select case when d.public_id is null then 'OWED' else 'DENIAL' end as kind, c.control_number as what,
                  coalesce(d.public_id, c.public_id) as target, case when d.public_id is null then 2 else 1 end as place
                from (select e.claim_id from entry e
                  where e.patient_id = any (own.records) and e.account = 'INSURANCE_RECEIVABLE' and e.claim_id is not null
                  group by e.claim_id having sum(e.amount) > 0) o
                join claim c using (claim_id)
                left join lateral (select x.public_id from denial_case x
                  where x.claim_id = c.claim_id and x.status in ('NEW', 'IN_WORK', 'APPEALED')
                  order by x.denial_case_id limit 1) d on true
                where c.status = 'ADJUDICATED'
                union all
                select 'UNDECIDED', c.control_number, c.public_id, 3
                from claim c
                where c.patient_id = any (own.records) and c.status not in ('ADJUDICATED', 'VOIDED', 'REPLACED')
                union all
                select 'UNBILLED', v.visit_number, v.public_id, 4
                from (select e.encounter_id from entry e
                  where e.patient_id = any (own.records) and e.account = 'UNBILLED' and e.encounter_id is not null
                  group by e.encounter_id having sum(e.amount) > 0) o
                join encounter v using (encounter_id)
                union all
                select 'UNCHARGED', v.visit_number, v.public_id, 5
                from encounter v
                left join chart k using (encounter_id)
                where v.patient_id = any (own.records) and k.status is distinct from 'FINAL_CODED'
                  and not exists (select from entry h where h.encounter_id = v.encounter_id and h.account = 'CHARGES')
                union all
                select 'EXPECTED', a.what, p.public_id, 6
                from appointment a
                join patient p using (patient_id)
                where a.patient_id = any (own.records) and a.on_day = :today and a.cancelled_at is null) one
              order by place, what
              limit 1) w
            """)
        .param("patients", patientIds.toArray(Long[]::new))
        .param("today", deadlines.today())
        .query(
            (RowCallbackHandler)
                row ->
                    waits.put(
                        row.getLong("patient_id"), Kind.valueOf(row.getString("kind")).of(row)));
    return waits;
  }

  /// What the credits of claims wait for, by claim: the payer's decision on a claim, or on what
  /// corrects it.
  Map<Long, Wait> ofClaims(Collection<Long> claimIds) {
    var waits = new HashMap<Long, Wait>();
    jdbc.sql(
            """
            with recursive chain as (
              select claim_id as credit, claim_id, payer_id, status, control_number, public_id
              from claim
              where claim_id = any (:claims)
              union all
              select k.credit, n.claim_id, n.payer_id, n.status, n.control_number, n.public_id
              from chain k
              join claim n on n.replaces_claim_id = k.claim_id and n.status <> 'VOIDED' and n.payer_id = k.payer_id)
            select distinct on (credit) credit, control_number as what, public_id as target
            from chain
            where status not in ('ADJUDICATED', 'VOIDED', 'REPLACED')
            order by credit, claim_id desc
            """)
        .param("claims", claimIds.toArray(Long[]::new))
        .query(
            (RowCallbackHandler) row -> waits.put(row.getLong("credit"), Kind.UNDECIDED.of(row)));
    return waits;
  }

  /// @throws BillingRefusal when the credit of a claim waits
  void requireDecided(long claimId) {
    var wait = ofClaims(List.of(claimId)).get(claimId);
    if (wait == null) return;
    throw new BillingRefusal(
        "Nothing of it goes back yet: the credit waits for %s, by which the payer takes back what it paid before. Look at it again when that has come."
            .formatted(wait.what()));
  }
}
