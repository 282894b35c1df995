package org.cleanclaim.app.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The audit trail for those who review it: regular review of who did and saw what is asked for by
/// 45 CFR 164.308(a)(1)(ii)(D), the record itself by 45 CFR 164.312(b).
@Component
@Transactional(readOnly = true)
public class TrailList {
  private static final String SELECT =
      """
      select e.sequence, e.happened_at, e.actor, e.action, e.subject_type,
        coalesce(
          case e.subject_type
            when 'claim' then (select c.control_number from claim c where c.claim_id = named.id)
            when 'encounter' then (select v.visit_number from encounter v where v.encounter_id = named.id)
            when 'chart' then (select v.visit_number from chart h join encounter v using (encounter_id)
              where h.chart_id = named.id)
            when 'patient' then (select o.account_number from patient o where o.patient_id = named.id)
          end,
          e.subject_id) as number,
        p.account_number, p.public_id as patient_public_id, e.reason
      from audit_event e
      left join patient p on p.patient_id = e.patient_id
      cross join lateral (
        select case when e.subject_id ~ '^[0-9]{1,18}$' then e.subject_id::bigint end as id) named
      where true
      """;

  private static final String NEWEST_FIRST = "order by e.happened_at desc, e.sequence desc\n";

  // What is called by a number stands on the trail by its id.
  private static final String OF_NUMBER =
      """
      and e.sequence in (
        select a.sequence
        from (
          select null as type, :number::text as id
          union all select 'claim', claim_id::text from claim where control_number = :number or public_id = :uuid
          union all select 'encounter', encounter_id::text from encounter
            where visit_number = :number or public_id = :uuid
          union all select 'chart', chart_id::text from chart join encounter using (encounter_id)
            where visit_number = :number or public_id = :uuid
          union all select 'patient', patient_id::text from patient where public_id = :uuid) called
        join audit_event a on a.subject_id = called.id and a.subject_type = coalesce(called.type, a.subject_type))
      """;

  private final JdbcClient jdbc;
  private final Organizations organizations;

  TrailList(JdbcClient jdbc, Organizations organizations) {
    this.jdbc = jdbc;
    this.organizations = organizations;
  }

  /// A page of the events that fit, the newest first.
  public ListPage<TrailEvent> of(TrailFilter filter, int page) {
    AccessDeniedForActor.unless(Permission.SEE_AUDIT_TRAIL);
    return ListPage.of(fitting(filter), TrailList::event, page);
  }

  /// Hands over all events that fit, the newest first.
  public void each(TrailFilter filter, Consumer<TrailEvent> to) {
    AccessDeniedForActor.unless(Permission.SEE_AUDIT_TRAIL);
    ListPage.each(fitting(filter), TrailList::event, to);
  }

  /// Only the conditions that are asked for stand in the statement, so that each finds its index.
  private JdbcClient.StatementSpec fitting(TrailFilter filter) {
    var sql = new StringBuilder(SELECT);
    if (filter.who() != null) sql.append("and e.actor = :who\n");
    if (filter.what() != null) sql.append("and strpos(lower(e.action), :what) > 0\n");
    if (filter.kind() != null) sql.append("and strpos(lower(e.subject_type), :kind) > 0\n");
    if (filter.number() != null) sql.append(OF_NUMBER);
    if (filter.account() != null) {
      sql.append(
          """
          and e.patient_id = any (array(
            select record from patient o cross join lateral same_person(o.patient_id) record
            where o.account_number = :account))
          """);
    }
    if (filter.from() != null) sql.append("and e.happened_at >= :from\n");
    if (filter.through() != null) sql.append("and e.happened_at < :until\n");
    var zone = ZoneId.of(organizations.current().timeZone());
    LocalDate through = filter.through();
    return jdbc.sql(sql + NEWEST_FIRST + ListPage.PART)
        .param("who", filter.who())
        .param("what", small(filter.what()))
        .param("kind", small(filter.kind()))
        .param("number", filter.number())
        .param("uuid", uuid(filter.number()))
        .param("account", filter.account())
        .param("from", start(filter.from(), zone))
        .param("until", start(through == null ? null : through.plusDays(1), zone));
  }

  private static @Nullable String small(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private static @Nullable Timestamp start(@Nullable LocalDate day, ZoneId zone) {
    return day == null ? null : Timestamp.from(day.atStartOfDay(zone).toInstant());
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    boolean isOne = text != null && text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    return isOne ? UUID.fromString(text) : null;
  }

  private static TrailEvent event(ResultSet row, int n) throws SQLException {
    return new TrailEvent(
        row.getLong("sequence"),
        row.getTimestamp("happened_at").toInstant(),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject_type"),
        row.getString("number"),
        row.getString("account_number"),
        row.getObject("patient_public_id", UUID.class),
        row.getString("reason"));
  }
}
