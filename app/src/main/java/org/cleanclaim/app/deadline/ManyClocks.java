package org.cleanclaim.app.deadline;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cleanclaim.app.access.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Clocks of many subjects at once, such as those of all denials of a remittance: the same as
/// [Deadlines#run] one by one, in a few statements.
@Component
@Transactional
public class ManyClocks {
  private record Key(ClockKind kind, String subject, int step) {
    static Key of(ClockStart start) {
      return new Key(start.kind(), start.subject(), start.step());
    }
  }

  private final JdbcClient jdbc;
  private final Deadlines deadlines;
  private final java.time.Clock clock;

  ManyClocks(JdbcClient jdbc, Deadlines deadlines, java.time.Clock clock) {
    this.jdbc = jdbc;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /// The due days of the first clock of each subject that has one by a known rule; what a clock
  /// that ended ran for is there no more.
  @Transactional(readOnly = true)
  public Map<String, LocalDate> due(ClockKind kind, Collection<String> subjects) {
    var due = new HashMap<String, LocalDate>();
    jdbc.sql(
            """
            select subject, due_on
            from deadline_clock
            where kind = :kind and subject = any (:subjects) and step = 1 and state <> 'ENDED'
              and not is_assumed
            """)
        .param("kind", kind.name())
        .param("subjects", subjects.toArray(String[]::new))
        .query(row -> {
          due.put(row.getString("subject"), row.getObject("due_on", LocalDate.class));
        });
    return due;
  }

  /// Lets clocks run. Those that are there already are computed again, one by one; of several that
  /// are the same, the first is taken.
  ///
  /// @return the due day of each, in their order
  public List<LocalDate> run(List<ClockStart> starts) {
    if (starts.isEmpty()) return List.of();
    var distinct = new LinkedHashMap<Key, ClockStart>();
    starts.forEach(start -> distinct.putIfAbsent(Key.of(start), start));
    var due = new HashMap<Key, LocalDate>();
    begin(List.copyOf(distinct.values()))
        .forEach(start -> due.put(Key.of(start), start.rule().due(start.startsOn())));
    distinct.forEach((key, start) -> {
      if (!due.containsKey(key)) due.put(key, deadlines.run(start).dueOn());
    });
    return starts.stream().map(start -> Objects.requireNonNull(due.get(Key.of(start)))).toList();
  }

  /// @return those that were not there
  private List<ClockStart> begin(List<ClockStart> starts) {
    int size = starts.size();
    var kinds = new String[size];
    var subjects = new String[size];
    var steps = new Integer[size];
    var titles = new String[size];
    var claims = new @Nullable Long[size];
    var payers = new @Nullable Long[size];
    var links = new @Nullable String[size];
    var amounts = new Integer[size];
    var units = new String[size];
    var receipts = new Integer[size];
    var sources = new String[size];
    var assumed = new Boolean[size];
    var begins = new String[size];
    var dues = new String[size];
    var owners = new String[size];
    var notes = new String[size];
    for (int i = 0; i < size; i++) {
      var start = starts.get(i);
      var rule = start.rule();
      kinds[i] = start.kind().name();
      subjects[i] = start.subject();
      steps[i] = start.step();
      titles[i] = start.title();
      claims[i] = start.claimId();
      payers[i] = start.payerId();
      links[i] = start.link();
      amounts[i] = rule.amount();
      units[i] = rule.unit().name();
      receipts[i] = rule.presumedReceiptDays();
      sources[i] = rule.source();
      assumed[i] = rule.isAssumed();
      begins[i] = start.startsOn().toString();
      dues[i] = rule.due(start.startsOn()).toString();
      owners[i] = start.owner();
      notes[i] = rule.inWords() + " from " + start.startsOn();
    }
    var begun = new HashSet<Key>();
    jdbc.sql(
            """
            with starting as (
              select * from unnest(:kinds::text[], :subjects::text[], :steps::int[], :titles::text[], :claims::bigint[],
                :payers::bigint[], :links::text[], :amounts::int[], :units::text[], :receipts::int[], :sources::text[],
                :assumed::boolean[], :begins::date[], :dues::date[], :owners::text[], :notes::text[])
                with ordinality as s (kind, subject, step, title, claim, payer, link, amount, unit, receipt, source,
                  assumed, starts, due, owner, note, position)
            ), begun as (
              insert into deadline_clock (kind, subject, step, title, claim_id, payer_id, link, amount, unit,
                presumed_receipt_days, source, is_assumed, starts_on, due_on, owner)
              select kind, subject, step, title, claim, payer, link, amount, unit, receipt, source, assumed, starts, due,
                owner
              from starting
              order by position
              on conflict (organization_id, kind, subject, step) do nothing
              returning deadline_clock_id, kind, subject, step, due_on
            ), told as (
              insert into deadline_event (deadline_clock_id, happened_at, actor, what, why, due_on)
              select b.deadline_clock_id, :now, :actor, 'Started', s.note, b.due_on
              from begun b
              join starting s using (kind, subject, step)
              order by b.deadline_clock_id
            )
            select kind, subject, step from begun
            """)
        .param("kinds", kinds)
        .param("subjects", subjects)
        .param("steps", steps)
        .param("titles", titles)
        .param("claims", claims)
        .param("payers", payers)
        .param("links", links)
        .param("amounts", amounts)
        .param("units", units)
        .param("receipts", receipts)
        .param("sources", sources)
        .param("assumed", assumed)
        .param("begins", begins)
        .param("dues", dues)
        .param("owners", owners)
        .param("notes", notes)
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .query(row -> {
          begun.add(
              new Key(
                  ClockKind.valueOf(row.getString("kind")),
                  row.getString("subject"),
                  row.getInt("step")));
        });
    return starts.stream().filter(start -> begun.contains(Key.of(start))).toList();
  }
}
