package org.cleanclaim.app.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.chart.ChartLocks;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The charts that wait. Somebody who codes is shown those that the queue rules let the person
/// code, and told how many are left out and why; others see all.
@Component
@Transactional(readOnly = true)
public class ChartQueue {

  /// A chart in the coder's queue.
  public record QueuedChart(
      UUID encounterId,
      String visitNumber,
      String patient,
      String provider,
      String setting,
      String specialty,
      LocalDate servedOn,
      String status,
      int suggestions,
      int codes) {}

  /// Charts that the actor may not code.
  ///
  /// @param why in a sentence that names what is missing
  public record LeftOut(int charts, String why) {}

  /// Charts that are tried at once when others take some meanwhile.
  private static final int TRIED = 10;

  private static final String SELECT =
      """
      select c.chart_id, e.public_id, e.visit_number, p.last_name || ', ' || p.first_name as patient,
        e.provider_name, e.setting, e.specialty, e.served_on, c.status,
        (select count(*) from suggestion s where s.chart_id = c.chart_id) as suggestions,
        (select count(*) from chart_code k where k.chart_id = c.chart_id) as codes
      from chart c
      join encounter e using (encounter_id)
      join patient p using (patient_id)
      """;

  private static final String IS_OPEN =
      "(e.setting || '/' || e.specialty <> all (:closed) or e.visit_number = any (:allowed))\n";

  /// Queues that are closed to the actor, each with why, and visits that are open all the same.
  private record Closed(Map<String, String> why, Set<String> allowedVisits) {
    static final Closed NONE = new Closed(Map.of(), Set.of());

    String[] queues() {
      return why.keySet().toArray(String[]::new);
    }

    String[] visits() {
      return allowedVisits.toArray(String[]::new);
    }
  }

  private final JdbcClient jdbc;
  private final QueueRules rules;
  private final ChartLocks locks;
  private final Clock clock;

  ChartQueue(JdbcClient jdbc, QueueRules rules, ChartLocks locks, Clock clock) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.locks = locks;
    this.clock = clock;
  }

  /// A page of the charts, unfinished ones first, then the latest visits.
  ///
  /// @param status null for all
  public ListPage<QueuedChart> charts(@Nullable String status, int page) {
    var closed = closed();
    return ListPage.of(
        jdbc.sql(
                SELECT
                    + "join (("
                    + latest("c.status <> 'FINAL_CODED'")
                    + ") union all ("
                    + latest("c.status = 'FINAL_CODED'")
                    + ")) w on w.chart_id = c.chart_id\n"
                    + "order by c.status = 'FINAL_CODED', e.served_on desc, e.encounter_id desc"
                    + ListPage.PART)
            .param("status", status)
            .param("closed", closed.queues())
            .param("allowed", closed.visits()),
        ChartQueue::chart,
        page);
  }

  /// The latest charts of a kind; each kind is read in the order of an index.
  private static String latest(String kind) {
    return """
    select c.chart_id
    from chart c
    join encounter e using (encounter_id)
    where %s and (:status::text is null or c.status = :status) and %s
    order by e.served_on desc, e.encounter_id desc
    limit cast(:rows as bigint) + :skipped
    """
        .formatted(kind, IS_OPEN);
  }

  /// The charts that [#charts] leaves out because the actor may not code them.
  ///
  /// @param status null for all
  public List<LeftOut> leftOut(@Nullable String status) {
    return leftOut("(:status::text is null or c.status = :status)", status);
  }

  /// The unfinished charts that [#next] passes over because the actor may not code them.
  public List<LeftOut> passedOver() {
    return leftOut("c.status <> 'FINAL_CODED' and :status::text is null", null);
  }

  private List<LeftOut> leftOut(String which, @Nullable String status) {
    var closed = closed();
    if (closed.why().isEmpty()) return List.of();
    var counts = new LinkedHashMap<String, Integer>();
    jdbc.sql(
            "select e.setting || '/' || e.specialty as queue, count(*)::int as charts\n"
                + "from chart c join encounter e using (encounter_id)\n"
                + "where "
                + which
                + " and not "
                + IS_OPEN
                + "group by 1 order by 1")
        .param("status", status)
        .param("closed", closed.queues())
        .param("allowed", closed.visits())
        .query(row -> {
          counts.merge(
              String.valueOf(closed.why().get(row.getString("queue"))),
              row.getInt("charts"),
              Integer::sum);
        });
    var leftOut = new ArrayList<LeftOut>();
    counts.forEach((why, charts) -> leftOut.add(new LeftOut(charts, why)));
    return List.copyOf(leftOut);
  }

  /// Gives the actor the chart to code next and keeps it for the actor, so that two who ask at once
  /// are given two charts: one begun by the actor, else the one that waits longest and that nobody
  /// has begun. One that waits for a provider's answer comes back when the answer is there.
  @Transactional
  public Optional<QueuedChart> next() {
    var closed = closed();
    List<Waiting> waiting = waiting(closed);
    while (!waiting.isEmpty()) {
      for (Waiting one : waiting) {
        if (locks.take(one.chartId())) return Optional.of(one.chart());
      }
      // Somebody else has taken all of these since they were read.
      waiting = waiting(closed);
    }
    return Optional.empty();
  }

  private record Waiting(long chartId, QueuedChart chart) {}

  private List<Waiting> waiting(Closed closed) {
    return jdbc.sql(
            SELECT
                + """
                where (c.status = 'UNASSIGNED' or (c.status in ('IN_PROGRESS', 'REOPENED') and coalesce(c.coder, :user) = :user))
                  and not exists (select from coding_query q
                    where q.encounter_id = c.encounter_id and q.status = 'SENT' and q.overridden_at is null)
                  and not exists (select from chart_lock l
                    where l.chart_id = c.chart_id and l.holder <> :user and l.expires_at > :now) and
                """
                + IS_OPEN
                + "order by c.coder is null, e.served_on, e.encounter_id\n"
                + "limit :limit")
        .param("user", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("closed", closed.queues())
        .param("allowed", closed.visits())
        .param("limit", TRIED)
        .query((row, n) -> new Waiting(row.getLong("chart_id"), chart(row, n)))
        .list();
  }

  /// How many charts are not final, of those that the actor is shown.
  public int toCode() {
    var closed = closed();
    return jdbc.sql(
            """
            select count(*)::int
            from chart c
            cross join lateral (
              select from encounter e where e.encounter_id = c.encounter_id and %s
              offset 0) v
            where c.status <> 'FINAL_CODED'
            """
                .formatted(IS_OPEN))
        .param("closed", closed.queues())
        .param("allowed", closed.visits())
        .query(Integer.class)
        .single();
  }

  private Closed closed() {
    if (!Acting.actor().may(Permission.CODE_CHART)) return Closed.NONE;
    var permit = rules.permit();
    var why = new LinkedHashMap<String, String>();
    jdbc.sql(
            """
            with recursive queue (setting, specialty) as (
              (select setting, specialty from encounter order by setting, specialty limit 1)
              union all
              select n.setting, n.specialty
              from queue q
              cross join lateral (
                select e.setting, e.specialty
                from encounter e
                where (e.setting, e.specialty) > (q.setting, q.specialty)
                order by e.setting, e.specialty
                limit 1) n)
            select setting, specialty from queue
            """)
        .query(row -> {
          String setting = row.getString("setting");
          String specialty = row.getString("specialty");
          permit
              .why(setting, specialty)
              .ifPresent(sentence -> why.put(setting + "/" + specialty, sentence));
        });
    return new Closed(why, permit.allowedVisits());
  }

  private static QueuedChart chart(ResultSet row, int n) throws SQLException {
    return new QueuedChart(
        row.getObject("public_id", UUID.class),
        row.getString("visit_number"),
        row.getString("patient"),
        row.getString("provider_name"),
        row.getString("setting"),
        row.getString("specialty"),
        row.getObject("served_on", LocalDate.class),
        row.getString("status"),
        row.getInt("suggestions"),
        row.getInt("codes"));
  }
}
