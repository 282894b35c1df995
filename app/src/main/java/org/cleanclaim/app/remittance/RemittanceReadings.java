package org.cleanclaim.app.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.remittance.RemittanceRecords.Kept;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.BalanceCheck;
import org.cleanclaim.kernel.remittance.BalanceProof;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads what stands of remittances.
@Component
@Transactional(readOnly = true)
class RemittanceReadings {
  /// So many claim payments and equations of a large remittance are shown.

  private final JdbcClient jdbc;

  private final JsonColumns json;
  private final FileExchange files;

  RemittanceReadings(JdbcClient jdbc, JsonColumns json, FileExchange files) {
    this.jdbc = jdbc;
    this.json = json;
    this.files = files;
  }

  /// The amounts that a posted remittance refuses on claims of ours. What a payer remarks of the
  /// claim as a whole (MIA, MOA) it says of each line that it refuses, after the line's own remarks
  /// (LQ): MA130 and N211 stand there as a rule.
  List<RefusedLine> refusedLines(long remittanceId) {
    return jdbc
        .sql(
            """
            select l.claim_id, l.claim_payment_id, l.position, l.line, l.procedure, l.adjustments,
              l.remarks || array(select m from unnest(p.remarks) with ordinality as x (m, place)
                where m <> all (l.remarks) order by place) as remarks, r.paid_on,
              coalesce(l.line = any (c.capitated_lines), false) as is_by_month
            from line_adjudication l
            join claim c on c.claim_id = l.claim_id
            join claim_payment p using (claim_payment_id)
            join remittance r using (remittance_id)
            where r.remittance_id = :id and l.claim_id is not null and l.outcome <> 'REVERSED' and p.status_code <> '25'
              and coalesce(l.refused, 1) <> 0
            union all
            select p.claim_id, p.claim_payment_id, 0, null, '', p.adjustments, p.remarks, r.paid_on,
              coalesce(cardinality(c.capitated_lines) = jsonb_array_length(c.snapshot -> 'lines'), false)
            from claim_payment p
            join claim c on c.claim_id = p.claim_id
            join remittance r using (remittance_id)
            where r.remittance_id = :id and p.claim_id is not null and p.status_code not in ('22', '25')
              and p.adjustments <> '[]'
            order by 2, 3
            """)
        .param("id", remittanceId)
        .query((row, n) -> refusals(row))
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<RefusedLine> refusals(ResultSet row) throws SQLException {
    var refused = new ArrayList<RefusedLine>();
    boolean isByMonth = row.getBoolean("is_by_month");
    for (Adjustment adjustment : json.readList(row.getString("adjustments"), Adjustment.class)) {
      if (!AdjustmentKind.isRefusal(adjustment)) continue;
      if (isByMonth && AdjustmentKind.isOfCapitation(adjustment)) continue;
      refused.add(
          new RefusedLine(
              row.getLong("claim_id"),
              row.getLong("claim_payment_id"),
              row.getObject("line", Integer.class),
              row.getString("procedure"),
              adjustment,
              Arrays.asList((String[]) row.getArray("remarks").getArray()),
              row.getObject("paid_on", LocalDate.class)));
    }
    return refused;
  }

  /// The patients whose claims a remittance decides.
  List<Long> patients(long remittanceId) {
    return jdbc.sql(
            """
            select distinct c.patient_id
            from claim_payment p
            join claim c using (claim_id)
            where p.remittance_id = :id
            order by c.patient_id
            """)
        .param("id", remittanceId)
        .query(Long.class)
        .list();
  }

  LocalDate paidOn(long remittanceId) {
    return jdbc.sql("select paid_on from remittance where remittance_id = :id")
        .param("id", remittanceId)
        .query(LocalDate.class)
        .single();
  }

  private record Stored(
      long id,
      String status,
      String trace,
      @Nullable Long fileId,
      int position,
      int claims,
      String content) {}

  Kept kept(UUID publicId) {
    return jdbc.sql(
            """
            select remittance_id, status, payer_key, trace, exchanged_file_id, transaction_position, money_digest
            from remittance
            where public_id = :id
            """)
        .param("id", publicId)
        .query((row, n) ->
            new Kept(
                row.getLong("remittance_id"),
                publicId,
                row.getString("status"),
                row.getString("payer_key"),
                row.getString("trace"),
                row.getObject("exchanged_file_id", Long.class),
                row.getInt("transaction_position"),
                row.getString("money_digest")))
        .single();
  }

  private Optional<Stored> stored(UUID publicId) {
    return jdbc.sql(
            """
            select remittance_id, status, trace, exchanged_file_id, transaction_position, claim_count, content
            from remittance
            where public_id = :id
            """)
        .param("id", publicId)
        .query((row, n) ->
            new Stored(
                row.getLong("remittance_id"),
                row.getString("status"),
                row.getString("trace"),
                row.getObject("exchanged_file_id", Long.class),
                row.getInt("transaction_position"),
                row.getInt("claim_count"),
                row.getString("content")))
        .optional();
  }

  /// Everything of a remittance but its claims.
  Remittance header(UUID publicId) {
    var stored = stored(publicId).orElseThrow();
    return json.read(stored.content(), Remittance.class).withClaims(List.of());
  }

  /// Where a claim payment stands.
  record Place(long remittanceId, UUID publicId, int position) {}

  Place place(long paymentId) {
    return jdbc.sql(
            """
            select p.remittance_id, r.public_id, p.position
            from claim_payment p
            join remittance r using (remittance_id)
            where p.claim_payment_id = :id
            """)
        .param("id", paymentId)
        .query((row, n) ->
            new Place(
                row.getLong("remittance_id"),
                row.getObject("public_id", UUID.class),
                row.getInt("position")))
        .single();
  }

  /// One claim payment, by its position from 1.
  ClaimPayment payment(UUID publicId, int position) {
    var stored = stored(publicId).orElseThrow();
    var content = json.read(stored.content(), Remittance.class);
    if (position <= content.claims().size()) return content.claims().get(position - 1);
    var found = new ArrayList<ClaimPayment>(1);
    var counter = new int[1];
    read(
        stored,
        claim -> {
          if (++counter[0] == position) found.add(claim);
        });
    return found.getFirst();
  }

  /// Every claim payment of a remittance, in its order.
  void payments(UUID publicId, Consumer<ClaimPayment> receiver) {
    var stored = stored(publicId).orElseThrow();
    var content = json.read(stored.content(), Remittance.class);
    if (!content.claims().isEmpty() || stored.claims() == 0) {
      content.claims().forEach(receiver);
    } else {
      read(stored, receiver);
    }
  }

  /// The content of a posted or kept remittance; of a large one a page of its claim payments, read
  /// from the archived file.
  ///
  /// @param page counted from 1
  Optional<Remittance> content(UUID publicId, int page) {
    return stored(publicId)
        .map(stored -> {
          var content = json.read(stored.content(), Remittance.class);
          if (!content.claims().isEmpty() || stored.claims() == 0) return content;
          return content.withClaims(part(stored, page));
        });
  }

  private List<ClaimPayment> part(Stored stored, int page) {
    long before = (Math.max(1, page) - 1L) * ListPage.ROWS;
    var claims = new ArrayList<ClaimPayment>(ListPage.ROWS);
    var passed = new AtomicLong();
    read(
        stored,
        claim -> {
          if (passed.getAndIncrement() >= before && claims.size() < ListPage.ROWS) {
            claims.add(claim);
          }
        });
    return claims;
  }

  /// How many claims a remittance tells of.
  RemittanceCounts counts(UUID publicId) {
    return jdbc.sql(
            """
            select greatest(r.claim_count, p.claims) as claims, p.taken_back, p.unmatched, p.not_ours
            from remittance r
            cross join lateral (
              select count(*) as claims, count(*) filter (where status_code = '22') as taken_back,
                count(*) filter (where match = 'UNMATCHED') as unmatched,
                count(*) filter (where match = 'NOT_OURS') as not_ours
              from claim_payment
              where remittance_id = r.remittance_id) p
            where r.public_id = :id
            """)
        .param("id", publicId)
        .query((row, n) ->
            new RemittanceCounts(
                row.getInt("claims"),
                row.getInt("taken_back"),
                row.getInt("unmatched"),
                row.getInt("not_ours")))
        .single();
  }

  /// The balance proof of a remittance, worked out again from its content; of a large one the first
  /// equations, all that do not hold, and that of the transaction.
  List<BalanceProof.Equation> proof(UUID publicId) {
    var stored = stored(publicId).orElseThrow();
    var content = json.read(stored.content(), Remittance.class);
    if (!content.claims().isEmpty() || stored.claims() == 0) {
      return BalanceProof.of(content).equations();
    }
    var equations = new ArrayList<BalanceProof.Equation>();
    var check =
        new BalanceCheck(e -> {
          if (equations.size() < ListPage.ROWS
              || !e.holds()
              || e.level() == BalanceProof.Level.TRANSACTION) {
            equations.add(e);
          }
        });
    read(stored, check::take);
    check.finish(content);
    return equations;
  }

  private void read(Stored stored, Consumer<ClaimPayment> receiver) {
    if (stored.fileId() == null) return;
    var file = files.find(stored.fileId()).orElseThrow();
    RemittanceScan.claims(() -> files.open(file), file.name(), stored.position(), receiver);
  }
}
