package org.cleanclaim.app.insight;

import java.sql.Timestamp;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.staff.WorkType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How much work came in during a month and how much waits now.
@Component
@Transactional(readOnly = true)
public class WorkVolumes {

  /// @param cameIn charts whose documentation arrived, or claims created, in the month
  /// @param waiting charts that are not final, or claims never sent and still open, now
  public record Volume(WorkType type, int cameIn, int waiting) {}

  private final JdbcClient jdbc;
  private final Organizations organizations;

  WorkVolumes(JdbcClient jdbc, Organizations organizations) {
    this.jdbc = jdbc;
    this.organizations = organizations;
  }

  /// Every type of work, in the order of the types.
  public List<Volume> of(YearMonth month) {
    var zone = ZoneId.of(organizations.current().timeZone());
    var volumes = new EnumMap<WorkType, Volume>(WorkType.class);
    for (WorkType type : WorkType.values()) volumes.put(type, new Volume(type, 0, 0));
    jdbc.sql(
            """
            with unit as (
              select e.setting || '_CHART' as work_type,
                (select min(d.received_at) from document d where d.encounter_id = c.encounter_id) as came_at,
                c.status <> 'FINAL_CODED' as is_waiting
              from chart c
              join encounter e using (encounter_id)
              union all
              select 'CLAIM', created_at, first_sent_at is null and status in ('DRAFT', 'HELD', 'READY')
              from claim
            )
            select work_type, count(*) filter (where came_at >= :from and came_at < :until) as came_in,
              count(*) filter (where is_waiting) as waiting
            from unit
            group by work_type
            """)
        .param("from", Timestamp.from(month.atDay(1).atStartOfDay(zone).toInstant()))
        .param("until", Timestamp.from(month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant()))
        .query(row -> {
          var type = WorkType.valueOf(row.getString("work_type"));
          volumes.put(type, new Volume(type, row.getInt("came_in"), row.getInt("waiting")));
        });
    return List.copyOf(volumes.values());
  }
}
