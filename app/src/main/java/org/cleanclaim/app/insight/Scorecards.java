package org.cleanclaim.app.insight;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.insight.Scorecard.Line;
import org.cleanclaim.app.staff.StaffMember;
import org.cleanclaim.app.staff.WorkTargets;
import org.cleanclaim.app.staff.WorkType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Scorecards from recorded events. Active time is read from the audit trail: from one event of a
/// person to the person's next, counted to the chart or claim of the earlier one, when no more than
/// [Scorecard#LONGEST_PAUSE_MINUTES] minutes lie between; a longer pause counts as away.
@Component
@Transactional(readOnly = true)
public class Scorecards {
  private static final String WORK =
      """
      with trail as (
        select subject_type, subject_id, happened_at,
          lead(happened_at) over (order by happened_at, sequence) as next_at
        from audit_event
        where actor = :user and happened_at < :until
      ), active as (
        select subject_type, subject_id, happened_at, extract(epoch from next_at - happened_at) as seconds
        from trail
        where next_at - happened_at <= make_interval(mins => :pause)
          and subject_type in ('chart', 'encounter', 'claim')
      ), chart_active as (
        select c.chart_id, a.happened_at, a.seconds
        from active a
        join chart c on a.subject_id = c.chart_id::text
        where a.subject_type = 'chart'
        union all
        select c.chart_id, a.happened_at, a.seconds
        from active a
        join encounter e on a.subject_id = e.public_id::text
        join chart c using (encounter_id)
        where a.subject_type = 'encounter'
      ), claim_active as (
        select c.claim_id, a.happened_at, a.seconds
        from active a
        join claim c on a.subject_id in (c.claim_id::text, c.control_number)
        where a.subject_type = 'claim'
      ), unit as (
        select e.setting || '_CHART' as work_type, c.finalized_at as done_at,
          (select min(d.received_at) from document d where d.encounter_id = c.encounter_id) as ready_at,
          (select coalesce(sum(a.seconds), 0) from chart_active a where a.chart_id = c.chart_id) as seconds
        from chart c
        join encounter e using (encounter_id)
        where c.coder = :user and c.status = 'FINAL_CODED'
        union all
        select 'CLAIM', c.first_sent_at, c.created_at,
          (select coalesce(sum(a.seconds), 0) from claim_active a where a.claim_id = c.claim_id)
        from claim c
        where exists (select from claim_event v
          where v.claim_id = c.claim_id and v.what = 'Created' and v.actor = :user)
      )
      """;

  private static final String DONE =
      """
      select work_type, count(*) as done,
        coalesce(sum(greatest(0, extract(epoch from done_at - ready_at) - seconds)), 0)::bigint / 60 as waiting
      from unit
      where done_at >= :from and done_at < :until
      group by work_type
      """;

  private static final String ACTIVE =
      """
      select e.setting || '_CHART' as work_type, sum(a.seconds)::bigint as seconds
      from chart_active a
      join chart c using (chart_id)
      join encounter e using (encounter_id)
      where a.happened_at >= :from
      group by e.setting
      union all
      select 'CLAIM', sum(seconds)::bigint
      from claim_active
      where happened_at >= :from
      having count(*) > 0
      """;

  private record Done(int units, long waitingMinutes) {}

  private final JdbcClient jdbc;
  private final WorkTargets targets;
  private final Organizations organizations;

  Scorecards(JdbcClient jdbc, WorkTargets targets, Organizations organizations) {
    this.jdbc = jdbc;
    this.targets = targets;
    this.organizations = organizations;
  }

  /// What a person did in a month of the practice's time zone. Types that were neither done nor
  /// worked on nor set as a goal are left out.
  public Scorecard of(StaffMember member, YearMonth month) {
    var done = new EnumMap<WorkType, Done>(WorkType.class);
    var active = new EnumMap<WorkType, Long>(WorkType.class);
    if (member.userName() != null) {
      asked(DONE, member.userName(), month)
          .query(row -> {
            done.put(
                WorkType.valueOf(row.getString("work_type")),
                new Done(row.getInt("done"), row.getLong("waiting")));
          });
      asked(ACTIVE, member.userName(), month)
          .query(row -> {
            active.put(WorkType.valueOf(row.getString("work_type")), row.getLong("seconds"));
          });
    }
    Map<WorkType, Integer> goals = targets.goals(member);
    var lines = new ArrayList<Line>();
    for (WorkType type : WorkType.values()) {
      Done units = done.getOrDefault(type, new Done(0, 0));
      long seconds = active.getOrDefault(type, 0L);
      if (units.units() == 0 && seconds == 0 && !goals.containsKey(type)) continue;
      lines.add(new Line(type, units.units(), seconds, units.waitingMinutes(), goals.get(type)));
    }
    return new Scorecard(month, lines);
  }

  private JdbcClient.StatementSpec asked(String select, String userName, YearMonth month) {
    return jdbc.sql(WORK + select)
        .param("user", userName)
        .param("from", start(month))
        .param("until", start(month.plusMonths(1)))
        .param("pause", Scorecard.LONGEST_PAUSE_MINUTES);
  }

  private Timestamp start(YearMonth month) {
    Instant instant =
        month.atDay(1).atStartOfDay(ZoneId.of(organizations.current().timeZone())).toInstant();
    return Timestamp.from(instant);
  }
}
