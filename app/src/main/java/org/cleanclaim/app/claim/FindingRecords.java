package org.cleanclaim.app.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.kernel.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of findings and of the decisions in spite of them.
@Component
class FindingRecords {
  private record Key(String rule, String place, String message) {}

  private record Active(long id, FindingOverride decision) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  FindingRecords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Keeps what the scrub of the claim's present revision found; what it had found before and finds
  /// again keeps its time.
  ///
  /// @return how many findings hold the claim: errors that nobody has overridden
  int keep(BilledClaim claim, List<Finding> findings) {
    var overrides = active(claim.id());
    var foundAt = new HashMap<Key, Timestamp>();
    jdbc.sql(
            "delete from claim_finding where claim_id = :id and revision = :revision"
                + " returning rule_id, place, message, found_at")
        .param("id", claim.id().value())
        .param("revision", claim.revision())
        .query(row -> {
          foundAt.putIfAbsent(
              new Key(row.getString("rule_id"), row.getString("place"), row.getString("message")),
              row.getTimestamp("found_at"));
        });
    var now = Timestamp.from(clock.instant());
    int position = 0;
    int holding = 0;
    for (Finding finding : findings) {
      String place = finding.place().inWords();
      String content = FindingContent.digest(claim.snapshot(), finding);
      var override =
          overrides.stream()
              .filter(o -> o.decision.ruleId().equals(finding.rule().value()))
              .filter(o -> o.decision.place().equals(place))
              .filter(o -> o.decision.content().equals(content))
              .findFirst();
      if (finding.blocks() && override.isEmpty()) holding++;
      var key = new Key(finding.rule().value(), place, finding.message());
      insert(
          claim,
          ++position,
          finding,
          content,
          override.map(Active::id).orElse(null),
          foundAt.getOrDefault(key, now));
    }
    return holding;
  }

  private void insert(
      BilledClaim claim,
      int position,
      Finding finding,
      String content,
      @Nullable Long overrideId,
      Timestamp foundAt) {
    jdbc.sql(
            """
            insert into claim_finding (claim_id, revision, position, rule_id, layer, severity, service_line, place,
              message, remedy, expected_denial, source, content, finding_override_id, found_at)
            values (:id, :revision, :position, :rule, :layer, :severity, :line, :place, :message, :remedy, :denial,
              :source, :content, :override, :foundAt)
            """)
        .param("id", claim.id().value())
        .param("revision", claim.revision())
        .param("position", position)
        .param("rule", finding.rule().value())
        .param("layer", finding.layer().name())
        .param("severity", finding.severity().name())
        .param("line", finding.place().serviceLine())
        .param("place", finding.place().inWords())
        .param("message", finding.message())
        .param("remedy", finding.remedy())
        .param("denial", finding.expectedDenial() == null ? null : finding.expectedDenial().value())
        .param("source", finding.source().source())
        .param("content", content)
        .param("override", overrideId)
        .param("foundAt", foundAt)
        .update();
  }

  /// All findings of a claim, those of the latest revision first.
  List<ShownFinding> ofClaim(ClaimId id) {
    return jdbc.sql(
            """
            select f.revision, f.rule_id, f.layer, f.severity, f.service_line, f.place, f.message, f.remedy,
              f.expected_denial, f.source, o.public_id, o.content, o.reason, o.overridden_by, o.overridden_at
            from claim_finding f
            left join finding_override o using (finding_override_id)
            where f.claim_id = :id
            order by f.revision desc, f.position
            """)
        .param("id", id.value())
        .query((row, n) ->
            new ShownFinding(
                row.getInt("revision"),
                row.getString("rule_id"),
                row.getString("layer"),
                row.getString("severity"),
                row.getObject("service_line", Integer.class),
                row.getString("place"),
                row.getString("message"),
                row.getString("remedy"),
                row.getString("expected_denial"),
                row.getString("source"),
                row.getObject("public_id", UUID.class) == null ? null : decision(row)))
        .list();
  }

  /// The digest of what an open finding of the latest revision looked at; empty when it is not
  /// there.
  Optional<String> content(BilledClaim claim, String ruleId, String place) {
    return jdbc.sql(
            """
            select content
            from claim_finding
            where claim_id = :id and revision = :revision and rule_id = :rule and place = :place
              and finding_override_id is null
            order by position
            limit 1
            """)
        .param("id", claim.id().value())
        .param("revision", claim.revision())
        .param("rule", ruleId)
        .param("place", place)
        .query(String.class)
        .optional();
  }

  void override(ClaimId id, ShownFinding finding, String content, String reason) {
    jdbc.sql(
            """
            insert into finding_override (claim_id, rule_id, place, content, message, reason, overridden_by,
              overridden_at)
            values (:id, :rule, :place, :content, :message, :reason, :actor, :now)
            """)
        .param("id", id.value())
        .param("rule", finding.ruleId())
        .param("place", finding.place())
        .param("content", content)
        .param("message", finding.message())
        .param("reason", reason)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /// Ends a decision; empty when there is none, or it has been ended.
  Optional<String> withdraw(ClaimId id, UUID overrideId) {
    return jdbc.sql(
            """
            update finding_override
            set withdrawn_by = :actor, withdrawn_at = :now
            where claim_id = :id and public_id = :override and withdrawn_at is null
            returning rule_id
            """)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id.value())
        .param("override", overrideId)
        .query(String.class)
        .optional();
  }

  private List<Active> active(ClaimId id) {
    return jdbc.sql(
            """
            select finding_override_id, public_id, rule_id, place, content, reason, overridden_by, overridden_at
            from finding_override
            where claim_id = :id and withdrawn_at is null
            order by finding_override_id
            """)
        .param("id", id.value())
        .query((row, n) -> new Active(row.getLong("finding_override_id"), decision(row)))
        .list();
  }

  private static FindingOverride decision(ResultSet row) throws SQLException {
    Instant at = row.getTimestamp("overridden_at").toInstant();
    return new FindingOverride(
        row.getObject("public_id", UUID.class),
        row.getString("rule_id"),
        row.getString("place"),
        row.getString("content"),
        row.getString("reason"),
        row.getString("overridden_by"),
        at);
  }
}
