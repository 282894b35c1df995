package org.cleanclaim.app.chart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.staff.StaffRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps a chart to the one who has it open. A lock runs out half an hour after the last work on
/// the chart. Parts of the system take none.
@Component
@Transactional
public class ChartLocks {
  private static final Duration HELD_FOR = Duration.ofMinutes(30);

  private final JdbcClient jdbc;
  private final Encounters encounters;
  private final Staff staff;
  private final QueueRules queueRules;
  private final UserAccounts users;
  private final Organizations organizations;
  private final AuditTrail audit;
  private final Clock clock;

  ChartLocks(
      JdbcClient jdbc,
      Encounters encounters,
      Staff staff,
      QueueRules queueRules,
      UserAccounts users,
      Organizations organizations,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.encounters = encounters;
    this.staff = staff;
    this.queueRules = queueRules;
    this.users = users;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /// The lock on a chart, unless it has run out.
  @Transactional(readOnly = true)
  public Optional<ChartLock> of(long chartId) {
    return jdbc.sql(
            """
            select holder, since, expires_at from chart_lock
            where chart_id = :chart and expires_at > :now
            """)
        .param("chart", chartId)
        .param("now", Timestamp.from(clock.instant()))
        .query(ChartLocks::lock)
        .optional();
  }

  /// The lock of somebody else than the actor.
  @Transactional(readOnly = true)
  public Optional<ChartLock> ofOther(long chartId) {
    return of(chartId).filter(lock -> !lock.holder().equals(Acting.actor().name()));
  }

  /// Takes the chart, or goes on having it.
  ///
  /// @return whether the actor has it now
  public boolean take(long chartId) {
    return Acting.actor().isSystem() || take(chartId, Acting.actor().name());
  }

  private boolean take(long chartId, String holder) {
    Instant now = clock.instant();
    return jdbc.sql(
                """
                insert into chart_lock as l (chart_id, holder, since, expires_at)
                values (:chart, :holder, :now, :until)
                on conflict (chart_id) do update
                set holder = excluded.holder, expires_at = excluded.expires_at,
                  since = case when l.holder = excluded.holder and l.expires_at > :now then l.since
                    else excluded.since end
                where l.holder = excluded.holder or l.expires_at <= :now
                """)
            .param("chart", chartId)
            .param("holder", holder)
            .param("now", Timestamp.from(now))
            .param("until", Timestamp.from(now.plus(HELD_FOR)))
            .update()
        == 1;
  }

  /// Takes the chart.
  ///
  /// @throws ChartLocked when somebody else has it
  void require(long chartId) {
    if (take(chartId)) return;
    var zone = ZoneId.of(organizations.current().timeZone());
    throw new ChartLocked(of(chartId).orElseThrow(), zone);
  }

  /// Lets go of a chart that the actor has.
  public void release(long chartId) {
    jdbc.sql("delete from chart_lock where chart_id = :chart and holder = :actor")
        .param("chart", chartId)
        .param("actor", Acting.actor().name())
        .update();
  }

  /// Gives several charts to somebody, or puts them back; all of them or none.
  public void handOver(List<EncounterId> encounters, String to, String reason) {
    for (EncounterId encounter : encounters) handOver(encounter, to, reason);
  }

  /// A lead takes a chart from whoever has it: gives it to another coder, who has it from then on,
  /// or puts it back for all.
  ///
  /// @param to user name of the coder who gets it; blank to put it back
  /// @throws StaffRefusal without a reason, of a final chart, or when nobody employed who may code
  ///   it has that name
  public void handOver(EncounterId encounterId, String to, String reason) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    if (reason.strip().length() < 5) {
      throw new StaffRefusal("Handing a chart over needs a reason of at least five characters.");
    }
    String user = to.strip();
    if (!user.isEmpty() && staff.ofUser(user).filter(staff::isEmployedToday).isEmpty()) {
      throw new StaffRefusal(
          "Nobody who is employed today signs in as %s. Look at the list of the staff."
              .formatted(user));
    }
    var encounter = encounters.get(encounterId);
    if (!user.isEmpty()) requireCoder(user, encounter);
    long chartId =
        jdbc.sql("select chart_id from chart where encounter_id = :encounter for update")
            .param("encounter", encounterId.value())
            .query(Long.class)
            .single();
    String before = of(chartId).map(ChartLock::holder).orElse("nobody");
    jdbc.sql("delete from chart_lock where chart_id = :chart").param("chart", chartId).update();
    int open =
        jdbc.sql(
                """
                update chart
                set coder = :coder,
                  status = case when :coder::text is null and status = 'IN_PROGRESS' then 'UNASSIGNED'
                    when :coder::text is not null and status = 'UNASSIGNED' then 'IN_PROGRESS' else status end
                where chart_id = :chart and status <> 'FINAL_CODED'
                """)
            .param("coder", user.isEmpty() ? null : user)
            .param("chart", chartId)
            .update();
    if (open == 0) {
      throw new StaffRefusal(
          "The codes of visit %s are final, so that nobody works its chart. Open it again first."
              .formatted(encounter.visitNumber()));
    }
    if (!user.isEmpty()) take(chartId, user);
    audit.record(
        "took over from " + before + (user.isEmpty() ? ", put back" : ", gave to " + user),
        "chart",
        chartId,
        encounter.patientId().value(),
        reason.strip());
  }

  private void requireCoder(String user, Encounter encounter) {
    boolean isCoder =
        users.find(user).stream()
            .flatMap(u -> u.roles().stream())
            .anyMatch(role -> role.permissions().contains(Permission.CODE_CHART));
    boolean isKeptOut =
        queueRules
            .permit(user)
            .refusal(encounter.setting(), encounter.specialty(), encounter.visitNumber())
            .isPresent();
    if (isCoder && !isKeptOut) return;
    throw new StaffRefusal(
        "%s may not code visit %s: %s. Give the chart to somebody who may."
            .formatted(
                user,
                encounter.visitNumber(),
                isCoder
                    ? "the rules of its queue ask for a credential that is not on record"
                    : "the role of a coder is missing"));
  }

  private static ChartLock lock(ResultSet row, int n) throws SQLException {
    return new ChartLock(
        row.getString("holder"),
        row.getTimestamp("since").toInstant(),
        row.getTimestamp("expires_at").toInstant());
  }
}
