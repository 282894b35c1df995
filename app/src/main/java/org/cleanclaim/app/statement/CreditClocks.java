package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.claim.ClaimReplaced;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockRule;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.LegalClocks;
import org.cleanclaim.app.deadline.RepeatedClocks;
import org.cleanclaim.app.remittance.CreditsLeft;
import org.cleanclaim.app.remittance.ExceptionQueue;
import org.cleanclaim.app.statement.Refund.OfPayment;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The clocks of what payers paid too much: each runs from the day on which the credit was found
/// until the money is back. For Medicare the sixty days are law; for other payers the same days are
/// assumed until their own are known.
@Component
@Transactional
class CreditClocks {
  private static final String TAKEN_BACK = "The payer took the money back by itself";
  private static final Set<String> MEDICARE = Set.of("MA", "MB", "16");

  /// The claims that a remittance decides, with the least payment that came for each, and those
  /// that they stand in the place of, which any answer may free of their credit.
  private static final String MOVED =
      """
      with recursive looked as (
        select claim_id, paid::numeric as least
        from claim_payment
        where remittance_id = :id and claim_id is not null
        union
        select c.replaces_claim_id, -1::numeric
        from looked l
        join claim c using (claim_id)
        where c.replaces_claim_id is not null and c.correction <> 'VOID')
      select claim_id, min(least) as least from looked group by claim_id
      """;

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
  private final MisdirectedPayments misdirected;
  private final ExceptionQueue exceptions;
  private final CreditsLeft credits;

  CreditClocks(
      JdbcClient jdbc,
      Deadlines deadlines,
      RepeatedClocks clocks,
      MisdirectedPayments misdirected,
      ExceptionQueue exceptions,
      CreditsLeft credits) {
    this.jdbc = jdbc;
    this.deadlines = deadlines;
    this.clocks = clocks;
    this.misdirected = misdirected;
    this.exceptions = exceptions;
    this.credits = credits;
  }

  /// Looks at the claims of a remittance, and at those that they stand in the place of: credits
  /// start their clocks, and what the payer has taken back by itself ends them.
  void look(long remittanceId) {
    found(MOVED, remittanceId).forEach(this::look);
    credits.close(waiting(remittanceId));
    misdirected
        .takenBack(remittanceId)
        .forEach(p ->
            deadlines.ended(ClockKind.OVERPAYMENT, misdirected(p.trace(), p.place()), TAKEN_BACK));
  }

  private List<Long> waiting(long remittanceId) {
    return jdbc.sql(
            """
            select distinct m.claim_id
            from (%s) m
            join claim_payment o using (claim_id)
            join remittance_exception x on x.claim_payment_id = o.claim_payment_id
            where x.kind = 'CREDIT_LEFT' and x.closed_at is null
            """
                .formatted(MOVED))
        .param("id", remittanceId)
        .query(Long.class)
        .list();
  }

  /// Another claim stands in the place of one, with what was owed of it.
  @EventListener
  void replaced(ClaimReplaced replaced) {
    credits.close(List.of(replaced.claimId(), replaced.byClaimId()));
  }

  /// Looks at a claim whose credit has moved otherwise, and at those that it stands in the place
  /// of.
  void lookAtClaim(long claimId) {
    credits.close(List.of(claimId));
    found(
            """
            with recursive looked as (
              select :id::bigint as claim_id
              union
              select c.replaces_claim_id
              from looked l
              join claim c using (claim_id)
              where c.replaces_claim_id is not null and c.correction <> 'VOID')
            select claim_id, -1 as least from looked
            """,
            claimId)
        .forEach(this::look);
  }

  /// @param moved SQL of the claims with the least payment that came for each, by `:id`
  private List<Found> found(String moved, long id) {
    return jdbc.sql(
            """
            select c.claim_id, c.public_id, c.control_number, p.payer_id, p.filing_code, sum(e.amount) < 0 as is_credit
            from (%s) m
            join claim c using (claim_id)
            join payer p using (payer_id)
            join entry e on e.claim_id = c.claim_id and e.account = 'INSURANCE_RECEIVABLE'
            group by c.claim_id, p.payer_id, m.least
            having sum(e.amount) < 0 or m.least < 0
            order by c.claim_id
            """
                .formatted(moved))
        .param("id", id)
        .query((row, n) ->
            new Found(
                row.getLong("claim_id"),
                row.getObject("public_id", UUID.class),
                row.getString("control_number"),
                row.getLong("payer_id"),
                row.getString("filing_code"),
                row.getBoolean("is_credit")))
        .list();
  }

  private void look(Found found) {
    String subject = subject(found.controlNumber());
    if (!found.isCredit()) {
      deadlines.ended(ClockKind.OVERPAYMENT, subject, TAKEN_BACK);
      return;
    }
    clocks.run(
        ClockStart.of(ClockKind.OVERPAYMENT, subject, rule(found.filing()), deadlines.today())
            .ofClaim(found.claimId(), found.payerId(), "/claims/" + found.claim()));
  }

  /// A payment was marked as somebody else's, waits for its claim again, or does not go back after
  /// all: funds that the practice is not entitled to are an overpayment (42 CFR 401.303).
  void lookAtMisdirected(UUID payment) {
    var item = exceptions.find(payment).orElseThrow();
    String subject = misdirected(item.trace(), item.place());
    var found = misdirected.find(payment);
    if (found.isEmpty()) {
      deadlines.ended(ClockKind.OVERPAYMENT, subject, "The payment waits for its claim again");
    } else if (found.get().remaining().isPositive()) {
      var payer = found.get().payerId();
      var start =
          ClockStart.of(
              ClockKind.OVERPAYMENT, subject, rule(found.get().filing()), deadlines.today());
      String page = "/remittances/exceptions/" + payment;
      clocks.run(payer == null ? start.leadingTo(page) : start.ofPayer(payer, page));
    } else {
      deadlines.ended(ClockKind.OVERPAYMENT, subject, TAKEN_BACK);
    }
  }

  private static ClockRule rule(@Nullable String filing) {
    ClockRule rule = LegalClocks.OVERPAYMENT;
    return filing != null && MEDICARE.contains(filing) ? rule : rule.assumed();
  }

  /// The money went back.
  void returned(String controlNumber, long claimId, LocalDate on, String evidence) {
    credits.close(List.of(claimId));
    clocks.met(ClockKind.OVERPAYMENT, subject(controlNumber), on, evidence);
  }

  /// A misdirected payment is back with its payer.
  void returned(OfPayment payment, LocalDate on, String evidence) {
    clocks.met(ClockKind.OVERPAYMENT, misdirected(payment.trace(), payment.place()), on, evidence);
  }

  private static String misdirected(String trace, String place) {
    return "misdirected payment of %s, %s".formatted(trace, place);
  }

  private static String subject(String controlNumber) {
    return "credit of claim " + controlNumber;
  }
}
