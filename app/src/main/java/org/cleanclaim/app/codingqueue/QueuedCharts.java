package org.cleanclaim.app.codingqueue;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.edits.payerrule.PayerClass;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Asks the database for the charts that fit criteria.
@Component
class QueuedCharts {
  private static final String SELECT =
      """
      select c.chart_id, e.encounter_id, e.public_id, e.visit_number, p.last_name || ', ' || p.first_name as patient, e.provider_name,
        e.setting, e.specialty, e.served_on, c.status, c.coder, c.reopened_reason, y.name as payer,
        (select sum(g.amount) from charge g where g.encounter_id = e.encounter_id and g.replaced_by is null and g.withdrawn_at is null) as charges,
        array(select n.reason from chart_pending n where n.chart_id = c.chart_id and n.resolved_at is null
          union select 'QUERY' from coding_query q where q.encounter_id = e.encounter_id and q.status = 'SENT'
            and q.overridden_at is null
          order by 1) as pending,
        least((select min(n.follow_up_on) from chart_pending n
            where n.chart_id = c.chart_id and n.resolved_at is null),
          (select min(q.due_on) from coding_query q
            where q.encounter_id = e.encounter_id and q.status = 'SENT' and q.overridden_at is null)) as follow_up_on,
        (select count(*) from chart_document k
          where k.chart_id = c.chart_id and k.is_late and k.seen_by is null) as late,
        (select min(q.escalate_to) from coding_query q
          where q.encounter_id = e.encounter_id and q.status = 'SENT' and q.escalated_at is not null) as escalated_to,
        (select l.holder from chart_lock l where l.chart_id = c.chart_id and l.expires_at > :now) as locked_by
      from chart c
      join encounter e using (encounter_id)
      join patient p using (patient_id)
      left join lateral (
        select r.name, r.filing_code from coverage v join payer r using (payer_id)
        where v.patient_id = e.patient_id and v.effective @> e.served_on
        order by v.sequence = 'PRIMARY' desc, v.coverage_id
        limit 1) y on true
      """;

  private static final String WHERE =
      """
      where (:need = 'OPEN' and c.status <> 'FINAL_CODED' or c.status = :need
          or :need = 'LATE_DOCUMENT' and exists (
            select 1 from chart_document k where k.chart_id = c.chart_id and k.is_late and k.seen_by is null)
          or :need = 'PENDING' and c.status <> 'FINAL_CODED' and exists (
            select 1 from coding_query q where q.encounter_id = e.encounter_id and q.status = 'SENT'
              and q.overridden_at is null))
        and (cardinality(:settings::text[]) = 0 or e.setting = any (:settings))
        and (cardinality(:specialties::text[]) = 0 or lower(e.specialty) = any (:specialties))
        and (cardinality(:providers::text[]) = 0 or lower(e.provider_name) = any (:providers))
        and (cardinality(:payers::text[]) = 0 or lower(y.name) = any (:payers))
        and (cardinality(:filings::text[]) = 0 or y.filing_code = any (:filings))
        and (:oldest::int is null or e.served_on >= :today::date - :oldest::int)
        and (:newest::int is null or e.served_on <= :today::date - :newest::int)
        and (:least::numeric is null or coalesce((select sum(g.amount) from charge g
          where g.encounter_id = e.encounter_id and g.replaced_by is null and g.withdrawn_at is null), 0) >= :least::numeric)
        and (:most::numeric is null or coalesce((select sum(g.amount) from charge g
          where g.encounter_id = e.encounter_id and g.replaced_by is null and g.withdrawn_at is null), 0) <= :most::numeric)
        and not exists (select 1 from unnest(:documents::text[]) w where not exists (
          select 1 from document d where d.encounter_id = e.encounter_id and strpos(lower(d.name), w) > 0))
        and (:status::text is null or c.status = :status)
        and (:text = '' or strpos(lower(concat_ws(' ', e.visit_number, p.last_name, p.first_name, e.provider_name,
          c.coder)), :text) > 0)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  QueuedCharts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  ListPage<QueueRow> find(
      QueueCriteria criteria, WorkFilter filter, QueueOrder order, LocalDate today, int page) {
    return ListPage.of(
        bound(
            "select * from (" + SELECT + WHERE + ") x order by " + order.sql() + ListPage.PART,
            criteria,
            filter,
            today),
        (row, n) -> row(row, today),
        page);
  }

  int count(QueueCriteria criteria, LocalDate today) {
    return bound(
            "select count(*)::int from (" + SELECT + WHERE + ") x",
            criteria,
            WorkFilter.NONE,
            today)
        .query(Integer.class)
        .single();
  }

  private JdbcClient.StatementSpec bound(
      String sql, QueueCriteria criteria, WorkFilter filter, LocalDate today) {
    return jdbc.sql(sql)
        .param("now", Timestamp.from(clock.instant()))
        .param("need", criteria.need().name())
        .param("settings", array(criteria.settings()))
        .param("specialties", lower(criteria.specialties()))
        .param("providers", lower(criteria.providers()))
        .param("payers", lower(criteria.payers()))
        .param("filings", filings(criteria.payerClasses()))
        .param("oldest", criteria.oldestDays())
        .param("newest", criteria.newestDays())
        .param("today", today)
        .param(
            "least", criteria.leastCharge() == null ? null : criteria.leastCharge().toBigDecimal())
        .param("most", criteria.mostCharge() == null ? null : criteria.mostCharge().toBigDecimal())
        .param("documents", lower(criteria.documents()))
        .param("status", filter.status())
        .param("text", filter.text().strip().toLowerCase(Locale.ROOT));
  }

  private static String[] array(List<String> values) {
    return values.toArray(String[]::new);
  }

  private static String[] lower(List<String> values) {
    return values.stream().map(v -> v.toLowerCase(Locale.ROOT)).toArray(String[]::new);
  }

  /// The filing codes of classes of payers.
  private static String[] filings(List<String> classes) {
    return Arrays.stream(FilingIndicator.values())
        .filter(f -> classes.contains(PayerClass.of(f).name()))
        .map(FilingIndicator::code)
        .toArray(String[]::new);
  }

  private static QueueRow row(ResultSet row, LocalDate today) throws SQLException {
    LocalDate servedOn = row.getObject("served_on", LocalDate.class);
    var charges = row.getBigDecimal("charges");
    return new QueueRow(
        row.getLong("chart_id"),
        row.getObject("public_id", UUID.class),
        row.getString("visit_number"),
        row.getString("patient"),
        row.getString("provider_name"),
        row.getString("setting"),
        row.getString("specialty"),
        servedOn,
        (int) ChronoUnit.DAYS.between(servedOn, today),
        row.getString("payer"),
        charges == null ? null : Money.of(charges.toPlainString()),
        row.getString("status"),
        row.getString("coder"),
        texts(row.getArray("pending")),
        row.getObject("follow_up_on", LocalDate.class),
        row.getInt("late"),
        row.getString("reopened_reason"),
        row.getString("escalated_to"),
        row.getString("locked_by"));
  }

  private static List<String> texts(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }
}
