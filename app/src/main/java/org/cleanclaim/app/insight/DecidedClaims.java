package org.cleanclaim.app.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.payerrule.PastClaims;
import org.cleanclaim.app.remittance.PayerDecision;
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
/// it was made.
@Component
@Transactional(readOnly = true)
public class DecidedClaims implements PastClaims {
  private static final int ROWS_AT_A_TIME = 500;

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Organizations organizations;

  DecidedClaims(JdbcClient jdbc, JsonColumns json, Organizations organizations) {
    this.jdbc = jdbc;
    this.json = json;
    this.organizations = organizations;
  }

  @Override
  public void each(Consumer<PastClaim> take) {
    var gathering = new Gathering(take);
    jdbc.sql(
            """
            select c.claim_id, c.snapshot, e.payment,
              (coalesce(c.first_sent_at, c.created_at) at time zone :zone)::date as submitted_on
            from remittance r
            cross join lateral jsonb_array_elements(r.content -> 'claims') with ordinality as e (payment, position)
            join claim_payment p on p.remittance_id = r.remittance_id and p.position = e.position
            join claim c on c.claim_id = p.claim_id
            where r.status = 'POSTED'
            order by c.claim_id, p.claim_payment_id
            """)
        .param("zone", organizations.current().timeZone())
        .withFetchSize(ROWS_AT_A_TIME)
        .query(row -> {
          gathering.add(
              row.getLong("claim_id"),
              row.getString("snapshot"),
              row.getObject("submitted_on", LocalDate.class),
              json.read(row.getString("payment"), ClaimPayment.class));
        });
    gathering.finish();
  }

  /// Brings the payments of one claim together; rows come claim by claim.
  private final class Gathering {
    private final Consumer<PastClaim> take;
    private final List<ClaimPayment> known = new ArrayList<>();
    private long claimId;
    private @Nullable String snapshot;
    private @Nullable LocalDate submittedOn;

    Gathering(Consumer<PastClaim> take) {
      this.take = take;
    }

    void add(long id, String text, LocalDate submitted, ClaimPayment payment) {
      if (id != claimId) {
        finish();
        claimId = id;
        snapshot = text;
        submittedOn = submitted;
        known.clear();
      }
      if (!payment.isReversal()) known.add(payment);
      else if (!known.isEmpty()) known.removeFirst();
    }

    void finish() {
      if (snapshot == null || known.isEmpty()) return;
      var claim = json.read(snapshot, Claim.class);
      take.accept(new PastClaim(claim, submittedOn, PayerDecision.of(claim, known.getFirst())));
    }
  }
}
