package org.cleanclaim.app.staff;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What work is expected to take, and how much of it somebody is to do in a month. Both are the
/// organization's own; the program knows none.
@Component
@Transactional
public class WorkTargets {
  private static final int MOST_UNITS = 100_000;
  private static final BigDecimal MOST_MINUTES = BigDecimal.valueOf(10_000);

  private final JdbcClient jdbc;
  private final Staff staff;
  private final AuditTrail audit;

  WorkTargets(JdbcClient jdbc, Staff staff, AuditTrail audit) {
    this.jdbc = jdbc;
    this.staff = staff;
    this.audit = audit;
  }

  /// Working minutes that one unit takes.
  public void standard(WorkType type, BigDecimal minutesPerUnit) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    if (minutesPerUnit.signum() <= 0 || minutesPerUnit.compareTo(MOST_MINUTES) > 0) {
      throw new StaffRefusal("The minutes of a unit are above 0 and at most 10,000.");
    }
    jdbc.sql(
            """
            insert into work_standard (work_type, minutes_per_unit) values (:type, :minutes)
            on conflict (organization_id, work_type) do update set minutes_per_unit = excluded.minutes_per_unit
            """)
        .param("type", type.name())
        .param("minutes", minutesPerUnit)
        .update();
    audit.record(
        "set standard",
        "work type",
        type.name(),
        null,
        minutesPerUnit.toPlainString() + " minutes");
  }

  /// Units of a type that somebody is to do in a month, from this month on; zero takes the goal
  /// away. Months of before keep the goal they had.
  public void goal(StaffMember member, WorkType type, int unitsPerMonth) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    if (unitsPerMonth < 0 || unitsPerMonth > MOST_UNITS) {
      throw new StaffRefusal("A goal is from 1 to 100,000 a month; 0 takes it away.");
    }
    jdbc.sql(
            """
            insert into work_goal (staff_member_id, work_type, from_month, units_per_month)
            values (:member, :type, :month, :units)
            on conflict (staff_member_id, work_type, from_month) do update
            set units_per_month = excluded.units_per_month
            """)
        .param("member", member.id())
        .param("type", type.name())
        .param("month", YearMonth.from(staff.today()).atDay(1))
        .param("units", unitsPerMonth)
        .update();
    audit.record(
        "set goal",
        "staff member",
        member.id(),
        null,
        "%s: %d a month".formatted(type.title(), unitsPerMonth));
  }

  /// The standards that are set.
  @Transactional(readOnly = true)
  public Map<WorkType, BigDecimal> standards() {
    var standards = new EnumMap<WorkType, BigDecimal>(WorkType.class);
    jdbc.sql("select work_type, minutes_per_unit from work_standard")
        .query(row -> {
          standards.put(
              WorkType.valueOf(row.getString("work_type")), row.getBigDecimal("minutes_per_unit"));
        });
    return standards;
  }

  /// The goals of a person for a month, in units.
  @Transactional(readOnly = true)
  public Map<WorkType, Integer> goals(StaffMember member, YearMonth month) {
    var goals = new EnumMap<WorkType, Integer>(WorkType.class);
    jdbc.sql(
            """
            select distinct on (work_type) work_type, units_per_month
            from work_goal
            where staff_member_id = :member and from_month <= :month
            order by work_type, from_month desc
            """)
        .param("member", member.id())
        .param("month", month.atDay(1))
        .query(row -> {
          int units = row.getInt("units_per_month");
          if (units > 0) goals.put(WorkType.valueOf(row.getString("work_type")), units);
        });
    return goals;
  }
}
