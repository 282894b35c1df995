package org.cleanclaim.app.codingaudit;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The final charts that a plan may draw from. A chart whose present version was audited before is
/// not among them.
@Component
@Transactional(readOnly = true)
class SamplePopulation {
  private final JdbcClient jdbc;
  private final Organizations organizations;

  SamplePopulation(JdbcClient jdbc, Organizations organizations) {
    this.jdbc = jdbc;
    this.organizations = organizations;
  }

  /// A final chart.
  record Candidate(
      EncounterId encounterId,
      int chartVersion,
      String visitNumber,
      String setting,
      String coder,
      Instant finalizedAt,
      @Nullable String payer,
      Money charge) {}

  /// Who has made charts final.
  List<String> coders() {
    return jdbc.sql(
            "select distinct coder from chart where finalized_at is not null order by coder")
        .query(String.class)
        .list();
  }

  /// The charts that fit a plan, by visit number.
  List<Candidate> of(AuditPlan plan) {
    var criteria = plan.criteria();
    return jdbc.sql(
            """
            select c.encounter_id, c.version, e.visit_number, e.setting, c.coder, c.finalized_at, p.name as payer,
              (select coalesce(sum(h.amount), 0) from charge h
                where h.encounter_id = c.encounter_id and h.replaced_by is null and h.withdrawn_at is null) as charge
            from chart c
            join encounter e using (encounter_id)
            left join lateral (
              select v.payer_id
              from coverage v
              where v.patient_id = e.patient_id and v.sequence = 'PRIMARY' and v.effective @> e.served_on
              order by v.coverage_id
              limit 1) v on true
            left join payer p using (payer_id)
            where c.status = 'FINAL_CODED' and c.finalized_at >= :from and c.finalized_at < :until
              and (:everybody or c.coder = any (:coders))
              and (:code::text is null
                or exists (select from chart_code k where k.chart_id = c.chart_id and starts_with(k.code, :code))
                or exists (select from charge h where h.encounter_id = c.encounter_id and h.replaced_by is null and h.withdrawn_at is null
                  and starts_with(h.procedure, :code)))
              and (:setting::text is null or e.setting = :setting)
              and (:payer::text is null or p.slug = :payer)
              and (:over::numeric is null or (select coalesce(sum(h.amount), 0) from charge h
                where h.encounter_id = c.encounter_id and h.replaced_by is null and h.withdrawn_at is null) > :over)
              and (:rejected::int is null or (select count(*) from suggestion s
                where s.chart_id = c.chart_id and s.decision = 'REJECTED') >= :rejected)
              and (:since::date is null or exists (select from staff_member m
                where m.user_name = c.coder and m.employed_from >= :since))
              and not exists (select from coding_audit_chart a
                where a.encounter_id = c.encounter_id and a.chart_version = c.version)
            order by e.visit_number
            """)
        .param("from", start(plan.finalizedFrom()))
        .param("until", start(plan.finalizedTo().plusDays(1)))
        .param("everybody", plan.coders().isEmpty())
        .param("coders", plan.coders().toArray(String[]::new))
        .param("code", criteria.code())
        .param("setting", criteria.setting())
        .param("payer", criteria.payer())
        .param("over", criteria.chargeOver())
        .param("rejected", criteria.rejectedSuggestions())
        .param("since", criteria.coderSince())
        .query((row, n) ->
            new Candidate(
                new EncounterId(row.getLong("encounter_id")),
                row.getInt("version"),
                row.getString("visit_number"),
                row.getString("setting"),
                row.getString("coder"),
                row.getTimestamp("finalized_at").toInstant(),
                row.getString("payer"),
                Money.of(row.getBigDecimal("charge").toPlainString())))
        .list();
  }

  private Timestamp start(LocalDate day) {
    var zone = ZoneId.of(organizations.current().timeZone());
    return Timestamp.from(day.atStartOfDay(zone).toInstant());
  }
}
