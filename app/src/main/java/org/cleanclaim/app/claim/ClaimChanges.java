package org.cleanclaim.app.claim;

import java.sql.Array;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.kernel.claim.Claim;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The fields that were changed on claims to mend findings, and their repetition when a claim is
/// made anew from the registration.
@Component
class ClaimChanges {
  private record Kept(Fix fix, Set<Integer> lines, String before, String after) {}

  /// A claim with its earlier changes made again.
  ///
  /// @param notes what was made again, in words
  /// @param left what was not, because what it replaced is not so any more
  record Repeated(Claim claim, List<String> notes, List<String> left) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  ClaimChanges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void keep(
      ClaimId id,
      int revision,
      String ruleId,
      Fix fix,
      Set<Integer> lines,
      Fix.Result.Changed changed,
      String reason) {
    jdbc.sql(
            """
            insert into claim_change (claim_id, revision, rule_id, kind, value, lines, before, after, reason, changed_by,
              changed_at)
            values (:id, :revision, :rule, :kind, :value, :lines::int[], :before, :after, :reason, :actor, :now)
            """)
        .param("id", id.value())
        .param("revision", revision)
        .param("rule", ruleId)
        .param("kind", fix.kind().name())
        .param("value", fix.value().strip())
        .param(
            "lines",
            lines.stream().sorted().toList().toString().replace('[', '{').replace(']', '}'))
        .param("before", changed.before())
        .param("after", changed.after())
        .param("reason", reason)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /// Makes the changes again on a claim that was made anew: each while what it replaced is still
  /// so, so that what was corrected at its source in the meantime wins.
  Repeated repeat(ClaimId id, Claim fresh) {
    var claim = fresh;
    var notes = new ArrayList<String>();
    var left = new ArrayList<String>();
    for (Kept change : ofClaim(id)) {
      if (change.fix.applyTo(claim, change.lines) instanceof Fix.Result.Changed changed
          && changed.before().equals(change.before)) {
        claim = changed.claim();
        notes.add(changed.before() + " → " + changed.after());
      } else {
        left.add(change.before + " → " + change.after);
      }
    }
    return new Repeated(claim, notes, left);
  }

  private List<Kept> ofClaim(ClaimId id) {
    return jdbc.sql(
            """
            select c.kind, c.value, c.lines, c.before, c.after
            from claim_change c
            where c.claim_id = :id
              and not exists (select from claim_change_undo u where u.claim_change_id = c.claim_change_id)
            order by c.claim_change_id
            """)
        .param("id", id.value())
        .query((row, n) ->
            new Kept(
                new Fix(FixKind.valueOf(row.getString("kind")), row.getString("value")),
                lines(row.getArray("lines")),
                row.getString("before"),
                row.getString("after")))
        .list();
  }

  /// The changes of a claim, the latest first.
  List<AppliedChange> of(ClaimId id) {
    return jdbc.sql(
            """
            select c.revision, c.rule_id, c.kind, c.before, c.after, c.reason, c.changed_by, c.changed_at, u.reason as undone_why, u.undone_by
            from claim_change c
            left join claim_change_undo u on u.claim_change_id = c.claim_change_id
            where c.claim_id = :id
            order by c.claim_change_id desc
            """)
        .param("id", id.value())
        .query((row, n) ->
            new AppliedChange(
                row.getInt("revision"),
                row.getString("rule_id"),
                FixKind.valueOf(row.getString("kind")),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("undone_by"),
                row.getString("undone_why")))
        .list();
  }

  /// The change counts no more when the claim is made anew.
  void undo(ClaimId id, int revision, String reason) {
    jdbc.sql(
            """
            insert into claim_change_undo (claim_change_id, reason, undone_by, undone_at)
            select claim_change_id, :reason, :actor, :now
            from claim_change
            where claim_id = :id and revision = :revision
            """)
        .param("reason", reason)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id.value())
        .param("revision", revision)
        .update();
  }

  private static Set<Integer> lines(Array array) throws java.sql.SQLException {
    return Set.copyOf(Arrays.asList((Integer[]) array.getArray()));
  }
}
