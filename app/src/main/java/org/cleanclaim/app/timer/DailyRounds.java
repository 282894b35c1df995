package org.cleanclaim.app.timer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The rounds of a practice: their settings, which is due, and what came of the last one. Whoever
/// asks for a setting to be changed has to have the right to go that round.
@Component
public class DailyRounds {
  private static final Logger LOG = LoggerFactory.getLogger(DailyRounds.class);

  /// A round as it stands.
  ///
  /// @param ranAt when it went last by itself; null for never
  /// @param outcome what came of it
  public record Standing(RoundSetting setting, @Nullable Instant ranAt, @Nullable String outcome) {}

  private final JdbcClient jdbc;
  private final List<DailyRound> rounds;
  private final Organizations organizations;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DailyRounds(
      JdbcClient jdbc,
      List<DailyRound> rounds,
      Organizations organizations,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.rounds = List.copyOf(rounds);
    this.organizations = organizations;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// How a round stands.
  public Standing standing(RoundKind kind) {
    return inTransaction(() ->
        jdbc.sql(
                """
                select is_on, at_time, first_number, second_number, ran_at, outcome
                from daily_round
                where kind = :kind
                """)
            .param("kind", kind.name())
            .query((row, n) -> {
              var ran = row.getTimestamp("ran_at");
              return new Standing(
                  new RoundSetting(
                      row.getBoolean("is_on"),
                      row.getObject("at_time", LocalTime.class),
                      row.getInt("first_number"),
                      row.getInt("second_number")),
                  ran == null ? null : ran.toInstant(),
                  row.getString("outcome"));
            })
            .optional()
            .orElseGet(() -> new Standing(kind.unset(), null, null)));
  }

  /// Changes when a round goes by itself.
  ///
  /// @throws RoundRefusal when a number cannot be
  public void set(RoundKind kind, RoundSetting setting) {
    if (!kind.first().contains(setting.first()) || !kind.second().contains(setting.second())) {
      throw new RoundRefusal(
          "The days are %d to %d and %d to %d."
              .formatted(
                  kind.first().least(),
                  kind.first().most(),
                  kind.second().least(),
                  kind.second().most()));
    }
    inTransaction(() -> {
      jdbc.sql(
              """
              insert into daily_round (kind, is_on, at_time, first_number, second_number, saved_by, saved_at)
              values (:kind, :isOn, :at, :first, :second, :actor, :now)
              on conflict (organization_id, kind) do update
              set is_on = excluded.is_on, at_time = excluded.at_time, first_number = excluded.first_number,
                second_number = excluded.second_number, saved_by = excluded.saved_by, saved_at = excluded.saved_at
              """)
          .param("kind", kind.name())
          .param("isOn", setting.isOn())
          .param("at", setting.at())
          .param("first", setting.first())
          .param("second", setting.second())
          .param("actor", Acting.actor().name())
          .param("now", Timestamp.from(clock.instant()))
          .update();
      audit.record(
          "set the " + kind.title(),
          "daily round",
          kind.name(),
          null,
          setting.isOn() ? "on, at " + setting.at() : "off");
      return 0;
    });
  }

  /// Goes what is due for the actor's practice, each once a day, also when two programs look at the
  /// same moment. A round that breaks off is told so and holds up no other.
  public void goDue() {
    for (DailyRound round : rounds) {
      var taken = take(round.kind());
      if (taken.isEmpty()) continue;
      String outcome;
      try {
        outcome = round.go(taken.get());
      } catch (RuntimeException e) {
        LOG.error("The {} broke off", round.kind().title(), e);
        outcome = "It broke off; the log says why. It goes again tomorrow, or by the button.";
      }
      keep(round.kind(), outcome);
    }
  }

  private Optional<RoundSetting> take(RoundKind kind) {
    var now = LocalDateTime.now(clock.withZone(ZoneId.of(organizations.current().timeZone())));
    return inTransaction(() ->
        jdbc.sql(
                """
                update daily_round set ran_on = :today
                where kind = :kind and is_on and at_time <= :time and (ran_on is null or ran_on < :today)
                returning at_time, first_number, second_number
                """)
            .param("today", now.toLocalDate())
            .param("time", now.toLocalTime())
            .param("kind", kind.name())
            .query((row, n) ->
                new RoundSetting(
                    true,
                    row.getObject("at_time", LocalTime.class),
                    row.getInt("first_number"),
                    row.getInt("second_number")))
            .optional());
  }

  private void keep(RoundKind kind, String outcome) {
    inTransaction(() ->
        jdbc.sql("update daily_round set ran_at = :now, outcome = :outcome where kind = :kind")
            .param("now", Timestamp.from(clock.instant()))
            .param("outcome", outcome)
            .param("kind", kind.name())
            .update());
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
