package org.cleanclaim.app.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One number for all that the ledger says: two ledgers with the same postings have the same hash,
/// whatever the order and the time in which they were made.
@Component
@Transactional(readOnly = true)
public class LedgerHash {
  private static final int ROWS_AT_A_TIME = 5_000;

  private final JdbcClient jdbc;

  LedgerHash(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// SHA-256, in hexadecimal digits, over the postings in the order of their keys with their
  /// entries: kind, day, account, amount, claim, line and memo.
  ///
  /// @param through the last day that is counted, null for all
  public String of(@Nullable LocalDate through) {
    var digest = sha256();
    jdbc.sql(
            """
            select p.idempotency_key, p.kind, p.effective_on::text as effective_on, e.position, e.account,
              e.amount::text as amount, coalesce(c.control_number, '') as claim, coalesce(e.line, 0) as line,
              coalesce(e.memo, '') as memo
            from posting p
            join entry e using (posting_id)
            left join claim c using (claim_id)
            where :through::date is null or p.effective_on <= :through::date
            order by p.idempotency_key collate "C", e.position
            """)
        .param("through", through)
        .withFetchSize(ROWS_AT_A_TIME)
        .query(row -> {
          for (int column = 1; column <= 9; column++) {
            digest.update(row.getString(column).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) (column == 9 ? '\n' : '|'));
          }
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
