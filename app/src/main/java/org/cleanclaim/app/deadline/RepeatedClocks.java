package org.cleanclaim.app.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Clocks that may run again about the same subject, such as those of a credit that comes a second
/// time: each time is a step, and one of them runs at most.
@Component
@Transactional
public class RepeatedClocks {
  private final JdbcClient jdbc;
  private final Deadlines deadlines;

  RepeatedClocks(JdbcClient jdbc, Deadlines deadlines) {
    this.jdbc = jdbc;
    this.deadlines = deadlines;
  }

  /// Lets the first clock run, or the next one after those that stopped. One that runs keeps its
  /// start and takes the rule; one that may rest keeps its rule too, as its due day has moved.
  public void run(ClockStart start) {
    var last = last(start.kind(), start.subject());
    if (last.isEmpty()) {
      deadlines.run(start);
    } else if (!last.get().isOpen()) {
      deadlines.run(start.atStep(last.get().step() + 1, start.title()));
    } else if (!start.kind().maySuspend() && !start.rule().equals(last.get().rule())) {
      deadlines.run(
          start.atStep(last.get().step(), start.title()).startingOn(last.get().startsOn()));
    }
  }

  /// The one that runs was met; nothing happens when none does.
  public void met(ClockKind kind, String subject, LocalDate on, String evidence) {
    last(kind, subject).ifPresent(c -> deadlines.met(kind, subject, c.step(), on, evidence));
  }

  /// What has a clock of a kind that runs.
  @Transactional(readOnly = true)
  public List<String> subjects(ClockKind kind) {
    return jdbc.sql(
            """
            select subject from deadline_clock
            where kind = :kind and state in ('RUNNING', 'SUSPENDED')
            order by subject
            """)
        .param("kind", kind.name())
        .query(String.class)
        .list();
  }

  /// The latest clock of a subject, running or stopped.
  @Transactional(readOnly = true)
  public Optional<Clock> last(ClockKind kind, String subject) {
    return jdbc.sql(
            ClockRows.SELECT
                + "where c.kind = :kind and c.subject = :subject order by c.step desc limit 1")
        .param("kind", kind.name())
        .param("subject", subject)
        .query(ClockRows::row)
        .optional();
  }
}
