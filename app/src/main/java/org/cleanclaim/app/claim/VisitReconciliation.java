package org.cleanclaim.app.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Visits whose charges, codes and claims do not meet: nothing charged, nothing billed, charges
/// that came after the claim was made or were corrected then, or final codes that the payer was not
/// told.
@Component
@Transactional(readOnly = true)
public class VisitReconciliation {
  /// What is open about a visit.
  public enum Gap {
    NO_CHARGES("No charges", "Capture its charges"),
    NOT_BILLED("Not billed", "Make its claim"),
    LATE_CHARGES("Late charges", "Bring the claim up to date"),
    /// A line was taken off the claim, or made cheaper on it, and the claim has gone.
    NOT_ALL_BILLED("Charged, and on no claim", "Correct the charge, or take it back"),
    CODES_CHANGED("Codes changed", "Bring the claim up to date"),
    CHARGES_CHANGED("Charges corrected", "Bring the claim up to date");

    private final String title;
    private final String nextStep;

    Gap(String title, String nextStep) {
      this.title = title;
      this.nextStep = nextStep;
    }

    public String title() {
      return title;
    }

    public String nextStep() {
      return nextStep;
    }
  }

  /// @param charged what its charges come to now
  /// @param billed what the claim that stands says; null without one
  public record OpenVisit(
      UUID encounterId,
      String visitNumber,
      String patient,
      LocalDate servedOn,
      Gap gap,
      Money charged,
      @Nullable Money billed,
      @Nullable UUID claimId,
      @Nullable String controlNumber) {}

  private final JdbcClient jdbc;

  VisitReconciliation(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A page of the visits with final codes that have a gap, the oldest first.
  public ListPage<OpenVisit> open(int page) {
    return ListPage.of(
        jdbc.sql(
            """
            with charged as (
              select encounter_id, sum(amount) as total, max(captured_at) as captured_at
              from (
                select encounter_id, case when withdrawn_at is null then amount else 0 end as amount,
                  coalesce(withdrawn_at, captured_at) as captured_at
                from charge where replaced_by is null
                union all
                select encounter_id, amount, captured_at from facility_charge where replaced_by is null) lines
              group by encounter_id),
            visits as (
              select e.public_id, e.visit_number, e.served_on, p.last_name, p.first_name, h.total,
                c.public_id as claim, c.control_number, c.total_charge,
                case
                  when h.total is null or h.total = 0 and c.claim_id is null then 'NO_CHARGES'
                  when c.claim_id is null and h.total > 0
                    and (select sum(n.amount) from entry n where n.encounter_id = e.encounter_id and n.account = 'UNBILLED') > 0
                    then 'NOT_BILLED'
                  when c.total_charge <> h.total and h.captured_at > c.created_at then 'LATE_CHARGES'
                  when c.is_sent and c.total_charge < h.total
                    and (select sum(n.amount) from entry n where n.encounter_id = e.encounter_id and n.account = 'UNBILLED') > 0
                    then 'NOT_ALL_BILLED'
                  when c.is_behind then 'CODES_CHANGED'
                  when c.is_behind_charges then 'CHARGES_CHANGED'
                end as gap
              from encounter e
              join patient p using (patient_id)
              join chart k on k.encounter_id = e.encounter_id and k.status = 'FINAL_CODED'
              left join charged h on h.encounter_id = e.encounter_id
              left join lateral (
                select min(claim_id) as claim_id, (array_agg(public_id order by part, claim_id))[1] as public_id,
                  (array_agg(control_number order by part, claim_id))[1] as control_number,
                  sum(amount) as total_charge, max(created_at) as created_at, bool_or(is_behind) as is_behind,
                  bool_or(is_behind_charges) as is_behind_charges,
                  bool_and(status not in ('DRAFT', 'HELD', 'READY', 'REJECTED')) as is_sent
                from (
                  select distinct on (a.encounter_id, a.coverage_id, a.part)
                    a.claim_id, a.public_id, a.control_number, a.part, a.created_at, a.status, a.codes_changed_at is not null as is_behind,
                    a.charges_changed_at is not null as is_behind_charges,
                    coalesce((select sum(s.amount) from claim_source s
                      where s.claim_id = a.claim_id and s.encounter_id = e.encounter_id), a.total_charge) as amount
                  from claim a
                  where a.claim_id in (select v.claim_id from claim_visit v where v.encounter_id = e.encounter_id)
                    and a.status not in ('VOIDED', 'REPLACED') and a.correction is distinct from 'VOID'
                    and a.follows_claim_id is null
                  order by a.encounter_id, a.coverage_id, a.part, a.claim_id desc) parts) c on true)
            select * from visits where gap is not null order by served_on, visit_number
            limit :rows offset :skipped
            """),
        VisitReconciliation::visit,
        page);
  }

  private static OpenVisit visit(ResultSet row, int n) throws SQLException {
    return new OpenVisit(
        row.getObject("public_id", UUID.class),
        row.getString("visit_number"),
        row.getString("last_name") + ", " + row.getString("first_name"),
        row.getObject("served_on", LocalDate.class),
        Gap.valueOf(row.getString("gap")),
        row.getBigDecimal("total") == null
            ? Money.ZERO
            : Money.of(row.getBigDecimal("total").toPlainString()),
        row.getBigDecimal("total_charge") == null
            ? null
            : Money.of(row.getBigDecimal("total_charge").toPlainString()),
        row.getObject("claim", UUID.class),
        row.getString("control_number"));
  }
}
