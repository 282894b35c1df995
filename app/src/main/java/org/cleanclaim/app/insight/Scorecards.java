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
/// person to the person's next, counted to the chart or claim of the earlier one (of what bills a
/// visit: to its claim), when no more than [Scorecard#LONGEST_PAUSE_MINUTES] minutes lie between; a
/// longer pause counts as away, so that the last event before it adds nothing. Time that runs over
/// the end of a month is parted there.
@Component
@Transactional(readOnly = true)
public class Scorecards {
  /// Spans of active time that touch the month or went before it, and the units that are done in
  /// it: charts by whose coding was first made final; claims by who made them ready before they
  /// were first sent.
  private static final String WORK =
      """
      with trail as (
        select action, subject_type, subject_id, happened_at as begins,
          lead(happened_at) over (order by happened_at, sequence) as ends
        from audit_event
        where actor = :user and happened_at < :until::timestamptz + make_interval(mins => :pause)
      ), active as (
        select action, subject_type, subject_id, begins, ends
        from trail
        where ends - begins <= make_interval(mins => :pause) and begins < :until
          and subject_type in ('chart', 'encounter', 'claim')
      ), chart_active as (
        select c.chart_id, a.begins, a.ends
        from active a
        join chart c on a.subject_id = c.chart_id::text
        where a.subject_type = 'chart'
        union all
        select c.chart_id, a.begins, a.ends
        from active a
        join chart c on a.subject_id = c.encounter_id::text
        where a.subject_type = 'encounter' and a.action ~ '^(read|exported)'
      ), claim_active as (
        select c.claim_id, a.begins, a.ends
        from active a
        join claim c on a.subject_id = c.claim_id::text
        where a.subject_type = 'claim'
        union all
        select c.claim_id, a.begins, a.ends
        from active a
        join lateral (
          select claim_id
          from claim
          where encounter_id::text = a.subject_id
          order by claim_id
          limit 1) c on true
        where a.subject_type = 'encounter'
          and a.action in ('captured charges', 'corrected accident', 'entered authorization')
      ), chart_done as (
        select c.chart_id, s.signed_at as done_at
        from signed_coding s
        join chart c using (encounter_id)
        where s.number = 1 and s.signed_by = :user and s.signed_at >= :from and s.signed_at < :until
      ), unit as (
        select e.setting || '_CHART' as work_type, d.done_at,
          (select min(f.received_at) from document f where f.encounter_id = c.encounter_id) as ready_at,
          (select coalesce(sum(extract(epoch from least(a.ends, d.done_at) - a.begins)), 0)
            from chart_active a where a.chart_id = c.chart_id and a.begins < d.done_at) as seconds
        from chart_done d
        join chart c using (chart_id)
        join encounter e using (encounter_id)
        union all
        select 'CLAIM', c.first_sent_at, c.created_at,
          (select coalesce(sum(extract(epoch from least(a.ends, c.first_sent_at) - a.begins)), 0)
            from claim_active a where a.claim_id = c.claim_id and a.begins < c.first_sent_at)
        from claim c
        join lateral (
          select v.actor
          from claim_event v
          where v.claim_id = c.claim_id and v.what = 'Ready' and v.happened_at <= c.first_sent_at
          order by v.claim_event_id desc
          limit 1) released on released.actor = :user
        where c.first_sent_at >= :from and c.first_sent_at < :until
      )
      """;

  private static final String DONE =
      """
      select work_type, count(*) as done,
        coalesce(sum(greatest(0, extract(epoch from done_at - ready_at) - seconds)), 0)::bigint / 60 as waiting
      from unit
      group by work_type
      """;

  private static final String ACTIVE =
      """
      select work_type, round(sum(extract(epoch from least(ends, :until) - greatest(begins, :from))))::bigint as seconds
      from (
        select e.setting || '_CHART' as work_type, a.begins, a.ends
        from chart_active a
        join chart c using (chart_id)
        join encounter e using (encounter_id)
        union all
        select 'CLAIM', begins, ends
        from claim_active
      ) worked
      where ends > :from
      group by work_type
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

  /// What a person did in a month of the practice's time zone, from its first instant to before the
  /// next one's. Types that were neither done nor worked on nor set as a goal are left out.
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
    Map<WorkType, Integer> goals = targets.goals(member, month);
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
