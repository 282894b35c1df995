package org.cleanclaim.app.underpayment;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.remittance.MatchedPayments.MatchedPayment;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.underpayment.Underpayment.State;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The underpayments on file, each step of the work on them, and what closes them by itself.
@Component
class UnderpaymentRecords {
  private record Earlier(long id, Money expected, Money allowed) {}

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Clock clock;

  UnderpaymentRecords(JdbcClient jdbc, JsonColumns json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /// Once for each place of a payment.
  void open(long remittanceId, MatchedPayment payment, Compared compared, LocalDate paidOn) {
    var variance = compared.variance();
    jdbc.sql(
            """
            insert into underpayment (remittance_id, claim_payment_id, position, claim_id, line, payer_id, procedure,
              served_on, paid_on, charged, expected, allowed, contract, term, steps, adjustments, state, opened_at)
            values (:remittance, :payment, :position, :claim, :line, :payer, :procedure, :servedOn, :paidOn, :charged,
              :expected, :allowed, :contract, :term, :steps::jsonb, :adjustments, 'OPEN', :now)
            on conflict (claim_payment_id, position, claim_id) do nothing
            """)
        .param("remittance", remittanceId)
        .param("payment", payment.claimPaymentId())
        .param("position", variance.service())
        .param("claim", payment.claimId())
        .param("line", compared.line() == 0 ? null : compared.line())
        .param("payer", payment.payerId())
        .param("procedure", variance.procedure())
        .param("servedOn", compared.servedFrom())
        .param("paidOn", paidOn)
        .param("charged", compared.charged().toBigDecimal())
        .param("expected", amount(variance.expected()))
        .param("allowed", amount(variance.allowed()))
        .param("contract", compared.contract())
        .param("term", variance.term())
        .param("steps", json.write(variance.steps()))
        .param(
            "adjustments",
            compared.adjustments().stream()
                .map(a -> a.label() + " " + a.amount())
                .toArray(String[]::new))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private static BigDecimal amount(@Nullable Money money) {
    return money == null ? BigDecimal.ZERO : money.toBigDecimal();
  }

  /// The payer has decided a line again: what it allows more now is recovered.
  void settle(MatchedPayment payment, int line, Money allowed) {
    for (Earlier earlier : earlier(payment, line)) {
      Money gained = allowed.minus(earlier.allowed()).max(Money.ZERO);
      Money recovered = gained.min(earlier.expected().minus(earlier.allowed()));
      boolean isWhole = recovered.equals(earlier.expected().minus(earlier.allowed()));
      move(
          earlier.id(),
          isWhole ? State.RECOVERED : State.SUPERSEDED,
          "The payer decided the line again and allows %s.".formatted(allowed),
          recovered);
    }
  }

  private List<Earlier> earlier(MatchedPayment payment, int line) {
    return jdbc.sql(
            """
            select underpayment_id, expected, allowed
            from underpayment
            where claim_id = :claim and (line = :line or (:line = 0 and position = 0)) and claim_payment_id < :payment
              and state in ('OPEN', 'DISPUTED')
            order by underpayment_id
            """)
        .param("claim", payment.claimId())
        .param("line", line)
        .param("payment", payment.claimPaymentId())
        .query((row, n) ->
            new Earlier(
                row.getLong("underpayment_id"),
                Money.of(row.getBigDecimal("expected").toPlainString()),
                Money.of(row.getBigDecimal("allowed").toPlainString())))
        .list();
  }

  /// The payer takes an earlier payment back: what no new decision has settled is no underpayment
  /// any more.
  void takenBack(long remittanceId, MatchedPayment payment) {
    jdbc.sql(
            """
            select underpayment_id
            from underpayment
            where claim_id = :claim and remittance_id <> :remittance and state in ('OPEN', 'DISPUTED')
            order by underpayment_id
            """)
        .param("claim", payment.claimId())
        .param("remittance", remittanceId)
        .query(Long.class)
        .list()
        .forEach(id -> move(id, State.SUPERSEDED, "The payer took the payment back.", Money.ZERO));
  }

  /// A payment was matched to a claim by mistake: it pays nothing of that claim too little.
  void unmatched(long claimPaymentId, long claimId) {
    jdbc.sql(
            """
            select underpayment_id
            from underpayment
            where claim_payment_id = :payment and claim_id = :claim and state in ('OPEN', 'DISPUTED')
            order by underpayment_id
            """)
        .param("payment", claimPaymentId)
        .param("claim", claimId)
        .query(Long.class)
        .list()
        .forEach(id ->
            move(id, State.SUPERSEDED, "The payment was matched to it by mistake.", Money.ZERO));
  }

  void move(long id, State to, String note, Money recovered) {
    jdbc.sql(
            """
            update underpayment
            set state = :state, recovered = :recovered, version = version + 1
            where underpayment_id = :id
            """)
        .param("state", to.name())
        .param("recovered", recovered.toBigDecimal())
        .param("id", id)
        .update();
    jdbc.sql(
            """
            insert into underpayment_step (underpayment_id, position, state, note, recovered, done_by, done_at)
            select :id, coalesce(max(position), 0) + 1, :state, :note, :recovered, :by, :now
            from underpayment_step
            where underpayment_id = :id
            """)
        .param("id", id)
        .param("state", to.name())
        .param("note", note)
        .param("recovered", recovered.toBigDecimal())
        .param("by", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
