package org.cleanclaim.app.remittance;

import java.util.List;
import java.util.UUID;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The payments of posted remittances that found their claims.
@Component
@Transactional(readOnly = true)
public class MatchedPayments {

  /// A payment on a claim of ours.
  ///
  /// @param lines the lines of the claim that the services belong to, in their order; 0 where it
  ///   cannot be told
  public record MatchedPayment(
      long claimId, long payerId, long claimPaymentId, ClaimPayment payment, List<Integer> lines) {
    public MatchedPayment {
      lines = List.copyOf(lines);
    }
  }

  private final JdbcClient jdbc;
  private final Remittances remittances;

  MatchedPayments(JdbcClient jdbc, Remittances remittances) {
    this.jdbc = jdbc;
    this.remittances = remittances;
  }

  /// Those of a remittance, in its order.
  public List<MatchedPayment> of(long remittanceId) {
    UUID publicId =
        jdbc.sql("select public_id from remittance where remittance_id = :id")
            .param("id", remittanceId)
            .query(UUID.class)
            .single();
    var payments = remittances.content(publicId).orElseThrow().claims();
    return jdbc.sql(
            """
            select p.claim_payment_id, p.position, p.claim_id, c.payer_id,
              array(select coalesce(l.line, 0) from line_adjudication l
                where l.claim_payment_id = p.claim_payment_id order by l.position) as lines
            from claim_payment p
            join claim c using (claim_id)
            where p.remittance_id = :id
            order by p.position
            """)
        .param("id", remittanceId)
        .query((row, n) ->
            new MatchedPayment(
                row.getLong("claim_id"),
                row.getLong("payer_id"),
                row.getLong("claim_payment_id"),
                payments.get(row.getInt("position") - 1),
                List.of((Integer[]) row.getArray("lines").getArray())))
        .list();
  }
}
