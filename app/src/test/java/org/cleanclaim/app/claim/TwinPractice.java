package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.practice.Practice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A practice with coded and charged visits of every kind that billing tells apart. Two such
/// practices differ in nothing but their NPI and the numbers of their rows.
public final class TwinPractice extends Practice {
  private final JdbcClient jdbc = jdbc();

  public TwinPractice(String npi) {
    super("twin", npi);
    write(() -> {
      payer("plain", "ONE");
      payer("daily", "SAME_DAY");
      visit("ordinary", "T01", "plain", 3);
      visit("same services", "T02", "plain", 2);
      visit("same services again", "T02", "plain", 2);
      visit("nobody covers", "T03", null, 2);
      visit("no diagnosis", "T04", "plain", 1);
      jdbc.sql(
              "delete from chart_code where chart_id = (select chart_id from chart join encounter"
                  + " using (encounter_id) where visit_number = 'no diagnosis')")
          .update();
      jdbc.sql(
              "update charge set diagnoses = '{}' where encounter_id = (select encounter_id from"
                  + " encounter where visit_number = 'no diagnosis')")
          .update();
      visit("no charges", "T05", "plain", 0);
      visit("long", "T06", "plain", 60);
      visit("fails", "T07", "plain", 1);
      jdbc.sql(
              "update charge set diagnoses = array['no code'] where encounter_id = (select"
                  + " encounter_id from encounter where visit_number = 'fails')")
          .update();
      visit("morning", "T08", "daily", 2);
      visit("evening", "T08", "daily", 1);
      visit("paid at the desk", "T09", "plain", 2);
      paid("paid at the desk", "T09", "25");
      visit("allowed", "T10", "plain", 2);
      allowed("T10", "plain");
      visit("of the record that goes", "T11", "plain", 2);
      visit("of the record that stays", "T12", "plain", 2);
      jdbc.sql(
              """
              update patient
              set merged_into = (select patient_id from patient where account_number = 'T12'), merged_at = now(),
                merged_by = 'test', merge_reason = 'the same person'
              where account_number = 'T11'
              """)
          .update();
      visit("not final", "T13", "plain", 1);
      jdbc.sql(
              "update chart set status = 'IN_PROGRESS', finalized_at = null where encounter_id ="
                  + " (select encounter_id from encounter where visit_number = 'not final')")
          .update();
    });
  }

  public List<EncounterId> visits() {
    var ids = new ArrayList<EncounterId>();
    write(() ->
        ids.addAll(
            jdbc.sql("select encounter_id from encounter order by encounter_id")
                .query((row, n) -> new EncounterId(row.getLong(1)))
                .list()));
    return ids;
  }

  String number(EncounterId visit) {
    var found = new ArrayList<String>();
    write(() ->
        found.add(
            jdbc.sql("select visit_number from encounter where encounter_id = :id")
                .param("id", visit.value())
                .query(String.class)
                .single()));
    return found.getFirst();
  }

  private void payer(String slug, String together) {
    jdbc.sql(
            """
            with p as (
              insert into payer (slug, name, electronic_id, filing_code, timely_filing_days)
              values (:slug, :slug, upper(:slug), 'CI', 365)
              returning payer_id)
            insert into payer_claim_rule (payer_id, visits_on_claim, is_split_by_year, late_facility_charges, why,
              decided_by, decided_at)
            select payer_id, :together, false, 'CORRECTED_CLAIM', 'manual', 'test', now()
            from p
            """)
        .param("slug", slug)
        .param("together", together)
        .update();
  }

  private void visit(String number, String account, @Nullable String payer, int charges) {
    jdbc.sql(
            """
            insert into patient (account_number, last_name, first_name, born_on, sex, address_line, city, state,
              postal_code, created_at)
            values (:account, 'Last' || :account, 'Ann', '1970-01-01', 'FEMALE', '1 Road', 'Dover', 'DE', '199010001', now())
            on conflict do nothing
            """)
        .param("account", account)
        .update();
    if (payer != null) cover(account, payer);
    jdbc.sql(
            """
            with e as (
              insert into encounter (visit_number, patient_id, provider_name, provider_first_name, provider_npi,
                provider_taxonomy, specialty, setting, place_of_service, served_on, created_at)
              select :number, patient_id, 'Provider', 'Pat', '1234567893', '207Q00000X', 'Family', 'OUTPATIENT', '11',
                current_date - 10, now()
              from patient where account_number = :account
              returning encounter_id),
            c as (
              insert into chart (encounter_id, status, coder, finalized_at)
              select encounter_id, 'FINAL_CODED', 'test', now() from e
              returning chart_id),
            k as (
              insert into chart_code (chart_id, position, code_system, code, title, reason, added_by)
              select chart_id, position, 'ICD10CM', code, code, 'invented', 'test'
              from c cross join (values (1, 'I10'), (2, 'E119')) as d (position, code))
            insert into charge (encounter_id, line, procedure, units, unit_price, amount, diagnoses, served_on,
              captured_by, captured_at)
            select encounter_id, n, (array['G0444', 'G0442', 'J1100'])[1 + n % 3], 1, 40 + n, 40 + n, array['I10'],
              current_date - 10, 'test', now()
            from e cross join generate_series(1, :charges) n
            """)
        .param("number", number)
        .param("account", account)
        .param("charges", charges)
        .update();
    if (charges > 0) post(number);
  }

  private void post(String visit) {
    jdbc.sql(
            """
            with p as (
              insert into posting (kind, reason, source, idempotency_key, effective_on, posted_at, actor)
              values ('CHARGE', 'Charged', 'visit', 'charged-' || :visit, current_date - 10, now(), 'test')
              returning posting_id, effective_on)
            insert into entry (posting_id, position, account, amount, patient_id, encounter_id, effective_on)
            select p.posting_id, s.position, s.account, s.sign * c.amount, e.patient_id, e.encounter_id, p.effective_on
            from p
            join encounter e on e.visit_number = :visit
            cross join lateral (select sum(amount) as amount from charge where encounter_id = e.encounter_id) c
            cross join (values (1, 'UNBILLED', 1), (2, 'CHARGES', -1)) as s (position, account, sign)
            """)
        .param("visit", visit)
        .update();
  }

  private void cover(String account, String payer) {
    jdbc.sql(
            """
            with v as (
              insert into coverage (patient_id, payer_id, sequence, plan_name, member_id, effective)
              select p.patient_id, y.payer_id, 'PRIMARY', 'Plan', 'M' || p.account_number, daterange('2020-01-01', null)
              from patient p join payer y on y.slug = :payer
              where p.account_number = :account
                and not exists (select from coverage c where c.patient_id = p.patient_id)
              returning coverage_id)
            insert into subscriber (coverage_id, relationship, effective, saved_by, saved_at)
            select coverage_id, 'SELF', daterange('2020-01-01', null), 'test', now()
            from v
            """)
        .param("payer", payer)
        .param("account", account)
        .update();
  }

  private void paid(String visit, String account, String amount) {
    jdbc.sql(
            """
            with p as (
              insert into posting (kind, reason, source, idempotency_key, effective_on, posted_at, actor)
              values ('PATIENT_PAYMENT', 'Paid at the desk', 'desk', 'desk-' || :visit, current_date - 10, now(), 'test')
              returning posting_id, effective_on)
            insert into entry (posting_id, position, account, amount, patient_id, encounter_id, effective_on)
            select p.posting_id, s.position, s.account, s.sign * :amount::numeric, t.patient_id, e.encounter_id,
              p.effective_on
            from p
            join patient t on t.account_number = :account
            join encounter e on e.visit_number = :visit
            cross join (values (1, 'BANK', 1), (2, 'UNAPPLIED_CASH', -1)) as s (position, account, sign)
            """)
        .param("visit", visit)
        .param("account", account)
        .param("amount", amount)
        .update();
  }

  private void allowed(String account, String payer) {
    jdbc.sql(
            """
            insert into payer_authorization (patient_id, payer_id, kind, status, number, source, services, units_approved,
              valid_from, saved_by, saved_at)
            select p.patient_id, y.payer_id, 'PRIOR_AUTHORIZATION', 'APPROVED', 'AUTH7', 'PHONE',
              array['G0442', 'J1100'], 5, '2020-01-01', 'test', now()
            from patient p join payer y on y.slug = :payer
            where p.account_number = :account
            """)
        .param("account", account)
        .param("payer", payer)
        .update();
  }

  /// All that billing has written, without what differs between two runs: numbers of rows, claim
  /// numbers, times.
  public List<String> written() {
    var all = new ArrayList<String>();
    write(() -> {
      for (String sql : WRITTEN) {
        all.addAll(jdbc.sql(KEYS + sql).query((row, n) -> row.getString(1)).list());
      }
    });
    return all.stream().map(line -> line.replace(organization.npi().value(), "NPI")).toList();
  }

  // Each claim is named by its visit and part, wherever its number stands.
  private static final String KEYS =
      """
      with key as (
        select c.*, e.visit_number || '/' || c.part as name
        from claim c join encounter e using (encounter_id))
      """;

  private static final List<String> WRITTEN =
      List.of(
          """
          select concat_ws(' | ', 'claim', name, status, revision, frequency, total_charge, served_from, served_through,
            file_by, replace(snapshot::text, control_number, name), replace(draft::text, control_number, name))
          from key order by name
          """,
          """
          select concat_ws(' | ', 'source', k.name, s.line, e.visit_number, s.charge_line, s.amount)
          from claim_source s join key k using (claim_id) join encounter e on e.encounter_id = s.encounter_id
          order by k.name, s.line
          """,
          """
          select concat_ws(' | ', 'event', k.name, v.actor, v.what, regexp_replace(v.why, 'CC[0-9]+', coalesce(
            (select o.name from key o where v.why like '%' || o.control_number || '%'), '')), v.next_step)
          from claim_event v join key k using (claim_id)
          order by k.name, v.claim_event_id
          """,
          """
          select concat_ws(' | ', 'finding', k.name, f.revision, f.position, f.rule_id, f.layer, f.severity, f.service_line,
            f.place, regexp_replace(f.message, 'CC[0-9]+', coalesce(
              (select o.name from key o where f.message like '%' || o.control_number || '%'), '')), f.remedy,
            f.expected_denial, f.source)
          from claim_finding f join key k using (claim_id)
          order by k.name, f.revision, f.position
          """,
          """
          select concat_ws(' | ', 'clock', k.name, d.kind, replace(d.subject, k.control_number, k.name), d.title, d.amount,
            d.unit, d.source, d.starts_on, d.due_on, d.owner, d.state, v.actor, v.what, v.why, v.due_on)
          from deadline_clock d join key k using (claim_id) join deadline_event v using (deadline_clock_id)
          order by k.name, d.kind, v.deadline_event_id
          """,
          """
          select concat_ws(' | ', 'use', k.name, a.number, u.line, u.procedure, u.served_on, u.units, u.reversed_why)
          from authorization_use u join key k using (claim_id)
          join payer_authorization a using (payer_authorization_id)
          order by k.name, u.line, u.authorization_use_id
          """,
          """
          select concat_ws(' | ', 'entry', p.kind, p.reason, p.source, p.effective_on, p.actor, n.position, n.account,
            n.amount, n.line, n.memo, e.visit_number)
          from entry n join posting p using (posting_id) left join encounter e using (encounter_id)
          order by e.visit_number, p.kind, n.position
          """,
          """
          select concat_ws(' | ', 'audit', a.actor, a.action, a.subject_type,
            (select k.name from key k where k.claim_id::text = a.subject_id and a.subject_type = 'claim'),
            t.account_number, a.reason)
          from audit_event a left join patient t using (patient_id)
          order by 1
          """);
}
