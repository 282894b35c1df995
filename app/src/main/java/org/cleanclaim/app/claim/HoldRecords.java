package org.cleanclaim.app.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Holds as they stand in the database.
@Component
class HoldRecords {
  private static final String SELECT =
      """
      select claim_hold_id, public_id, claim_id, reason, look_again_on, held_by, held_at, released_by, released_at
      from claim_hold
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  HoldRecords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// All holds of a claim, the first first.
  List<ClaimHold> of(ClaimId claim) {
    return jdbc.sql(SELECT + "where claim_id = :claim order by claim_hold_id")
        .param("claim", claim.value())
        .query(HoldRecords::hold)
        .list();
  }

  Optional<ClaimHold> find(UUID id) {
    return jdbc.sql(SELECT + "where public_id = :id")
        .param("id", id)
        .query(HoldRecords::hold)
        .optional();
  }

  /// The latest hold that stands of each claim that has one.
  Map<ClaimId, ClaimHold> standing(Collection<BilledClaim> claims) {
    return jdbc
        .sql(
            SELECT
                + "where claim_id = any (:claims) and released_at is null order by claim_hold_id")
        .param("claims", claims.stream().map(c -> c.id().value()).toArray(Long[]::new))
        .query(HoldRecords::hold)
        .list()
        .stream()
        .collect(Collectors.toMap(ClaimHold::claimId, hold -> hold, (first, last) -> last));
  }

  ClaimHold place(ClaimId claim, String reason, @Nullable LocalDate lookAgainOn) {
    return jdbc.sql(
            """
            insert into claim_hold (claim_id, reason, look_again_on, held_by, held_at)
            values (:claim, :reason, :on, :by, :now)
            returning claim_hold_id, public_id, claim_id, reason, look_again_on, held_by, held_at, released_by, released_at
            """)
        .param("claim", claim.value())
        .param("reason", reason)
        .param("on", lookAgainOn, Types.DATE)
        .param("by", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .query(HoldRecords::hold)
        .single();
  }

  void release(ClaimHold hold) {
    jdbc.sql(
            """
            update claim_hold set released_by = :by, released_at = :now
            where claim_hold_id = :id and released_at is null
            """)
        .param("by", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", hold.number())
        .update();
  }

  private static ClaimHold hold(ResultSet row, int n) throws SQLException {
    return new ClaimHold(
        row.getLong("claim_hold_id"),
        row.getObject("public_id", UUID.class),
        new ClaimId(row.getLong("claim_id")),
        row.getString("reason"),
        row.getObject("look_again_on", LocalDate.class),
        row.getString("held_by"),
        row.getTimestamp("held_at").toInstant(),
        row.getString("released_by"),
        instant(row.getTimestamp("released_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
