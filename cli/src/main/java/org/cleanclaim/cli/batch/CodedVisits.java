package org.cleanclaim.cli.batch;

import java.sql.Connection;
import java.sql.SQLException;

/// Puts visits into an empty database as if each had been registered, coded and charged. Every
/// hundredth has no diagnosis, so that its claim is held.
final class CodedVisits {
  static final int HELD_EVERY = 100;

  private CodedVisits() {}

  static void fill(Connection owner, long organization, long payer, int visits)
      throws SQLException {
    String script =
        """
        insert into patient (patient_id, organization_id, account_number, last_name, first_name, born_on, sex,
          address_line, city, state, postal_code, created_at)
        overriding system value
        select n, {organization}, 'A' || n, 'LAST', 'FIRST', date '1960-01-01' + n % 10000, 'FEMALE', '1 Road', 'Dover',
          'DE', '199010001', now()
        from generate_series(1, {visits}) n;
        insert into coverage (coverage_id, organization_id, patient_id, payer_id, sequence, plan_name, member_id,
          effective)
        overriding system value
        select n, {organization}, n, {payer}, 'PRIMARY', 'Plan', 'M' || n, daterange('2025-01-01', null)
        from generate_series(1, {visits}) n;
        insert into subscriber (organization_id, coverage_id, relationship, effective, saved_by, saved_at)
        select {organization}, n, 'SELF', daterange('2025-01-01', null), 'bench', now()
        from generate_series(1, {visits}) n;
        insert into encounter (encounter_id, organization_id, visit_number, patient_id, provider_name,
          provider_first_name, provider_npi, provider_taxonomy, specialty, setting, place_of_service, served_on,
          created_at)
        overriding system value
        select n, {organization}, 'V' || n, n, 'Provider', 'Pat', '1234567893', '207Q00000X', 'Family', 'OUTPATIENT', '11',
          current_date - 10, now()
        from generate_series(1, {visits}) n;
        insert into chart (chart_id, organization_id, encounter_id, status, coder, finalized_at)
        overriding system value
        select n, {organization}, n, 'FINAL_CODED', 'bench', now()
        from generate_series(1, {visits}) n;
        insert into chart_code (organization_id, chart_id, position, code_system, code, title, reason, added_by)
        select {organization}, n, d.position, 'ICD10CM', d.code, d.code, 'invented', 'bench'
        from generate_series(1, {visits}) n
        cross join (values (1, 'I10'), (2, 'E119')) as d (position, code)
        where n % {heldEvery} > 0;
        insert into charge (organization_id, encounter_id, line, procedure, units, unit_price, amount, diagnoses,
          served_on, captured_by, captured_at)
        select {organization}, n, c.line, c.procedure, 1, 40 + n % 200, 40 + n % 200,
          case when n % {heldEvery} > 0 then array['I10'] else array[]::text[] end, current_date - 10, 'bench', now()
        from generate_series(1, {visits}) n
        cross join (values (1, 'G0444'), (2, 'G0442'), (3, 'J1100')) as c (line, procedure);
        insert into posting (organization_id, kind, reason, source, idempotency_key, effective_on, posted_at, actor)
        select {organization}, 'CHARGE', 'Charged', 'visit', 'charged-' || n, current_date - 10, now(), 'bench'
        from generate_series(1, {visits}) n;
        insert into entry (organization_id, posting_id, position, account, amount, patient_id, encounter_id, effective_on)
        select {organization}, p.posting_id, s.position, s.account, s.sign * 3 * (40 + n % 200), n, n, p.effective_on
        from generate_series(1, {visits}) n
        join posting p on p.idempotency_key = 'charged-' || n
        cross join (values (1, 'UNBILLED', 1), (2, 'CHARGES', -1)) as s (position, account, sign);
        """
            .replace("{visits}", Integer.toString(visits))
            .replace("{organization}", Long.toString(organization))
            .replace("{payer}", Long.toString(payer))
            .replace("{heldEvery}", Integer.toString(HELD_EVERY));
    try (var statement = owner.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(script);
      statement.execute("vacuum (analyze)");
    }
  }
}
