package org.cleanclaim.app.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encounter.Encounters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What patients owe, visit by visit, and whether insurance is done with it: each claim of the
/// visit is decided, and each plan on file for the day has been heard.
@Component
@Transactional(readOnly = true)
public class VisitShares {
  private final JdbcClient jdbc;
  private final Encounters encounters;
  private final AuditTrail audit;
  private final Clock clock;

  VisitShares(JdbcClient jdbc, Encounters encounters, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.encounters = encounters;
    this.audit = audit;
    this.clock = clock;
  }

  /// The open shares of a household, the oldest visit first.
  public List<VisitShare> of(Household household) {
    return jdbc.sql(
            """
            with share as (
              select e.patient_id, coalesce(e.encounter_id, c.encounter_id) as encounter_id, sum(e.amount) as owed,
                coalesce(-sum(e.amount) filter (where p.kind = 'APPLIED'), 0) as applied,
                coalesce(min(p.effective_on) filter (where e.amount > 0), min(p.effective_on)) as since,
                bool_or(y.filing_code in ('MA', 'MB', 'MC', 'CH', 'VA', 'OF')) as is_federal
              from entry e
              join posting p on p.posting_id = e.posting_id
              left join claim c on c.claim_id = e.claim_id
              left join payer y on y.payer_id = c.payer_id
              where e.account = 'PATIENT_RECEIVABLE' and e.patient_id = any (:patients)
              group by 1, 2
              having sum(e.amount) <> 0)
            select s.*, v.public_id, v.visit_number, v.served_on,
              case when exists (select from visit_release r where r.encounter_id = s.encounter_id) then null
                else coalesce(
                  (select 'Claim ' || c.control_number || ' is not decided by ' || y.name || ' yet'
                    from claim c join payer y on y.payer_id = c.payer_id
                    where c.claim_id in (select w.claim_id from claim_visit w where w.encounter_id = s.encounter_id)
                      and c.status not in ('ADJUDICATED', 'VOIDED', 'REPLACED')
                    order by c.claim_id limit 1),
                  (select y.name || ' has sent claim ' || c.control_number || ' on to ' || m.crossover
                      || ', and no such plan is on file'
                    from claim_payment m
                    join claim c on c.claim_id = m.claim_id
                    join payer y on y.payer_id = c.payer_id
                    join coverage b on b.coverage_id = c.coverage_id
                    where c.claim_id in (select w.claim_id from claim_visit w where w.encounter_id = s.encounter_id)
                      and m.crossover is not null and m.status_code <> '22'
                      and not exists (select from claim_payment q where q.reverses_claim_payment_id = m.claim_payment_id)
                      and not exists (select from claim f where f.follows_claim_id = c.claim_id)
                      and not exists (select from coverage g where g.patient_id = c.patient_id
                        and g.effective @> v.served_on and g.sequence > b.sequence)
                    order by c.claim_id limit 1),
                  (select y.name || ' (' || lower(g.sequence) || ') is on file for the day and has not answered'
                    from coverage g join payer y on y.payer_id = g.payer_id
                    where g.patient_id = v.patient_id and g.effective @> v.served_on
                      and g.property_casualty_claim_number is null
                      and not exists (select from claim c
                        where c.claim_id in (select w.claim_id from claim_visit w where w.encounter_id = v.encounter_id)
                        and c.coverage_id = g.coverage_id and c.status = 'ADJUDICATED')
                      and not exists (select from claim_payment m join remittance r on r.remittance_id = m.remittance_id
                        join claim c on c.claim_id = m.claim_id
                        where c.claim_id in (select w.claim_id from claim_visit w where w.encounter_id = v.encounter_id)
                          and r.payer_id = g.payer_id)
                    order by g.sequence, g.coverage_id limit 1)) end as waits_for,
              exists (select from billing_dispute d where d.patient_id = any (:patients) and d.status = 'OPEN'
                and (d.encounter_id is null or d.encounter_id = s.encounter_id)) as is_disputed,
              (select coalesce(sum(upper(days) - lower(days)), 0)
                from (select unnest(range_agg(daterange(d.opened_on, d.resolved_on))) as days from billing_dispute d
                  where d.patient_id = any (:patients) and d.status <> 'OPEN'
                    and (d.encounter_id is null or d.encounter_id = s.encounter_id)) stood_still) as disputed_days
            from share s
            left join encounter v on v.encounter_id = s.encounter_id
            order by v.served_on nulls first, s.encounter_id, s.patient_id
            """)
        .param("patients", household.recordIds())
        .query(VisitShares::share)
        .list();
  }

  /// Somebody says that insurance is done with a visit, though a plan on file was not heard.
  @Transactional
  public void release(UUID visit, String why) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    if (why.isBlank()) throw new BillingRefusal("Say why insurance is done with this visit.");
    var encounter = encounters.find(visit).orElseThrow();
    jdbc.sql(
            """
            insert into visit_release (encounter_id, why, released_by, released_at)
            values (:encounter, :why, :actor, :now)
            on conflict (encounter_id) do nothing
            """)
        .param("encounter", encounter.id().value())
        .param("why", why.strip())
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record("left to the patient", "encounter", visit, encounter.patientId().value(), why);
  }

  private static VisitShare share(ResultSet row, int n) throws SQLException {
    return new VisitShare(
        row.getLong("patient_id"),
        row.getObject("encounter_id", Long.class),
        row.getObject("public_id", UUID.class),
        row.getString("visit_number"),
        Rows.day(row, "served_on"),
        Rows.money(row, "owed"),
        Rows.money(row, "applied"),
        row.getObject("since", java.time.LocalDate.class),
        row.getString("waits_for"),
        row.getBoolean("is_disputed"),
        row.getInt("disputed_days"),
        row.getBoolean("is_federal"));
  }
}
