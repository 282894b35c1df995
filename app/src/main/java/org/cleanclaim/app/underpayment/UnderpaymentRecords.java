package org.cleanclaim.app.underpayment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
  private record Earlier(long id, long paymentId, Money expected, Money allowed) {}

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
            on conflict (claim_payment_id, position, claim_id) do update
            set line = excluded.line, charged = excluded.charged, expected = excluded.expected, allowed = excluded.allowed,
              contract = excluded.contract, term = excluded.term, steps = excluded.steps, adjustments = excluded.adjustments
            where underpayment.closed_by_claim_payment_id = underpayment.claim_payment_id
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
    matchedAgain(payment.claimPaymentId(), variance.service(), payment.claimId());
  }

  private static BigDecimal amount(@Nullable Money money) {
    return money == null ? BigDecimal.ZERO : money.toBigDecimal();
  }

  /// The payer has decided a line again: what it allows more now is recovered. The pieces of a line
  /// are compared as one once the last has come.
  void settle(MatchedPayment payment, Compared compared, Money allowed) {
    for (Earlier earlier : earlier(payment, compared.line())) {
      boolean isOtherPiece = compared.others().contains(earlier.paymentId());
      if (isOtherPiece && compared.isPart()) continue;
      if (isOtherPiece) {
        close(
            earlier.id(),
            State.SUPERSEDED,
            "The payer decided the rest: all of it is compared together.",
            Money.ZERO,
            payment.claimPaymentId());
        continue;
      }
      Money gained = allowed.minus(earlier.allowed()).max(Money.ZERO);
      Money recovered = gained.min(earlier.expected().minus(earlier.allowed()));
      boolean isWhole = recovered.equals(earlier.expected().minus(earlier.allowed()));
      close(
          earlier.id(),
          isWhole ? State.RECOVERED : State.SUPERSEDED,
          "The payer decided the line again and allows %s.".formatted(allowed),
          recovered,
          payment.claimPaymentId());
    }
  }

  private List<Earlier> earlier(MatchedPayment payment, int line) {
    return jdbc.sql(
            """
            select underpayment_id, claim_payment_id, expected, allowed
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
                row.getLong("claim_payment_id"),
                Money.of(row.getBigDecimal("expected").toPlainString()),
                Money.of(row.getBigDecimal("allowed").toPlainString())))
        .list();
  }

  /// The payer takes an earlier payment back: what no new decision has settled of the lines that it
  /// decided is no underpayment any more.
  void takenBack(long remittanceId, MatchedPayment payment) {
    jdbc.sql(
            """
            select u.underpayment_id
            from underpayment u
            left join (
              select reverses_claim_payment_id as payment_id
              from claim_payment
              where claim_payment_id = :payment) back on back.payment_id is not null
            where u.claim_id = :claim and u.remittance_id <> :remittance and u.state in ('OPEN', 'DISPUTED')
              and (back.payment_id is null or u.claim_payment_id = back.payment_id or u.position = 0
                or u.line in (select line from line_adjudication where claim_payment_id = back.payment_id))
            order by u.underpayment_id
            """)
        .param("payment", payment.claimPaymentId())
        .param("claim", payment.claimId())
        .param("remittance", remittanceId)
        .query(Long.class)
        .list()
        .forEach(id ->
            close(
                id,
                State.SUPERSEDED,
                "The payer took the payment back.",
                Money.ZERO,
                payment.claimPaymentId()));
  }

  /// The payer has decided claims: where one stands in the place of another, nothing more is to be
  /// had of the earlier decision.
  ///
  /// @param decided the payments by which it did, by their claims
  void replaced(Map<Long, Long> decided) {
    if (decided.isEmpty()) return;
    var claims = List.copyOf(decided.entrySet());
    jdbc.sql(
            """
            with recursive earlier as (
              select d.payment_id, c.replaces_claim_id as claim_id
              from unnest(:claims::bigint[], :payments::bigint[]) as d (claim_id, payment_id)
              join claim c using (claim_id)
              where c.replaces_claim_id is not null
              union
              select e.payment_id, c.replaces_claim_id
              from earlier e
              join claim c using (claim_id)
              where c.replaces_claim_id is not null)
            select u.underpayment_id, max(e.payment_id) as payment_id
            from earlier e
            join underpayment u using (claim_id)
            where u.state in ('OPEN', 'DISPUTED')
            group by u.underpayment_id
            order by u.underpayment_id
            """)
        .param("claims", claims.stream().map(Map.Entry::getKey).toArray(Long[]::new))
        .param("payments", claims.stream().map(Map.Entry::getValue).toArray(Long[]::new))
        .query((row, n) -> Map.entry(row.getLong("underpayment_id"), row.getLong("payment_id")))
        .list()
        .forEach(one ->
            close(
                one.getKey(),
                State.SUPERSEDED,
                "The payer decided the claim that stands in its place.",
                Money.ZERO,
                one.getValue()));
  }

  /// A payment was matched to a claim by mistake: it pays nothing of that claim too little, and
  /// what it closed there is open again.
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
            close(
                id,
                State.SUPERSEDED,
                "The payment was matched to it by mistake.",
                Money.ZERO,
                claimPaymentId));
    jdbc.sql(
            """
            select underpayment_id, state_before
            from underpayment
            where closed_by_claim_payment_id = :payment and claim_payment_id <> :payment
              and state in ('RECOVERED', 'SUPERSEDED')
            order by underpayment_id
            """)
        .param("payment", claimPaymentId)
        .query((row, n) -> closed(row))
        .list()
        .forEach(closed ->
            move(
                closed.id(),
                closed.before(),
                "The payment that closed it was matched by mistake.",
                Money.ZERO));
  }

  private record Closed(long id, State before) {}

  private static Closed closed(ResultSet row) throws SQLException {
    return new Closed(row.getLong("underpayment_id"), State.valueOf(row.getString("state_before")));
  }

  /// A payment is on the claim again that it was taken from: what it pays too little is as it was.
  private void matchedAgain(long claimPaymentId, int position, long claimId) {
    jdbc.sql(
            """
            select underpayment_id, state_before
            from underpayment
            where claim_payment_id = :payment and position = :position and claim_id = :claim
              and closed_by_claim_payment_id = claim_payment_id
            """)
        .param("payment", claimPaymentId)
        .param("position", position)
        .param("claim", claimId)
        .query((row, n) -> closed(row))
        .optional()
        .ifPresent(closed ->
            move(closed.id(), closed.before(), "The payment was matched to it again.", Money.ZERO));
  }

  /// A payment closes an underpayment; its match may be undone.
  private void close(long id, State to, String note, Money recovered, long byPaymentId) {
    jdbc.sql(
            """
            update underpayment
            set closed_by_claim_payment_id = :payment, state_before = state
            where underpayment_id = :id
            """)
        .param("payment", byPaymentId)
        .param("id", id)
        .update();
    record(id, to, note, recovered);
  }

  /// Somebody, or what came, moves it.
  void move(long id, State to, String note, Money recovered) {
    jdbc.sql(
            """
            update underpayment
            set closed_by_claim_payment_id = null, state_before = null
            where underpayment_id = :id
            """)
        .param("id", id)
        .update();
    record(id, to, note, recovered);
  }

  private void record(long id, State to, String note, Money recovered) {
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
