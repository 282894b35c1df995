package org.cleanclaim.app.remittance;

import java.util.List;
import java.util.Objects;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes which claim a kept payment decides, as a person says; what the payer said stays.
@Component
class MatchRecords {
  private final JdbcClient jdbc;

  MatchRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void match(long paymentId, ClaimMatch match, List<KeptLine> lines) {
    var claim = Objects.requireNonNull(match.claim());
    jdbc.sql(
            """
            update claim_payment
            set claim_id = :claim, match = 'MANUAL', match_reason = :reason
            where claim_payment_id = :id
            """)
        .param("claim", claim.id().value())
        .param("reason", match.reason())
        .param("id", paymentId)
        .update();
    for (KeptLine line : lines) {
      var expected = line.outcome().expectedAllowed();
      jdbc.sql(
              """
              update line_adjudication
              set claim_id = :claim, line = :line, match = :match, match_reason = :reason, expected_allowed = :expected,
                outcome = :outcome
              where claim_payment_id = :id and position = :position
              """)
          .param("claim", claim.id().value())
          .param("line", line.line())
          .param("match", line.how() == null ? null : line.how().name())
          .param("reason", line.remark())
          .param("expected", expected == null ? null : expected.toBigDecimal())
          .param("outcome", line.outcome().kind().name())
          .param("id", paymentId)
          .param("position", line.position())
          .update();
    }
  }

  /// @param how the payment is matched now, to no claim
  void mark(long paymentId, String how) {
    jdbc.sql("update claim_payment set match = :match where claim_payment_id = :id")
        .param("match", how)
        .param("id", paymentId)
        .update();
  }

  /// The payment decides no claim; what was paired because of it stands alone again.
  void unmatch(long paymentId, ClaimPayment payment) {
    jdbc.sql(
            """
            update claim_payment c
            set corrects_claim_payment_id = null
            from claim_payment p
            where p.claim_payment_id = :id and c.corrects_claim_payment_id = p.reverses_claim_payment_id
            """)
        .param("id", paymentId)
        .update();
    jdbc.sql(
            """
            update claim_payment
            set claim_id = null, match = 'UNMATCHED', match_reason = null, reverses_claim_payment_id = null,
              corrects_claim_payment_id = null
            where claim_payment_id = :id
            """)
        .param("id", paymentId)
        .update();
    int position = 0;
    for (ServicePayment service : payment.services()) {
      jdbc.sql(
              """
              update line_adjudication
              set claim_id = null, line = null, match = null, match_reason = null, expected_allowed = null,
                outcome = :outcome
              where claim_payment_id = :id and position = :position
              """)
          .param("outcome", LineOutcome.of(service, payment.isReversal(), null).kind().name())
          .param("id", paymentId)
          .param("position", ++position)
          .update();
    }
  }

  /// Whether the payer has taken the payment back.
  boolean isTakenBack(long paymentId) {
    return jdbc.sql(
            """
            select exists (
              select
              from claim_payment
              where reverses_claim_payment_id = :payment)
            """)
        .param("payment", paymentId)
        .query(Boolean.class)
        .single();
  }

  /// Whether some payment decides a claim.
  boolean isDecided(ClaimId claim) {
    return jdbc.sql(
            """
            select exists (
              select
              from claim_payment
              where claim_id = :claim and status_code <> '25')
            """)
        .param("claim", claim.value())
        .query(Boolean.class)
        .single();
  }
}
