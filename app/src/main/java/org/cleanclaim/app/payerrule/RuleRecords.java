package org.cleanclaim.app.payerrule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.payerrule.RuleEvent.What;
import org.cleanclaim.app.payerrule.RuleVersion.State;
import org.cleanclaim.edits.payerrule.PayerRule;
import org.cleanclaim.edits.payerrule.ReplayFigures;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of rules, their replays and their events.
@Component
class RuleRecords {
  private static final String SELECT =
      """
      select rule_id, version, state, title, owner, reason, effective_from, effective_until, text, digest, saved_by,
        saved_at
      from payer_rule_version
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  RuleRecords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<RuleVersion> ofState(State state) {
    return jdbc.sql(SELECT + "where state = :state order by rule_id, version")
        .param("state", state.name())
        .query(RuleRecords::version)
        .list();
  }

  List<RuleVersion> ofRule(String ruleId) {
    return jdbc.sql(SELECT + "where rule_id = :rule order by version desc")
        .param("rule", ruleId)
        .query(RuleRecords::version)
        .list();
  }

  /// A version, held for the rest of the transaction: whoever changes it next waits.
  Optional<RuleVersion> lock(String ruleId, int version) {
    return jdbc.sql(SELECT + "where rule_id = :rule and version = :version for update")
        .param("rule", ruleId)
        .param("version", version)
        .query(RuleRecords::version)
        .optional();
  }

  /// Keeps a draft, new or in the place of what it was.
  void save(PayerRule rule, RuleText text) {
    jdbc.sql(
            """
            insert into payer_rule_version (rule_id, version, state, title, owner, reason, effective_from,
              effective_until, text, digest, saved_by, saved_at)
            values (:rule, :version, 'DRAFT', :title, :owner, :reason, :from, :until, :text, :digest, :actor, :now)
            on conflict (organization_id, rule_id, version) do update
            set title = excluded.title, owner = excluded.owner, reason = excluded.reason,
              effective_from = excluded.effective_from, effective_until = excluded.effective_until,
              text = excluded.text, digest = excluded.digest, saved_by = excluded.saved_by,
              saved_at = excluded.saved_at
            """)
        .param("rule", rule.id().value())
        .param("version", rule.version())
        .param("title", rule.title())
        .param("owner", rule.owner())
        .param("reason", rule.reason())
        .param("from", rule.period().from())
        .param("until", rule.period().until())
        .param("text", text.text())
        .param("digest", text.digest())
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  void move(String ruleId, int version, State state) {
    jdbc.sql(
            "update payer_rule_version set state = :state where rule_id = :rule and version ="
                + " :version")
        .param("state", state.name())
        .param("rule", ruleId)
        .param("version", version)
        .update();
  }

  void note(String ruleId, int version, What what, @Nullable String reason) {
    jdbc.sql(
            """
            insert into payer_rule_event (rule_id, version, what, reason, actor, happened_at)
            values (:rule, :version, :what, :reason, :actor, :now)
            """)
        .param("rule", ruleId)
        .param("version", version)
        .param("what", what.name())
        .param("reason", reason)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  List<RuleEvent> events(String ruleId) {
    return jdbc.sql(
            """
            select version, what, reason, actor, happened_at
            from payer_rule_event
            where rule_id = :rule
            order by payer_rule_event_id desc
            """)
        .param("rule", ruleId)
        .query((row, n) ->
            new RuleEvent(
                row.getInt("version"),
                What.valueOf(row.getString("what")),
                row.getString("reason"),
                row.getString("actor"),
                row.getTimestamp("happened_at").toInstant()))
        .list();
  }

  /// Another whenever the set of published rules is another. The count catches a change that was
  /// begun before the latest and committed after it.
  String latestChange() {
    return jdbc.sql(
            """
            select count(*) || ' ' || coalesce(max(payer_rule_event_id), 0)
            from payer_rule_event
            where what in ('PUBLISHED', 'PUBLISHED_UNTRIED', 'RETIRED')
            """)
        .query(String.class)
        .single();
  }

  void keep(String ruleId, int version, RuleReplay replay) {
    var figures = replay.figures();
    jdbc.sql(
            """
            insert into payer_rule_replay (payer_rule_version_id, digest, is_out_of_period, claims, in_scope, touched,
              denials, prevented, prevented_charge, false_holds, falsely_held, changed, mended, mended_charge,
              changed_though_paid, paid_unchanged, replayed_by, replayed_at)
            select payer_rule_version_id, :digest, :out, :claims, :scope, :touched, :denials, :prevented, :charge,
              :holds, :held, :changed, :mended, :mendedCharge, :though, :unchanged, :actor, :now
            from payer_rule_version
            where rule_id = :rule and version = :version
            """)
        .param("digest", replay.digest())
        .param("out", replay.isOutOfPeriod())
        .param("claims", replay.claims())
        .param("scope", replay.inScope())
        .param("touched", figures.touched())
        .param("denials", replay.denials())
        .param("prevented", figures.prevented())
        .param("charge", figures.preventedCharge().toBigDecimal())
        .param("holds", figures.falseHolds())
        .param("held", figures.falselyHeld().toBigDecimal())
        .param("changed", figures.changed())
        .param("mended", figures.mended())
        .param("mendedCharge", figures.mendedCharge().toBigDecimal())
        .param("though", figures.changedThoughPaid())
        .param("unchanged", figures.paidUnchanged().toBigDecimal())
        .param("actor", replay.replayedBy())
        .param("now", Timestamp.from(replay.replayedAt()))
        .param("rule", ruleId)
        .param("version", version)
        .update();
  }

  Optional<RuleReplay> latestReplay(String ruleId, int version) {
    return jdbc.sql(
            """
            select p.*
            from payer_rule_replay p
            join payer_rule_version v using (payer_rule_version_id)
            where v.rule_id = :rule and v.version = :version
            order by p.payer_rule_replay_id desc
            limit 1
            """)
        .param("rule", ruleId)
        .param("version", version)
        .query(RuleRecords::replay)
        .optional();
  }

  private static RuleVersion version(ResultSet row, int n) throws SQLException {
    return new RuleVersion(
        row.getString("rule_id"),
        row.getInt("version"),
        State.valueOf(row.getString("state")),
        row.getString("title"),
        row.getString("owner"),
        row.getString("reason"),
        new EffectivePeriod(
            row.getObject("effective_from", LocalDate.class),
            row.getObject("effective_until", LocalDate.class)),
        row.getString("text"),
        row.getString("digest"),
        row.getString("saved_by"),
        row.getTimestamp("saved_at").toInstant());
  }

  private static RuleReplay replay(ResultSet row, int n) throws SQLException {
    return new RuleReplay(
        row.getString("digest"),
        row.getBoolean("is_out_of_period"),
        row.getInt("claims"),
        row.getInt("in_scope"),
        row.getInt("denials"),
        new ReplayFigures(
            row.getInt("touched"),
            row.getInt("prevented"),
            money(row, "prevented_charge"),
            row.getInt("false_holds"),
            money(row, "falsely_held"),
            row.getInt("changed"),
            row.getInt("mended"),
            money(row, "mended_charge"),
            row.getInt("changed_though_paid"),
            money(row, "paid_unchanged")),
        row.getString("replayed_by"),
        row.getTimestamp("replayed_at").toInstant());
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.of(row.getBigDecimal(column).toPlainString());
  }
}
