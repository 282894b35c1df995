package org.cleanclaim.app.remittance;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.Remittance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of remittances and of the parts in which they are posted.
@Component
class RemittanceRecords {
  /// A remittance as it is kept.
  ///
  /// @param payerKey by which its payer is known
  /// @param fileId null where it was typed
  record Kept(
      long id,
      UUID publicId,
      String status,
      String payerKey,
      String trace,
      @Nullable Long fileId,
      int position,
      String moneyDigest) {}

  /// A remittance that was posted before and is like another.
  record Earlier(String trace, Money paid, LocalDate paidOn) {}

  private static final String SELECT =
      """
      select remittance_id, public_id, status, payer_key, trace, exchanged_file_id, transaction_position, money_digest
      from remittance
      """;

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Clock clock;

  RemittanceRecords(JdbcClient jdbc, JsonColumns json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /// Keeps a remittance once.
  ///
  /// @param status `POSTING`, `OUT_OF_BALANCE` or `STOPPED`
  Optional<Kept> keep(
      ScannedRemittance scanned,
      @Nullable Payer payer,
      String payerKey,
      @Nullable Long fileId,
      String status) {
    Remittance header = scanned.header();
    int added =
        jdbc.sql(
                """
                insert into remittance (exchanged_file_id, payer_id, payer_key, payer_name, trace, method, paid, paid_on,
                  status, content, received_at, source, money_digest, transaction_position, claim_count, equation_count,
                  claims_paid, provider_adjusted, entered_by)
                values (:file, :payer, :key, :payerName, :trace, :method, :paid, :paidOn, :status, :content::jsonb, :now,
                  :source, :digest, :position, :claims, :equations, :claimsPaid, :adjusted, :actor)
                on conflict (organization_id, payer_key, trace, paid, paid_on, money_digest) do nothing
                """)
            .param("file", fileId)
            .param("payer", payer == null ? null : payer.id())
            .param("key", payerKey)
            .param("payerName", header.payerName())
            .param("trace", header.trace())
            .param("method", header.method().name())
            .param("paid", header.received().toBigDecimal())
            .param("paidOn", header.paidOn())
            .param("status", status)
            .param("content", json.write(header.withClaims(scanned.small())))
            .param("now", Timestamp.from(clock.instant()))
            .param("source", fileId == null ? "EOB" : "FILE")
            .param("digest", scanned.moneyDigest())
            .param("position", scanned.position())
            .param("claims", scanned.claims())
            .param("equations", scanned.equations())
            .param("claimsPaid", scanned.claimsPaid().toBigDecimal())
            .param("adjusted", scanned.providerAdjusted().toBigDecimal())
            .param("actor", Acting.actor().name())
            .update();
    return added == 0 ? Optional.empty() : find(scanned, payerKey);
  }

  /// What came damaged was not posted, and now it has come whole: it takes the place of what was
  /// kept. Only one caller succeeds.
  boolean takeWhole(Kept damaged, ScannedRemittance scanned, @Nullable Long fileId, String status) {
    return jdbc.sql(
                """
                update remittance
                set exchanged_file_id = :file, source = :source, transaction_position = :position, content = :content::jsonb,
                  equation_count = :equations, received_at = :now, entered_by = :actor, status = :status
                where remittance_id = :id and status = :from
                """)
            .param("file", fileId)
            .param("source", fileId == null ? "EOB" : "FILE")
            .param("position", scanned.position())
            .param("content", json.write(scanned.header().withClaims(scanned.small())))
            .param("equations", scanned.equations())
            .param("now", Timestamp.from(clock.instant()))
            .param("actor", Acting.actor().name())
            .param("status", status)
            .param("id", damaged.id())
            .param("from", damaged.status())
            .update()
        == 1;
  }

  /// The same remittance, received before. One from before contents were compared is known by
  /// payer, trace, amount and day alone.
  Optional<Kept> find(ScannedRemittance scanned, String payerKey) {
    return jdbc.sql(
            SELECT
                + """
                where payer_key = :key and trace = :trace and paid = :paid and paid_on = :paidOn
                  and money_digest in (:digest, '')
                order by remittance_id
                limit 1
                """)
        .param("key", payerKey)
        .param("trace", scanned.header().trace())
        .param("paid", scanned.header().received().toBigDecimal())
        .param("paidOn", scanned.header().paidOn())
        .param("digest", scanned.moneyDigest())
        .query(RemittanceRecords::kept)
        .optional();
  }

  Optional<Kept> find(long id) {
    return jdbc.sql(SELECT + "where remittance_id = :id")
        .param("id", id)
        .query(RemittanceRecords::kept)
        .optional();
  }

  /// Those whose posting was begun and not ended.
  List<Kept> unfinished() {
    return jdbc.sql(SELECT + "where status = 'POSTING' order by remittance_id")
        .query(RemittanceRecords::kept)
        .list();
  }

  /// Posted remittances with the same trace and other content, or the same content and another
  /// trace.
  List<Earlier> earlier(String payerKey, String trace, String moneyDigest) {
    return jdbc.sql(
            """
            select trace, paid, paid_on
            from remittance
            where payer_key = :key and status in ('POSTED', 'POSTING') and (trace = :trace or money_digest = :digest)
            order by trace = :trace desc, remittance_id
            limit 1
            """)
        .param("key", payerKey)
        .param("trace", trace)
        .param("digest", moneyDigest)
        .query((row, n) ->
            new Earlier(
                row.getString("trace"),
                Money.of(row.getBigDecimal("paid").toPlainString()),
                row.getObject("paid_on", LocalDate.class)))
        .list();
  }

  /// Marks a part as posted, in the transaction that posts it. Another posting of the same part
  /// waits here until this one has ended.
  ///
  /// @return false when it was posted before
  boolean begin(long remittanceId, int part, int claims) {
    return jdbc.sql(
                """
                insert into remittance_part (remittance_id, part, claims, posted_at)
                values (:id, :part, :claims, :now)
                on conflict (remittance_id, part) do nothing
                """)
            .param("id", remittanceId)
            .param("part", part)
            .param("claims", claims)
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  Set<Integer> parts(long remittanceId) {
    return new HashSet<>(
        jdbc.sql("select part from remittance_part where remittance_id = :id order by part")
            .param("id", remittanceId)
            .query(Integer.class)
            .list());
  }

  /// Moves a remittance on; only one caller succeeds.
  boolean move(long remittanceId, String from, String to) {
    return jdbc.sql(
                """
                update remittance
                set status = :to, posted_at = case when :to = 'POSTED' then :now::timestamptz end
                where remittance_id = :id and status = :from
                """)
            .param("to", to)
            .param("from", from)
            .param("now", Timestamp.from(clock.instant()))
            .param("id", remittanceId)
            .update()
        == 1;
  }

  void released(long remittanceId) {
    jdbc.sql("update remittance set released_by = :actor where remittance_id = :id")
        .param("actor", Acting.actor().name())
        .param("id", remittanceId)
        .update();
  }

  /// What stands in the database of a remittance: claim payments and their sum.
  record Standing(int claims, Money paid, int unmatched) {}

  Standing standing(long remittanceId) {
    return jdbc.sql(
            """
            select count(*) as claims, coalesce(sum(paid), 0) as paid,
              count(*) filter (where match = 'UNMATCHED') as unmatched
            from claim_payment
            where remittance_id = :id
            """)
        .param("id", remittanceId)
        .query((row, n) ->
            new Standing(
                row.getInt("claims"),
                Money.of(row.getBigDecimal("paid").toPlainString()),
                row.getInt("unmatched")))
        .single();
  }

  private static Kept kept(java.sql.ResultSet row, int n) throws java.sql.SQLException {
    return new Kept(
        row.getLong("remittance_id"),
        row.getObject("public_id", UUID.class),
        row.getString("status"),
        row.getString("payer_key"),
        row.getString("trace"),
        row.getObject("exchanged_file_id", Long.class),
        row.getInt("transaction_position"),
        row.getString("money_digest"));
  }
}
