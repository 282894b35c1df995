package org.cleanclaim.app.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.payerrule.PastClaims;
import org.cleanclaim.app.remittance.PayerDecision;
import org.cleanclaim.app.remittance.Remittances;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.edits.payerrule.PastClaim;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Claims with what their payers decided, from posted remittances. Of several decisions about a
/// claim the first that was not reversed counts: later ones are corrections. A claim was submitted
/// on the day on which it was first sent, by the practice's clock; before that, on the day on which
/// it was made. The claims of a large remittance, whose content lies in its file, come last.
@Component
@Transactional(readOnly = true)
public class DecidedClaims implements PastClaims {
  private static final int ROWS_AT_A_TIME = 500;

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Organizations organizations;
  private final Remittances remittances;

  DecidedClaims(
      JdbcClient jdbc, JsonColumns json, Organizations organizations, Remittances remittances) {
    this.jdbc = jdbc;
    this.json = json;
    this.organizations = organizations;
    this.remittances = remittances;
  }

  @Override
  public void each(Consumer<PastClaim> take) {
    var gathering = new Gathering(take);
    jdbc.sql(
            """
            with kept as (
              select r.remittance_id, e.position, e.payment
              from remittance r
              cross join lateral jsonb_array_elements(r.content -> 'claims') with ordinality as e (payment, position)
              where r.status = 'POSTED'
            )
            select c.claim_id, c.snapshot, c.capitated_lines, k.payment, r.public_id, p.position, p.status_code = '22' as is_reversal,
              (coalesce(c.first_sent_at, c.created_at) at time zone :zone)::date as submitted_on
            from claim_payment p
            join remittance r using (remittance_id)
            join claim c on c.claim_id = p.claim_id
            left join kept k on k.remittance_id = p.remittance_id and k.position = p.position
            where r.status = 'POSTED'
            order by c.claim_id, p.claim_payment_id
            """)
        .param("zone", organizations.current().timeZone())
        .withFetchSize(ROWS_AT_A_TIME)
        .query(row -> {
          gathering.add(
              row.getLong("claim_id"),
              Sent.of(row),
              new Decision(
                  row.getObject("public_id", UUID.class),
                  row.getInt("position"),
                  row.getBoolean("is_reversal"),
                  row.getString("payment")));
        });
    gathering.finish();
    gathering.inFiles.forEach((remittance, positions) -> fromFile(remittance, positions, take));
  }

  private void fromFile(UUID remittance, BitSet positions, Consumer<PastClaim> take) {
    var batch = new LinkedHashMap<Integer, ClaimPayment>();
    int[] position = {0};
    remittances.payments(
        remittance,
        payment -> {
          if (positions.get(++position[0])) batch.put(position[0], payment);
          if (batch.size() == ROWS_AT_A_TIME) {
            take(remittance, batch, take);
            batch.clear();
          }
        });
    if (!batch.isEmpty()) take(remittance, batch, take);
  }

  private void take(UUID remittance, Map<Integer, ClaimPayment> batch, Consumer<PastClaim> take) {
    jdbc.sql(
            """
            select p.position, c.snapshot, c.capitated_lines,
              (coalesce(c.first_sent_at, c.created_at) at time zone :zone)::date as submitted_on
            from claim_payment p
            join remittance r using (remittance_id)
            join claim c on c.claim_id = p.claim_id
            where r.public_id = :remittance and p.position in (:positions)
            order by p.position
            """)
        .param("zone", organizations.current().timeZone())
        .param("remittance", remittance)
        .param("positions", batch.keySet())
        .query((row, n) ->
            decided(Sent.of(row), Objects.requireNonNull(batch.get(row.getInt("position")))))
        .list()
        .forEach(take);
  }

  private PastClaim decided(Sent sent, ClaimPayment payment) {
    var claim = json.read(sent.snapshot(), Claim.class);
    return new PastClaim(
        claim, sent.submittedOn(), PayerDecision.of(claim, payment, sent.capitated()));
  }

  /// A claim as it was sent.
  ///
  /// @param capitated numbers of the lines that the payer pays by a sum per member and month
  private record Sent(String snapshot, @Nullable LocalDate submittedOn, Set<Integer> capitated) {
    static Sent of(ResultSet row) throws SQLException {
      var lines = row.getArray("capitated_lines");
      return new Sent(
          row.getString("snapshot"),
          row.getObject("submitted_on", LocalDate.class),
          lines == null ? Set.of() : Set.of((Integer[]) lines.getArray()));
    }
  }

  /// @param payment the decision itself, null where it lies in the remittance's file
  private record Decision(
      UUID remittance, int position, boolean isReversal, @Nullable String payment) {}

  /// Brings the decisions about one claim together; rows come claim by claim.
  private final class Gathering {
    private final Consumer<PastClaim> take;
    private final List<Decision> known = new ArrayList<>();

    /// Decisions that count and lie in files: their positions, by remittance.
    private final Map<UUID, BitSet> inFiles = new LinkedHashMap<>();

    private long claimId;
    private @Nullable Sent sent;

    Gathering(Consumer<PastClaim> take) {
      this.take = take;
    }

    void add(long id, Sent claim, Decision decision) {
      if (id != claimId) {
        finish();
        claimId = id;
        sent = claim;
        known.clear();
      }
      if (!decision.isReversal()) known.add(decision);
      else if (!known.isEmpty()) known.removeFirst();
    }

    void finish() {
      if (sent == null || known.isEmpty()) return;
      var first = known.getFirst();
      if (first.payment() == null) {
        inFiles.computeIfAbsent(first.remittance(), r -> new BitSet()).set(first.position());
        return;
      }
      take.accept(decided(sent, json.read(first.payment(), ClaimPayment.class)));
    }
  }
}
