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
  private record Kept(Fix fix, Set<Integer> lines, String before) {}

  /// A claim with its earlier changes made again.
  ///
  /// @param notes what was made again, in words
  record Repeated(Claim claim, List<String> notes) {}

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
    for (Kept change : ofClaim(id)) {
      if (change.fix.applyTo(claim, change.lines) instanceof Fix.Result.Changed changed
          && changed.before().equals(change.before)) {
        claim = changed.claim();
        notes.add(changed.before() + " → " + changed.after());
      }
    }
    return new Repeated(claim, notes);
  }

  private List<Kept> ofClaim(ClaimId id) {
    return jdbc.sql(
            """
            select kind, value, lines, before
            from claim_change
            where claim_id = :id
            order by claim_change_id
            """)
        .param("id", id.value())
        .query((row, n) ->
            new Kept(
                new Fix(FixKind.valueOf(row.getString("kind")), row.getString("value")),
                lines(row.getArray("lines")),
                row.getString("before")))
        .list();
  }

  private static Set<Integer> lines(Array array) throws java.sql.SQLException {
    return Set.copyOf(Arrays.asList((Integer[]) array.getArray()));
  }
}
