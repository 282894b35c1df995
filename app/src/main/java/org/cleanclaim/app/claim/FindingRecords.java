package org.cleanclaim.app.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.kernel.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of findings and of the decisions in spite of them.
@Component
class FindingRecords {
  private record Key(long claim, String rule, String place, String message) {}

  private record Row(
      BilledClaim claim,
      int position,
      Finding finding,
      String content,
      @Nullable Long overrideId,
      Timestamp foundAt) {}

  private record Active(long id, FindingOverride decision) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  FindingRecords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Keeps what the scrub of the claims' present revisions found; what it had found before and
  /// finds again keeps its time.
  ///
  /// @param found of each claim, in the order of the claims
  /// @return of each claim how many findings hold it: errors that nobody has overridden
  List<Integer> keep(List<BilledClaim> claims, List<List<Finding>> found) {
    var overrides = active(claims);
    var foundAt = takeOut(claims);
    var now = Timestamp.from(clock.instant());
    var rows = new ArrayList<Row>();
    var holding = new ArrayList<Integer>();
    for (int i = 0; i < claims.size(); i++) {
      var claim = claims.get(i);
      int holds = 0;
      int position = 0;
      for (Finding finding : found.get(i)) {
        String place = finding.place().inWords();
        String content = FindingContent.digest(claim.snapshot(), finding);
        var override =
            overrides.getOrDefault(claim.id().value(), List.of()).stream()
                .filter(o -> o.decision.ruleId().equals(finding.rule().value()))
                .filter(o -> o.decision.place().equals(place))
                .filter(o -> o.decision.content().equals(content))
                .findFirst();
        if (finding.blocks() && override.isEmpty()) holds++;
        var key = new Key(claim.id().value(), finding.rule().value(), place, finding.message());
        rows.add(
            new Row(
                claim,
                ++position,
                finding,
                content,
                override.map(Active::id).orElse(null),
                foundAt.getOrDefault(key, now)));
      }
      holding.add(holds);
    }
    insert(rows);
    return holding;
  }

  /// Takes out what an earlier scrub of the present revisions found.
  ///
  /// @return since when it stood
  private Map<Key, Timestamp> takeOut(List<BilledClaim> claims) {
    var foundAt = new HashMap<Key, Timestamp>();
    jdbc.sql(
            """
            delete from claim_finding f
            using unnest(:ids::bigint[], :revisions::int[]) as k (claim, revision)
            where f.claim_id = k.claim and f.revision = k.revision
            returning f.claim_id, f.rule_id, f.place, f.message, f.found_at
            """)
        .param("ids", claims.stream().map(c -> c.id().value()).toArray(Long[]::new))
        .param("revisions", claims.stream().map(BilledClaim::revision).toArray(Integer[]::new))
        .query(row -> {
          foundAt.putIfAbsent(
              new Key(
                  row.getLong("claim_id"),
                  row.getString("rule_id"),
                  row.getString("place"),
                  row.getString("message")),
              row.getTimestamp("found_at"));
        });
    return foundAt;
  }

  private void insert(List<Row> rows) {
    if (rows.isEmpty()) return;
    jdbc.sql(
            """
            insert into claim_finding (claim_id, revision, position, rule_id, layer, severity, service_line, place,
              message, remedy, expected_denial, source, content, finding_override_id, found_at)
            select * from unnest(:ids::bigint[], :revisions::int[], :positions::int[], :rules::text[], :layers::text[],
              :severities::text[], :lines::int[], :places::text[], :messages::text[], :remedies::text[],
              :denials::text[], :sources::text[], :contents::text[], :overrides::bigint[], :foundAts::timestamptz[])
            """)
        .param("ids", column(rows, r -> r.claim.id().value(), Long[]::new))
        .param("revisions", column(rows, r -> r.claim.revision(), Integer[]::new))
        .param("positions", column(rows, Row::position, Integer[]::new))
        .param("rules", column(rows, r -> r.finding.rule().value(), String[]::new))
        .param("layers", column(rows, r -> r.finding.layer().name(), String[]::new))
        .param("severities", column(rows, r -> r.finding.severity().name(), String[]::new))
        .param("lines", column(rows, r -> r.finding.place().serviceLine(), Integer[]::new))
        .param("places", column(rows, r -> r.finding.place().inWords(), String[]::new))
        .param("messages", column(rows, r -> r.finding.message(), String[]::new))
        .param("remedies", column(rows, r -> r.finding.remedy(), String[]::new))
        .param("denials", column(rows, FindingRecords::denial, String[]::new))
        .param("sources", column(rows, r -> r.finding.source().source(), String[]::new))
        .param("contents", column(rows, Row::content, String[]::new))
        .param("overrides", column(rows, Row::overrideId, Long[]::new))
        .param("foundAts", column(rows, r -> r.foundAt.toInstant().toString(), String[]::new))
        .update();
  }

  private static <T> T[] column(
      List<Row> rows, Function<Row, @Nullable T> value, IntFunction<T[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  private static @Nullable String denial(Row row) {
    var denial = row.finding.expectedDenial();
    return denial == null ? null : denial.value();
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

  private Map<Long, List<Active>> active(List<BilledClaim> claims) {
    var active = new HashMap<Long, List<Active>>();
    jdbc.sql(
            """
            select claim_id, finding_override_id, public_id, rule_id, place, content, reason, overridden_by, overridden_at
            from finding_override
            where claim_id = any (:ids) and withdrawn_at is null
            order by finding_override_id
            """)
        .param("ids", claims.stream().map(c -> c.id().value()).toArray(Long[]::new))
        .query(row -> {
          active
              .computeIfAbsent(row.getLong("claim_id"), id -> new ArrayList<>())
              .add(new Active(row.getLong("finding_override_id"), decision(row)));
        });
    return active;
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
