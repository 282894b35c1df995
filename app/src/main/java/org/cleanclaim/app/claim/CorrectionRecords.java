package org.cleanclaim.app.claim;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The links between claims and their corrections.
@Component
class CorrectionRecords {
  private final JdbcClient jdbc;
  private final ClaimRecords records;
  private final Clock clock;

  CorrectionRecords(JdbcClient jdbc, ClaimRecords records, Clock clock) {
    this.jdbc = jdbc;
    this.records = records;
    this.clock = clock;
  }

  /// The claim that a correction corrects.
  Optional<BilledClaim> earlier(ClaimId correction) {
    return jdbc.sql(
            "select replaces_claim_id from claim where claim_id = :id and replaces_claim_id is not"
                + " null")
        .param("id", correction.value())
        .query(Long.class)
        .optional()
        .flatMap(id -> records.find(new ClaimId(id)));
  }

  /// The correction of a claim that was not withdrawn.
  Optional<BilledClaim> correctionOf(ClaimId earlier) {
    return jdbc.sql(
            "select claim_id from claim where replaces_claim_id = :id and status <> 'VOIDED'")
        .param("id", earlier.value())
        .query(Long.class)
        .optional()
        .flatMap(id -> records.find(new ClaimId(id)));
  }

  /// The numbers of the corrections that were not withdrawn, by the claims that they correct.
  Map<Long, String> correctionNumbers(Collection<Long> earlier) {
    var numbers = new HashMap<Long, String>();
    jdbc.sql(
            """
            select replaces_claim_id, control_number
            from claim
            where replaces_claim_id = any (:ids) and status <> 'VOIDED'
            """)
        .param("ids", earlier.toArray(Long[]::new))
        .query(row -> {
          numbers.put(row.getLong("replaces_claim_id"), row.getString("control_number"));
        });
    return numbers;
  }

  /// Whether the payer's number on it was typed by somebody.
  boolean isNumberTyped(ClaimId correction) {
    return jdbc.sql("select is_number_typed from claim where claim_id = :id")
        .param("id", correction.value())
        .query(Boolean.class)
        .single();
  }

  /// Whether it stands in the place of the claim that it corrects.
  boolean hasTakenOver(ClaimId correction) {
    return jdbc.sql("select taken_over_at is not null from claim where claim_id = :id")
        .param("id", correction.value())
        .query(Boolean.class)
        .single();
  }

  /// @return false when it had taken over before
  boolean takeOver(ClaimId correction) {
    return jdbc.sql(
                "update claim set taken_over_at = :now where claim_id = :id and taken_over_at is"
                    + " null")
            .param("now", Timestamp.from(clock.instant()))
            .param("id", correction.value())
            .update()
        == 1;
  }

  List<BilledClaim> all(ClaimId one) {
    return jdbc
        .sql(
            """
            with recursive chain as (
              select claim_id, replaces_claim_id from claim where claim_id = :id
              union
              select c.claim_id, c.replaces_claim_id
              from claim c
              join chain n on c.claim_id = n.replaces_claim_id or c.replaces_claim_id = n.claim_id)
            select claim_id from chain order by claim_id
            """)
        .param("id", one.value())
        .query(Long.class)
        .list()
        .stream()
        .flatMap(id -> records.find(new ClaimId(id)).stream())
        .toList();
  }
}
