package org.cleanclaim.app.remittance;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which claims of ours the payments of a remittance were found to be for, and why.
@Component
@Transactional(readOnly = true)
public class FoundClaims {
  /// A claim of ours that a payment is for.
  ///
  /// @param claim public id, null where none was found
  /// @param why how it was found, or why it was not
  public record FoundClaim(@Nullable UUID claim, @Nullable String why) {}

  private final JdbcClient jdbc;

  FoundClaims(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The claims of some payments of a posted remittance, each under the place of its payment from
  /// 1.
  ///
  /// @param first place of the first payment
  /// @param last place of the last one
  public Map<Integer, FoundClaim> of(UUID remittance, int first, int last) {
    var found = new HashMap<Integer, FoundClaim>();
    jdbc.sql(
            """
            select p.position, c.public_id, p.match_reason
            from claim_payment p
            join remittance r using (remittance_id)
            left join claim c using (claim_id)
            where r.public_id = :remittance and p.position between :first and :last
            """)
        .param("remittance", remittance)
        .param("first", first)
        .param("last", last)
        .query(row -> {
          found.put(
              row.getInt("position"),
              new FoundClaim(
                  row.getObject("public_id", UUID.class), row.getString("match_reason")));
        });
    return found;
  }

  /// The file that a remittance came in; empty where it was typed.
  public Optional<UUID> file(UUID remittance) {
    return jdbc.sql(
            """
            select f.public_id
            from remittance r
            join exchanged_file f using (exchanged_file_id)
            where r.public_id = :remittance
            """)
        .param("remittance", remittance)
        .query(UUID.class)
        .optional();
  }
}
