package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockRule;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.LegalClocks;
import org.cleanclaim.app.deadline.RepeatedClocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The clocks of what payers paid too much: each runs from the day on which the credit was found
/// until the money is back. For Medicare the sixty days are law; for other payers the same days are
/// assumed until their own are known.
@Component
@Transactional
class CreditClocks {
  private static final Set<String> MEDICARE = Set.of("MA", "MB", "16");

  private record Found(
      long claimId,
      UUID claim,
      String controlNumber,
      long payerId,
      String filing,
      boolean isCredit) {}

  private final JdbcClient jdbc;
  private final Deadlines deadlines;
  private final RepeatedClocks clocks;

  CreditClocks(JdbcClient jdbc, Deadlines deadlines, RepeatedClocks clocks) {
    this.jdbc = jdbc;
    this.deadlines = deadlines;
    this.clocks = clocks;
  }

  /// Looks at the claims of a remittance: credits start their clocks, and what the payer has taken
  /// back by itself ends them.
  void look(long remittanceId) {
    jdbc.sql(
            """
            select c.claim_id, c.public_id, c.control_number, p.payer_id, p.filing_code, sum(e.amount) < 0 as is_credit
            from (select claim_id, min(paid) as least from claim_payment
              where remittance_id = :remittance and claim_id is not null group by claim_id) m
            join claim c using (claim_id)
            join payer p using (payer_id)
            join entry e on e.claim_id = c.claim_id and e.account = 'INSURANCE_RECEIVABLE'
            group by c.claim_id, p.payer_id, m.least
            having sum(e.amount) < 0 or m.least < 0
            order by c.claim_id
            """)
        .param("remittance", remittanceId)
        .query((row, n) ->
            new Found(
                row.getLong("claim_id"),
                row.getObject("public_id", UUID.class),
                row.getString("control_number"),
                row.getLong("payer_id"),
                row.getString("filing_code"),
                row.getBoolean("is_credit")))
        .list()
        .forEach(this::look);
  }

  private void look(Found found) {
    String subject = subject(found.controlNumber());
    if (!found.isCredit()) {
      deadlines.ended(ClockKind.OVERPAYMENT, subject, "The payer took the money back by itself");
      return;
    }
    ClockRule rule = LegalClocks.OVERPAYMENT;
    clocks.run(
        ClockStart.of(
                ClockKind.OVERPAYMENT,
                subject,
                MEDICARE.contains(found.filing()) ? rule : rule.assumed(),
                deadlines.today())
            .ofClaim(found.claimId(), found.payerId(), "/claims/" + found.claim()));
  }

  /// The money went back.
  void returned(String controlNumber, LocalDate on, String evidence) {
    clocks.met(ClockKind.OVERPAYMENT, subject(controlNumber), on, evidence);
  }

  private static String subject(String controlNumber) {
    return "credit of claim " + controlNumber;
  }
}
