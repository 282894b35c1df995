package org.cleanclaim.app.payerrule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.payerrule.RuleVersion.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The organization's rules in a list, one row for each version.
@Component
@Transactional(readOnly = true)
public class RuleLists {

  /// Which rules; null for all.
  ///
  /// @param text part of id, title or owner
  public record RuleFilter(@Nullable State state, @Nullable String text) {
    public static final RuleFilter ALL = new RuleFilter(null, null);
  }

  /// A version with what its latest replay came to.
  ///
  /// @param until first day on which it does not hold any more; null when that is open
  /// @param replayedAt null when it was never replayed
  /// @param isReplayCurrent the replay was of the text as it is now
  public record ListedRule(
      String ruleId,
      int version,
      State state,
      String title,
      String owner,
      LocalDate from,
      @Nullable LocalDate until,
      Instant savedAt,
      @Nullable Instant replayedAt,
      boolean isReplayCurrent,
      int touched,
      int prevented,
      int falseHolds) {}

  private final JdbcClient jdbc;

  RuleLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The versions that fit, by id, the latest version first.
  public List<ListedRule> rules(RuleFilter filter) {
    return jdbc.sql(
            """
            select v.rule_id, v.version, v.state, v.title, v.owner, v.effective_from, v.effective_until, v.saved_at,
              p.replayed_at, coalesce(p.digest = v.digest, false) as is_current, coalesce(p.touched, 0) as touched,
              coalesce(p.prevented, 0) as prevented, coalesce(p.false_holds, 0) as false_holds
            from payer_rule_version v
            left join lateral (
              select r.digest, r.replayed_at, r.touched, r.prevented, r.false_holds
              from payer_rule_replay r
              where r.payer_rule_version_id = v.payer_rule_version_id
              order by r.payer_rule_replay_id desc
              limit 1
            ) p on true
            where (:state::text is null or v.state = :state)
              and (:text::text is null or strpos(lower(v.rule_id || ' ' || v.title || ' ' || v.owner), lower(:text)) > 0)
            order by v.rule_id, v.version desc
            """)
        .param("state", filter.state() == null ? null : filter.state().name())
        .param("text", filter.text())
        .query((row, n) ->
            new ListedRule(
                row.getString("rule_id"),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                row.getString("title"),
                row.getString("owner"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_until", LocalDate.class),
                row.getTimestamp("saved_at").toInstant(),
                row.getTimestamp("replayed_at") == null
                    ? null
                    : row.getTimestamp("replayed_at").toInstant(),
                row.getBoolean("is_current"),
                row.getInt("touched"),
                row.getInt("prevented"),
                row.getInt("false_holds")))
        .list();
  }
}
