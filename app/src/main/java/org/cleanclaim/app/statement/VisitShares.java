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
import org.cleanclaim.app.denial.DenialFilter;
import org.cleanclaim.app.denial.SentOnClaims;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What patients owe, visit by visit, and whether insurance is done with it: each claim of the
/// visit is decided, no denial of a whole claim is open, and each plan on file for the day has been
/// heard. A denial of a line keeps what is left to the patient of that line alone: the payer has
/// decided the others for good.
@Component
@Transactional(readOnly = true)
public class VisitShares {
  private final JdbcClient jdbc;
  private final Encounters encounters;
  private final SentOnClaims sentOn;
  private final AuditTrail audit;
  private final Clock clock;

  VisitShares(
      JdbcClient jdbc, Encounters encounters, SentOnClaims sentOn, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.encounters = encounters;
    this.sentOn = sentOn;
    this.audit = audit;
    this.clock = clock;
  }

  /// The open shares of a household, the oldest visit first. A share is the patient's since the
  /// decision with which more was left to them than is settled, and from then on always; what one
  /// remittance takes back and decides anew is one decision.
  public List<VisitShare> of(Household household) {
    return jdbc.sql(
            """
            with told as (
              select e.patient_id, coalesce(e.encounter_id, c.encounter_id) as encounter_id, e.amount, p.kind, p.source,
                p.posting_id, p.effective_on, p.posted_at, e.claim_id, e.line, c.follows_claim_id,
                p.kind in ('APPLIED', 'WRITE_OFF', 'ASSISTANCE', 'SMALL_BALANCE') as is_settling,
                y.filing_code in ('MA', 'MB', 'MC', 'CH', 'VA', 'OF') as is_federal
              from entry e
              join posting p on p.posting_id = e.posting_id
              left join claim c on c.claim_id = e.claim_id
              left join payer y on y.payer_id = c.payer_id
              where e.account = 'PATIENT_RECEIVABLE' and e.patient_id = any (:patients)),
            share as (
              select patient_id, encounter_id, sum(amount) as owed,
                coalesce(-sum(amount) filter (where kind = 'APPLIED'), 0) as applied,
                coalesce(-sum(amount) filter (where kind in ('WRITE_OFF', 'SMALL_BALANCE')), 0) as given_up,
                coalesce(-sum(amount) filter (where is_settling), 0) as settled,
                min(effective_on) as first_on, min(posted_at) as first_at, bool_or(is_federal) as is_federal
              from told
              group by 1, 2
              having sum(amount) <> 0),
            asked as (
              select patient_id, encounter_id, posting_id, effective_on, posted_at, sum(sum(amount)) over by_posting as amount,
                lead(source) over by_posting is distinct from source as is_whole
              from told
              where not is_settling
              group by patient_id, encounter_id, posting_id, source, effective_on, posted_at
              window by_posting as (partition by patient_id, encounter_id order by posting_id)),
            held as (
              select t.patient_id, t.encounter_id, sum(t.amount) as amount, min(denial.denial_case_id) as denial_case_id
              from told t
              cross join lateral (
                select d.denial_case_id
                from denial_case d
                where %1$s and (d.line = t.line or (d.line is not null and t.line is null))
                  and (d.claim_id = t.claim_id or (t.follows_claim_id is not null and d.claim_id in (
                    select w.claim_id from claim_visit w where w.encounter_id = t.encounter_id)))
                order by d.denial_case_id
                limit 1) denial
              where not t.is_settling
                and not exists (select from visit_release r where r.encounter_id = t.encounter_id)
              group by t.patient_id, t.encounter_id
              having sum(t.amount) > 0)
            select s.*, coalesce(b.effective_on, s.first_on) as since, coalesce(b.posted_at, s.first_at) as became_at,
              v.public_id, v.visit_number, v.served_on,
              case when exists (select from visit_release r where r.encounter_id = s.encounter_id) then null
                else coalesce(
                  (select 'Claim ' || c.control_number || ' is not decided by ' || y.name || ' yet'
                    from claim c join payer y on y.payer_id = c.payer_id
                    where c.claim_id in (select w.claim_id from claim_visit w where w.encounter_id = s.encounter_id)
                      and c.status not in ('ADJUDICATED', 'VOIDED', 'REPLACED')
                    order by c.claim_id limit 1),
                  (select 'The denial of claim ' || c.control_number || ' by ' || y.name || ' is not closed yet'
                    from denial_case d join claim c on c.claim_id = d.claim_id join payer y on y.payer_id = c.payer_id
                    where c.claim_id in (select w.claim_id from claim_visit w where w.encounter_id = s.encounter_id)
                      and d.line is null and %1$s
                    order by d.denial_case_id limit 1),
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
                    order by g.sequence, g.coverage_id limit 1)) end as visit_waits_for,
              h.amount as held,
              (select 'The denial of claim ' || c.control_number || ' by ' || y.name || ', line ' || d.line
                  || ', is not closed yet'
                from denial_case d join claim c on c.claim_id = d.claim_id join payer y on y.payer_id = c.payer_id
                where d.denial_case_id = h.denial_case_id) as line_waits_for,
              exists (select from billing_dispute d where d.patient_id = any (:patients) and d.status = 'OPEN'
                and (d.encounter_id is null or d.encounter_id = s.encounter_id)) as is_disputed,
              (select coalesce(sum(upper(days) - lower(days)), 0)
                from (select unnest(range_agg(daterange(d.opened_on, d.resolved_on))) as days from billing_dispute d
                  where d.patient_id = any (:patients) and d.status <> 'OPEN'
                    and (d.encounter_id is null or d.encounter_id = s.encounter_id)) stood_still) as disputed_days
            from share s
            left join encounter v on v.encounter_id = s.encounter_id
            left join held h on h.patient_id = s.patient_id and h.encounter_id = s.encounter_id
            left join lateral (
              select a.effective_on, a.posted_at
              from asked a
              where a.patient_id = s.patient_id and a.encounter_id is not distinct from s.encounter_id
                and a.is_whole and a.amount > s.settled
                and not exists (select from asked l
                  where l.patient_id = a.patient_id and l.encounter_id is not distinct from a.encounter_id
                    and l.is_whole and l.posting_id > a.posting_id and l.amount <= s.settled)
              order by a.posting_id
              limit 1) b on true
            order by v.served_on nulls first, s.encounter_id, s.patient_id
            """
                .formatted(DenialFilter.OPEN))
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
    sentOn.released(encounter.id().value());
    audit.record("left to the patient", "encounter", visit, encounter.patientId().value(), why);
  }

  private static VisitShare share(ResultSet row, int n) throws SQLException {
    Money owed = Rows.money(row, "owed");
    String visitWaitsFor = row.getString("visit_waits_for");
    boolean isHeld = row.getBigDecimal("held") != null;
    Money held = isHeld ? Rows.money(row, "held").min(owed) : Money.ZERO;
    return new VisitShare(
        row.getLong("patient_id"),
        row.getObject("encounter_id", Long.class),
        row.getObject("public_id", UUID.class),
        row.getString("visit_number"),
        Rows.day(row, "served_on"),
        owed,
        (visitWaitsFor == null ? held : owed).max(Money.ZERO),
        Rows.money(row, "applied"),
        Rows.money(row, "given_up"),
        row.getObject("since", java.time.LocalDate.class),
        row.getTimestamp("became_at").toInstant(),
        visitWaitsFor == null ? row.getString("line_waits_for") : visitWaitsFor,
        row.getBoolean("is_disputed"),
        row.getInt("disputed_days"),
        row.getBoolean("is_federal"));
  }
}
