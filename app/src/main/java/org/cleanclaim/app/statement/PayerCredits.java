package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.statement.CreditBalances.Credit;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The credits of claims: more of each was settled than was billed. No more of it goes back than
/// its payer has paid.
@Component
@Transactional(readOnly = true)
class PayerCredits {
  private record Found(
      long claimId,
      UUID patient,
      String name,
      String claim,
      String payer,
      Money amount,
      Money asked,
      LocalDate since,
      String status,
      @Nullable String corrected,
      boolean isPaidAgain,
      boolean isOtherPaid) {
    Credit credit(Money paid, CreditWaits.@Nullable Wait waitsFor) {
      Money refundable = waitsFor == null ? amount.min(paid).max(Money.ZERO) : Money.ZERO;
      return new Credit(
          patient,
          name,
          claim,
          payer,
          null,
          null,
          amount,
          refundable,
          asked,
          since,
          cause(),
          waitsFor);
    }

    private String cause() {
      if (corrected != null) {
        return status.equals("VOIDED")
            ? "The claim was voided by %s, and the payer has not taken back what it paid"
                .formatted(corrected)
            : "Claim %s stands in its place, and the payer has not taken back what it paid"
                .formatted(corrected);
      }
      if (isOtherPaid) return "Two payers paid for the same visit";
      return isPaidAgain
          ? "The payer paid more than once"
          : "The payer paid more than it was billed";
    }
  }

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final CreditWaits waits;

  PayerCredits(JdbcClient jdbc, Ledger ledger, CreditWaits waits) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.waits = waits;
  }

  /// The oldest first.
  List<Credit> list() {
    var found =
        jdbc.sql(
                """
                with credit as (
                  select e.claim_id, -sum(e.amount) as amount, max(p.effective_on) as since
                  from entry e
                  join posting p using (posting_id)
                  where e.account = 'INSURANCE_RECEIVABLE' and e.claim_id is not null
                  group by e.claim_id
                  having sum(e.amount) < 0)
                select k.claim_id, t.public_id as patient_public, t.last_name || ', ' || t.first_name as name,
                  c.control_number, y.name as payer, k.amount, k.since, c.status,
                  case when c.status in ('VOIDED', 'REPLACED') then (
                    select n.control_number from claim n
                    where n.replaces_claim_id = c.claim_id and n.status <> 'VOIDED') end as corrected,
                  coalesce((select sum(r.amount) from refund_request r
                    where r.claim_id = k.claim_id and r.status = 'REQUESTED'), 0) as asked,
                  (select count(*) from claim_payment m where m.claim_id = k.claim_id and m.paid > 0) > 1 as is_paid_again,
                  exists (select from claim o join claim_payment m on m.claim_id = o.claim_id
                    where o.encounter_id = c.encounter_id and o.payer_id <> c.payer_id and m.paid > 0) as is_other_paid
                from credit k
                join claim c on c.claim_id = k.claim_id
                join patient t on t.patient_id = c.patient_id
                join payer y on y.payer_id = c.payer_id
                order by k.since, k.claim_id
                """)
            .query((row, n) ->
                new Found(
                    row.getLong("claim_id"),
                    row.getObject("patient_public", UUID.class),
                    row.getString("name"),
                    row.getString("control_number"),
                    row.getString("payer"),
                    Rows.money(row, "amount"),
                    Rows.money(row, "asked"),
                    row.getObject("since", LocalDate.class),
                    row.getString("status"),
                    row.getString("corrected"),
                    row.getBoolean("is_paid_again"),
                    row.getBoolean("is_other_paid")))
            .list();
    var claims = found.stream().map(Found::claimId).toList();
    var paid = ledger.claimCash(claims);
    var waiting = waits.ofClaims(claims);
    return found.stream()
        .map(f -> f.credit(paid.getOrDefault(f.claimId(), Money.ZERO), waiting.get(f.claimId())))
        .toList();
  }
}
