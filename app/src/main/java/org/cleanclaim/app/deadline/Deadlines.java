package org.cleanclaim.app.deadline;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.deadline.Clock.State;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The ledger of clocks: started, computed again, suspended and stopped here and nowhere else.
@Component
@Transactional
public class Deadlines {
  /// What happened to a clock.
  public record ClockEvent(
      Instant happenedAt, String actor, String what, String why, LocalDate dueOn) {}

  private final JdbcClient jdbc;
  private final Organizations organizations;
  private final ApplicationEventPublisher events;
  private final java.time.Clock clock;

  Deadlines(
      JdbcClient jdbc,
      Organizations organizations,
      ApplicationEventPublisher events,
      java.time.Clock clock) {
    this.jdbc = jdbc;
    this.organizations = organizations;
    this.events = events;
    this.clock = clock;
  }

  /// Lets a clock run. One that runs already is computed again, with a note when its due day
  /// changes; one that was stopped stays so.
  public Clock run(ClockStart start) {
    var existing = lock(start.kind(), start.subject(), start.step());
    if (existing.isEmpty()) return begin(start);
    if (!existing.get().isOpen()) return existing.get();
    return compute(existing.get(), start);
  }

  private Clock begin(ClockStart start) {
    long id =
        with(
                jdbc.sql(
                    """
                    insert into deadline_clock (kind, subject, step, title, claim_id, payer_id, link, amount, unit,
                      presumed_receipt_days, source, is_assumed, starts_on, due_on, owner)
                    values (:kind, :subject, :step, :title, :claim, :payer, :link, :amount, :unit, :receipt, :source,
                      :assumed, :starts, :due, :owner)
                    returning deadline_clock_id
                    """),
                start)
            .param("kind", start.kind().name())
            .param("subject", start.subject())
            .param("step", start.step())
            .param("owner", start.owner())
            .query(Long.class)
            .single();
    var begun = get(id);
    note(begun, "Started", start.rule().inWords() + " from " + start.startsOn());
    return begun;
  }

  private Clock compute(Clock before, ClockStart start) {
    with(
            jdbc.sql(
                """
                update deadline_clock
                set title = :title, claim_id = :claim, payer_id = :payer, link = :link, amount = :amount, unit = :unit,
                  presumed_receipt_days = :receipt, source = :source, is_assumed = :assumed, starts_on = :starts,
                  due_on = :due, version = version + 1
                where deadline_clock_id = :id
                """),
            start)
        .param("id", before.id())
        .update();
    var after = get(before.id());
    if (!after.dueOn().equals(before.dueOn())) {
      String why =
          after.startsOn().equals(before.startsOn())
              ? "The rule is now " + after.rule().inWords()
              : "It runs from %s, no more from %s".formatted(after.startsOn(), before.startsOn());
      note(after, "Moved", why + ": due %s, no more %s".formatted(after.dueOn(), before.dueOn()));
      events.publishEvent(
          new ClockMoved(after.kind(), after.subject(), after.step(), after.dueOn()));
    }
    return after;
  }

  private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec sql, ClockStart start) {
    return sql.param("title", start.title())
        .param("claim", start.claimId())
        .param("payer", start.payerId())
        .param("link", start.link())
        .param("amount", start.rule().amount())
        .param("unit", start.rule().unit().name())
        .param("receipt", start.rule().presumedReceiptDays())
        .param("source", start.rule().source())
        .param("assumed", start.rule().isAssumed())
        .param("starts", start.startsOn())
        .param("due", start.rule().due(start.startsOn()));
  }

  /// The clock was met: what it asked for is done, and the evidence shows it. Nothing happens when
  /// it does not run.
  ///
  /// @param on the day that counts for the rule
  public void met(ClockKind kind, String subject, int step, LocalDate on, String evidence) {
    lock(kind, subject, step)
        .filter(Clock::isOpen)
        .ifPresent(c -> stop(c, State.MET, on, "Met: " + evidence, evidence));
  }

  /// What the clock ran for is there no more. Nothing happens when it does not run.
  public void ended(ClockKind kind, String subject, int step, String why) {
    lock(kind, subject, step)
        .filter(Clock::isOpen)
        .ifPresent(c -> stop(c, State.ENDED, today(), why, null));
  }

  /// Ends all running clocks of a subject and kind.
  public void ended(ClockKind kind, String subject, String why) {
    running(kind, subject).forEach(step -> ended(kind, subject, step, why));
  }

  /// The steps of a subject of which a clock runs.
  @Transactional(readOnly = true)
  public List<Integer> running(ClockKind kind, String subject) {
    return jdbc.sql(
            """
            select step from deadline_clock
            where kind = :kind and subject = :subject and state in ('RUNNING', 'SUSPENDED')
            order by step
            """)
        .param("kind", kind.name())
        .param("subject", subject)
        .query(Integer.class)
        .list();
  }

  /// A stopped clock runs again with its old start: what had stopped it turned out not to hold.
  public void restart(ClockKind kind, String subject, int step, String why) {
    var stopped = lock(kind, subject, step).filter(c -> !c.isOpen());
    if (stopped.isEmpty()) return;
    change(stopped.get().id(), State.RUNNING, null, null, null, stopped.get().dueOn());
    note(get(stopped.get().id()), "Restarted", why);
  }

  /// Somebody stops a clock by hand.
  ///
  /// @throws DeadlineRefusal when it does not run, or nothing shows that it was met
  public Clock stopByHand(UUID id, State state, LocalDate on, String evidence) {
    var running = open(id);
    if (evidence.strip().length() < 5) {
      throw new DeadlineRefusal(
          "Say what shows it, in at least five characters: "
              + running.kind().evidenceAsked()
              + ".");
    }
    if (state != State.MET && state != State.ENDED) {
      throw new DeadlineRefusal("A clock is stopped as met or as ended.");
    }
    if (on.isBefore(running.startsOn()) || on.isAfter(today())) {
      throw new DeadlineRefusal(
          "The day has to lie between %s and today.".formatted(running.startsOn()));
    }
    stop(running, state, on, evidence.strip(), evidence.strip());
    return get(running.id());
  }

  private void stop(
      Clock running, State state, LocalDate on, String why, @Nullable String evidence) {
    change(running.id(), state, null, on, evidence, running.dueOn());
    note(get(running.id()), state == State.MET ? "Met" : "Ended", why);
  }

  /// The clock rests while related overpayments are looked for in good faith. Until the search is
  /// over, the due day is the one of the longest suspension that the law allows.
  public Clock suspend(UUID id, LocalDate on, String why) {
    var running = open(id);
    if (!running.kind().maySuspend()) {
      throw new DeadlineRefusal("No rule suspends this clock.");
    }
    if (running.state() == State.SUSPENDED) throw new DeadlineRefusal("It is suspended already.");
    if (why.strip().length() < 5) throw new DeadlineRefusal("Say what is being looked into.");
    if (on.isBefore(running.startsOn()) || on.isAfter(running.dueOn())) {
      throw new DeadlineRefusal(
          "A suspension begins between %s and %s.".formatted(running.startsOn(), running.dueOn()));
    }
    LocalDate end = running.startsOn().plusDays(LegalClocks.OVERPAYMENT_SUSPENSION_DAYS);
    long left = ChronoUnit.DAYS.between(on, running.dueOn());
    change(running.id(), State.SUSPENDED, on, null, running.evidence(), end.plusDays(left));
    var suspended = get(running.id());
    note(suspended, "Suspended", why.strip() + "; at the longest until " + end);
    return suspended;
  }

  /// The search is over: the clock runs on with the days that it had left.
  public Clock resume(UUID id, LocalDate on, String why) {
    var resting = open(id);
    LocalDate since = resting.suspendedOn();
    if (since == null) throw new DeadlineRefusal("It is not suspended.");
    if (on.isBefore(since) || on.isAfter(today())) {
      throw new DeadlineRefusal("The day has to lie between %s and today.".formatted(since));
    }
    LocalDate latest = resting.startsOn().plusDays(LegalClocks.OVERPAYMENT_SUSPENSION_DAYS);
    LocalDate end = on.isAfter(latest) ? latest : on;
    LocalDate due =
        resting.rule().due(resting.startsOn()).plusDays(ChronoUnit.DAYS.between(since, end));
    change(resting.id(), State.RUNNING, null, null, resting.evidence(), due);
    var running = get(resting.id());
    note(running, "Resumed", why.strip() + "; it rested from %s to %s".formatted(since, end));
    return running;
  }

  private void change(
      long id,
      State state,
      @Nullable LocalDate suspendedOn,
      @Nullable LocalDate stoppedOn,
      @Nullable String evidence,
      LocalDate dueOn) {
    jdbc.sql(
            """
            update deadline_clock
            set state = :state, suspended_on = :suspended::date, stopped_on = :stopped::date, evidence = :evidence,
              due_on = :due, version = version + 1
            where deadline_clock_id = :id
            """)
        .param("state", state.name())
        .param("suspended", suspendedOn)
        .param("stopped", stoppedOn)
        .param("evidence", evidence)
        .param("due", dueOn)
        .param("id", id)
        .update();
  }

  /// Gives a clock to a role or a user.
  public Clock assign(UUID id, String owner) {
    var running = open(id);
    if (owner.isBlank()) throw new DeadlineRefusal("Name who answers for it.");
    jdbc.sql(
            "update deadline_clock set owner = :owner, version = version + 1 where"
                + " deadline_clock_id = :id")
        .param("owner", owner.strip())
        .param("id", running.id())
        .update();
    note(running, "Assigned", "From %s to %s".formatted(running.owner(), owner.strip()));
    return get(running.id());
  }

  private Clock open(UUID id) {
    var found =
        jdbc.sql(ClockRows.SELECT + "where c.public_id = :id for update of c")
            .param("id", id)
            .query(ClockRows::row)
            .optional()
            .orElseThrow();
    if (!found.isOpen())
      throw new DeadlineRefusal("The clock was stopped on " + found.stoppedOn() + ".");
    return found;
  }

  private Optional<Clock> lock(ClockKind kind, String subject, int step) {
    return jdbc.sql(
            ClockRows.SELECT
                + "where c.kind = :kind and c.subject = :subject and c.step = :step for update of"
                + " c")
        .param("kind", kind.name())
        .param("subject", subject)
        .param("step", step)
        .query(ClockRows::row)
        .optional();
  }

  private Clock get(long id) {
    return jdbc.sql(ClockRows.SELECT + "where c.deadline_clock_id = :id")
        .param("id", id)
        .query(ClockRows::row)
        .single();
  }

  private void note(Clock about, String what, String why) {
    jdbc.sql(
            """
            insert into deadline_event (deadline_clock_id, happened_at, actor, what, why, due_on)
            values (:id, :now, :actor, :what, :why, :due)
            """)
        .param("id", about.id())
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .param("what", what)
        .param("why", why)
        .param("due", about.dueOn())
        .update();
  }

  @Transactional(readOnly = true)
  public Optional<Clock> find(UUID id) {
    return jdbc.sql(ClockRows.SELECT + "where c.public_id = :id")
        .param("id", id)
        .query(ClockRows::row)
        .optional();
  }

  @Transactional(readOnly = true)
  public Optional<Clock> find(ClockKind kind, String subject, int step) {
    return jdbc.sql(
            ClockRows.SELECT + "where c.kind = :kind and c.subject = :subject and c.step = :step")
        .param("kind", kind.name())
        .param("subject", subject)
        .param("step", step)
        .query(ClockRows::row)
        .optional();
  }

  /// What happened to a clock, the first event first.
  @Transactional(readOnly = true)
  public List<ClockEvent> history(Clock of) {
    return jdbc.sql(
            """
            select happened_at, actor, what, why, due_on
            from deadline_event
            where deadline_clock_id = :id
            order by deadline_event_id
            """)
        .param("id", of.id())
        .query((row, n) ->
            new ClockEvent(
                row.getTimestamp("happened_at").toInstant(),
                row.getString("actor"),
                row.getString("what"),
                row.getString("why"),
                Objects.requireNonNull(row.getObject("due_on", LocalDate.class))))
        .list();
  }

  /// The clocks of a claim, the nearest first, stopped ones last.
  @Transactional(readOnly = true)
  public List<Clock> ofClaim(long claimId) {
    return jdbc.sql(
            ClockRows.SELECT
                + """
                where c.claim_id = :claim
                order by c.state in ('MET', 'ENDED'), c.due_on, c.deadline_clock_id
                """)
        .param("claim", claimId)
        .query(ClockRows::row)
        .list();
  }

  /// Today at the practice.
  @Transactional(readOnly = true)
  public LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of(organizations.current().timeZone())));
  }
}
