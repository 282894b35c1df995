package org.cleanclaim.app.remittance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes claim payments and their lines, each kind of row in one statement.
@Component
class PaymentRecords {
  private final JdbcClient jdbc;
  private final JsonColumns json;

  PaymentRecords(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void keep(long remittanceId, List<KeptPayment> payments) {
    if (payments.isEmpty()) return;
    var ids = keepPayments(remittanceId, payments);
    var lines = new ArrayList<KeptLine>();
    var paymentIds = new ArrayList<Long>();
    for (KeptPayment payment : payments) {
      for (KeptLine line : payment.lines()) {
        lines.add(line);
        paymentIds.add(ids.get(payment.position()));
      }
    }
    keepLines(paymentIds, lines);
  }

  private Map<Integer, Long> keepPayments(long remittanceId, List<KeptPayment> payments) {
    int size = payments.size();
    var positions = new Integer[size];
    var claims = new @Nullable Long[size];
    var numbers = new String[size];
    var payerNumbers = new @Nullable String[size];
    var statuses = new String[size];
    var charged = new Long[size];
    var paid = new Long[size];
    var patient = new Long[size];
    var matches = new String[size];
    var reasons = new String[size];
    var crossovers = new @Nullable String[size];
    var remarks = new String[size];
    var adjustments = new String[size];
    for (int i = 0; i < size; i++) {
      var kept = payments.get(i);
      var payment = kept.payment();
      var claim = kept.match().claim();
      positions[i] = kept.position();
      claims[i] = claim == null ? null : claim.id().value();
      numbers[i] = payment.claimControlNumber();
      payerNumbers[i] = payment.payerClaimControlNumber();
      statuses[i] = payment.statusCode();
      charged[i] = payment.charged().cents();
      paid[i] = payment.paid().cents();
      patient[i] = payment.patientResponsibility().cents();
      matches[i] = kept.match().how().name();
      reasons[i] = kept.match().reason();
      crossovers[i] = Crossover.of(payment);
      remarks[i] = String.join(" ", payment.remarks());
      adjustments[i] = payment.adjustments().isEmpty() ? "[]" : json.write(payment.adjustments());
    }
    var ids = new HashMap<Integer, Long>();
    jdbc.sql(
            """
            insert into claim_payment (remittance_id, position, claim_id, claim_control_number,
              payer_claim_control_number, status_code, charged, paid, patient_responsibility, match, match_reason,
              unmatched_reason, crossover, remarks, adjustments)
            select :remittance, position, claim, number, payer_number, status, charged::numeric / 100, paid::numeric / 100,
              patient::numeric / 100, match, reason, case when match = 'UNMATCHED' then reason end, crossover,
              string_to_array(remarks, ' '), adjustments::jsonb
            from unnest(:positions::int[], :claims::bigint[], :numbers::text[], :payerNumbers::text[],
              :statuses::text[], :charged::bigint[], :paid::bigint[], :patient::bigint[], :matches::text[],
              :reasons::text[], :crossovers::text[], :remarks::text[], :adjustments::text[])
              as p (position, claim, number, payer_number, status, charged, paid, patient, match, reason, crossover,
                remarks, adjustments)
            order by position
            returning claim_payment_id, position
            """)
        .param("remittance", remittanceId)
        .param("positions", positions)
        .param("claims", claims)
        .param("numbers", numbers)
        .param("payerNumbers", payerNumbers)
        .param("statuses", statuses)
        .param("charged", charged)
        .param("paid", paid)
        .param("patient", patient)
        .param("matches", matches)
        .param("reasons", reasons)
        .param("crossovers", crossovers)
        .param("remarks", remarks)
        .param("adjustments", adjustments)
        .query(row -> {
          ids.put(row.getInt("position"), row.getLong("claim_payment_id"));
        });
    return ids;
  }

  /// @param paymentIds the payment of each line
  void keepLines(List<Long> paymentIds, List<KeptLine> lines) {
    int size = lines.size();
    if (size == 0) return;
    var positions = new Integer[size];
    var claims = new @Nullable Long[size];
    var numbers = new @Nullable Integer[size];
    var procedures = new String[size];
    var charged = new Long[size];
    var allowed = new Long[size];
    var paid = new Long[size];
    var patient = new Long[size];
    var expected = new @Nullable Long[size];
    var adjusted = new Long[size];
    var refused = new Long[size];
    var outcomes = new String[size];
    var adjustments = new String[size];
    var remarks = new String[size];
    var matches = new @Nullable String[size];
    var reasons = new @Nullable String[size];
    for (int i = 0; i < size; i++) {
      var line = lines.get(i);
      var service = line.service();
      positions[i] = line.position();
      claims[i] = line.claim() == null ? null : line.claim().id().value();
      numbers[i] = line.line();
      procedures[i] = service.procedure();
      charged[i] = service.charged().cents();
      allowed[i] = line.outcome().allowed().cents();
      paid[i] = service.paid().cents();
      patient[i] = line.outcome().patientShare().cents();
      expected[i] = cents(line.outcome().expectedAllowed());
      adjusted[i] = line.adjusted().cents();
      refused[i] = line.refused().cents();
      outcomes[i] = line.outcome().kind().name();
      adjustments[i] = json.write(service.adjustments());
      remarks[i] = String.join(" ", service.remarks());
      matches[i] = line.how() == null ? null : line.how().name();
      reasons[i] = line.remark();
    }
    jdbc.sql(
            """
            insert into line_adjudication (claim_payment_id, position, claim_id, line, procedure, charged, allowed, paid,
              patient_share, expected_allowed, adjusted, refused, outcome, adjustments, remarks, match, match_reason)
            select payment, position, claim, line, procedure, charged::numeric / 100, allowed::numeric / 100,
              paid::numeric / 100, patient::numeric / 100, expected::numeric / 100, adjusted::numeric / 100,
              refused::numeric / 100, outcome, adjustments::jsonb, string_to_array(remarks, ' '), match, reason
            from unnest(:payments::bigint[], :positions::int[], :claims::bigint[], :lines::int[], :procedures::text[],
              :charged::bigint[], :allowed::bigint[], :paid::bigint[], :patient::bigint[], :expected::bigint[],
              :adjusted::bigint[], :refused::bigint[], :outcomes::text[], :adjustments::text[], :remarks::text[],
              :matches::text[], :reasons::text[])
              as l (payment, position, claim, line, procedure, charged, allowed, paid, patient, expected, adjusted,
                refused, outcome, adjustments, remarks, match, reason)
            """)
        .param("payments", paymentIds.toArray(Long[]::new))
        .param("positions", positions)
        .param("claims", claims)
        .param("lines", numbers)
        .param("procedures", procedures)
        .param("charged", charged)
        .param("allowed", allowed)
        .param("paid", paid)
        .param("patient", patient)
        .param("expected", expected)
        .param("adjusted", adjusted)
        .param("refused", refused)
        .param("outcomes", outcomes)
        .param("adjustments", adjustments)
        .param("remarks", remarks)
        .param("matches", matches)
        .param("reasons", reasons)
        .update();
  }

  private static @Nullable Long cents(@Nullable Money money) {
    return money == null ? null : money.cents();
  }
}
