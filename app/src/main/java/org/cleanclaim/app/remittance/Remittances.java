package org.cleanclaim.app.remittance;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.contract.FeeSchedules;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.BalanceProof;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Posts remittances. Each is one transaction: either everything of it stands in the ledger or
/// nothing does.
@Component
@Transactional
public class Remittances {
  private record Match(Optional<BilledClaim> claim, String how, @Nullable String unmatchedReason) {}

  private record Kept(long id, UUID publicId) {}

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Claims claims;
  private final Payers payers;
  private final FeeSchedules fees;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Remittances(
      JdbcClient jdbc,
      JsonColumns json,
      Claims claims,
      Payers payers,
      FeeSchedules fees,
      Ledger ledger,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.claims = claims;
    this.payers = payers;
    this.fees = fees;
    this.ledger = ledger;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// Proves, matches and posts a remittance that came in a file.
  public PostResult post(Remittance remittance, ExchangedFile file) {
    var payer = payers.named(remittance.payerId(), remittance.payerName());
    var proof = BalanceProof.of(remittance);
    var kept = keep(remittance, payer, file, proof);
    if (kept.isEmpty()) {
      return new PostResult.AlreadyPosted(existing(remittance, payer), remittance.trace());
    }
    writeProof(kept.get().id(), proof);
    if (!proof.holds()) {
      audit.record("kept out of balance", "remittance", kept.get().id(), null, null);
      return new PostResult.OutOfBalance(kept.get().publicId(), remittance.trace(), proof);
    }
    int unmatched = postClaims(remittance, kept.get(), payer, file);
    postProviderLevel(remittance, kept.get(), payer);
    audit.record("posted", "remittance", kept.get().id(), null, null);
    events.publishEvent(new RemittancePosted(Acting.actor().organizationId(), kept.get().id()));
    return new PostResult.Posted(
        kept.get().publicId(),
        remittance.trace(),
        remittance.paid(),
        remittance.claims().size(),
        unmatched);
  }

  private Optional<Kept> keep(
      Remittance remittance, Optional<Payer> payer, ExchangedFile file, BalanceProof proof) {
    var now = Timestamp.from(clock.instant());
    return jdbc.sql(
            """
            insert into remittance (exchanged_file_id, payer_id, payer_key, payer_name, trace, method, paid, paid_on,
              status, content, received_at, posted_at)
            values (:file, :payer, :key, :payerName, :trace, :method, :paid, :paidOn, :status, :content::jsonb, :now,
              case when :status = 'POSTED' then :now::timestamptz end)
            on conflict (organization_id, payer_key, trace, paid, paid_on) do nothing
            returning remittance_id, public_id
            """)
        .param("file", file.id())
        .param("payer", payer.map(Payer::id).orElse(null))
        .param("key", payerKey(remittance, payer))
        .param("payerName", remittance.payerName())
        .param("trace", remittance.trace())
        .param("method", remittance.method().name())
        .param("paid", remittance.paid().toBigDecimal())
        .param("paidOn", remittance.paidOn())
        .param("status", proof.holds() ? "POSTED" : "OUT_OF_BALANCE")
        .param("content", json.write(remittance))
        .param("now", now)
        .query((row, n) ->
            new Kept(row.getLong("remittance_id"), row.getObject("public_id", UUID.class)))
        .optional();
  }

  private UUID existing(Remittance remittance, Optional<Payer> payer) {
    return jdbc.sql(
            """
            select public_id
            from remittance
            where payer_key = :key and trace = :trace and paid = :paid and paid_on = :paidOn
            """)
        .param("key", payerKey(remittance, payer))
        .param("trace", remittance.trace())
        .param("paid", remittance.paid().toBigDecimal())
        .param("paidOn", remittance.paidOn())
        .query(UUID.class)
        .single();
  }

  private static String payerKey(Remittance remittance, Optional<Payer> payer) {
    return payer.map(p -> p.electronicId().value()).orElse(remittance.payerId());
  }

  private void writeProof(long remittanceId, BalanceProof proof) {
    int position = 0;
    for (var equation : proof.equations()) {
      jdbc.sql(
              """
              insert into balance_equation (remittance_id, position, level, place, formula, expected, stated)
              values (:remittance, :position, :level, :place, :formula, :expected, :stated)
              """)
          .param("remittance", remittanceId)
          .param("position", ++position)
          .param("level", equation.level().name())
          .param("place", equation.where())
          .param("formula", equation.formula())
          .param("expected", equation.expected().toBigDecimal())
          .param("stated", equation.stated().toBigDecimal())
          .update();
    }
  }

  private int postClaims(
      Remittance remittance, Kept kept, Optional<Payer> payer, ExchangedFile file) {
    var poster = new RemittancePoster(remittance);
    int position = 0;
    int unmatched = 0;
    for (ClaimPayment payment : remittance.claims()) {
      position++;
      String key = "remittance-" + kept.id() + "-" + position;
      Match match = match(payment, payer);
      long paymentId = keepPayment(kept.id(), position, payment, match);
      if (match.claim().isEmpty()) {
        unmatched++;
        keepLines(paymentId, payment, null, payer);
        postUnlessEmpty(poster.unmatched(payment, payer.map(Payer::id).orElse(null), key));
        continue;
      }
      var claim = match.claim().get();
      keepLines(paymentId, payment, claim, payer);
      postUnlessEmpty(poster.matched(payment, claim, key));
      claims.adjudicated(
          claim.id(), describe(payment), payment.payerClaimControlNumber(), file.id());
    }
    return unmatched;
  }

  private void postProviderLevel(Remittance remittance, Kept kept, Optional<Payer> payer) {
    if (remittance.providerAdjustments().isEmpty()) return;
    postUnlessEmpty(
        new RemittancePoster(remittance)
            .providerLevel(
                payer.map(Payer::id).orElse(null), "remittance-" + kept.id() + "-provider"));
  }

  private void postUnlessEmpty(PostingDraft.Builder draft) {
    if (!draft.isEmpty()) ledger.post(draft.build());
  }

  /// Our claim of a payment: by our number, else by the payer's; the charge must agree, or it is
  /// somebody else's.
  private Match match(ClaimPayment payment, Optional<Payer> payer) {
    var byNumber = claims.findByControlNumber(payment.claimControlNumber());
    var candidate =
        byNumber.isPresent() || payment.payerClaimControlNumber() == null
            ? byNumber
            : claims.findByPayerNumber(payment.payerClaimControlNumber());
    if (candidate.isEmpty()) return unmatched("No claim has this number.");
    var claim = candidate.get();
    if (payer.isEmpty() || payer.get().id() != claim.payerId()) {
      return unmatched("Claim " + claim.controlNumber() + " was sent to another payer.");
    }
    if (!claim.totalCharge().equals(payment.charged().abs())) {
      return unmatched(
          "Claim %s was billed at %s, the payer says %s."
              .formatted(claim.controlNumber(), claim.totalCharge(), payment.charged()));
    }
    return new Match(
        candidate, byNumber.isPresent() ? "CONTROL_NUMBER" : "PAYER_CONTROL_NUMBER", null);
  }

  private static Match unmatched(String reason) {
    return new Match(Optional.empty(), "UNMATCHED", reason);
  }

  private long keepPayment(long remittanceId, int position, ClaimPayment payment, Match match) {
    return jdbc.sql(
            """
            insert into claim_payment (remittance_id, position, claim_id, claim_control_number,
              payer_claim_control_number, status_code, charged, paid, patient_responsibility, match, unmatched_reason)
            values (:remittance, :position, :claim, :control, :payerControl, :status, :charged, :paid, :patient, :match,
              :reason)
            returning claim_payment_id
            """)
        .param("remittance", remittanceId)
        .param("position", position)
        .param("claim", match.claim().map(c -> c.id().value()).orElse(null))
        .param("control", payment.claimControlNumber())
        .param("payerControl", payment.payerClaimControlNumber())
        .param("status", payment.statusCode())
        .param("charged", payment.charged().toBigDecimal())
        .param("paid", payment.paid().toBigDecimal())
        .param("patient", payment.patientResponsibility().toBigDecimal())
        .param("match", match.how())
        .param("reason", match.unmatchedReason())
        .query(Long.class)
        .single();
  }

  private void keepLines(
      long paymentId, ClaimPayment payment, @Nullable BilledClaim claim, Optional<Payer> payer) {
    int position = 0;
    for (ServicePayment service : payment.services()) {
      Integer line = claim == null ? null : RemittancePoster.lineOf(service, claim);
      var outcome = LineOutcome.of(service, payment.isReversal(), expected(claim, line, payer));
      jdbc.sql(
              """
              insert into line_adjudication (claim_payment_id, position, claim_id, line, procedure, charged, allowed,
                paid, patient_share, expected_allowed, outcome, adjustments, remarks)
              values (:payment, :position, :claim, :line, :procedure, :charged, :allowed, :paid, :patient, :expected,
                :outcome, :adjustments::jsonb, :remarks)
              """)
          .param("payment", paymentId)
          .param("position", ++position)
          .param("claim", claim == null ? null : claim.id().value())
          .param("line", line)
          .param("procedure", service.procedure())
          .param("charged", service.charged().toBigDecimal())
          .param("allowed", outcome.allowed().toBigDecimal())
          .param("paid", service.paid().toBigDecimal())
          .param("patient", outcome.patientShare().toBigDecimal())
          .param(
              "expected",
              outcome.expectedAllowed() == null ? null : outcome.expectedAllowed().toBigDecimal())
          .param("outcome", outcome.kind().name())
          .param("adjustments", json.write(service.adjustments()))
          .param("remarks", service.remarks().toArray(String[]::new))
          .update();
    }
  }

  /// What the contract allows for a line: the payer's fee times the units, and never more than the
  /// charge.
  private @Nullable Money expected(
      @Nullable BilledClaim claim, @Nullable Integer number, Optional<Payer> payer) {
    if (claim == null || number == null || payer.isEmpty()) return null;
    ServiceLine line =
        claim.snapshot().lines().stream()
            .filter(l -> l.number() == number)
            .findFirst()
            .orElseThrow();
    if (line.procedure() == null) return null;
    return fees.allowed(payer.get(), line.procedure(), line.modifiers(), line.servedFrom())
        .map(
            fee -> fee.times(line.unitsBilled(), java.math.RoundingMode.HALF_UP).min(line.charge()))
        .orElse(null);
  }

  private static String describe(ClaimPayment payment) {
    return "The 835 pays %s of %s and leaves %s to the patient"
        .formatted(payment.paid(), payment.charged(), payment.patientResponsibility());
  }

  /// The amounts that a posted remittance refuses on claims of ours.
  @Transactional(readOnly = true)
  public List<RefusedLine> refusedLines(long remittanceId) {
    return jdbc
        .sql(
            """
            select l.claim_id, l.claim_payment_id, l.line, l.procedure, l.adjustments, l.remarks, r.paid_on
            from line_adjudication l
            join claim_payment p using (claim_payment_id)
            join remittance r using (remittance_id)
            where r.remittance_id = :id and l.claim_id is not null and l.outcome <> 'REVERSED'
            order by l.claim_payment_id, l.position
            """)
        .param("id", remittanceId)
        .query((row, n) -> refusals(row))
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<RefusedLine> refusals(java.sql.ResultSet row) throws java.sql.SQLException {
    var refused = new java.util.ArrayList<RefusedLine>();
    for (Adjustment adjustment : json.readList(row.getString("adjustments"), Adjustment.class)) {
      if (!AdjustmentKind.isRefusal(adjustment)) continue;
      refused.add(
          new RefusedLine(
              row.getLong("claim_id"),
              row.getLong("claim_payment_id"),
              row.getObject("line", Integer.class),
              row.getString("procedure"),
              adjustment,
              java.util.Arrays.asList((String[]) row.getArray("remarks").getArray()),
              row.getObject("paid_on", java.time.LocalDate.class)));
    }
    return refused;
  }

  /// What a payer decided on a line of a claim.
  ///
  /// @param expectedAllowed what the contract allows, when it is known
  public record DecidedLine(
      UUID remittanceId,
      String trace,
      @Nullable Integer line,
      String procedure,
      Money charged,
      Money allowed,
      @Nullable Money expectedAllowed,
      Money paid,
      Money patientShare,
      String outcome,
      List<Adjustment> adjustments) {
    public DecidedLine {
      adjustments = List.copyOf(adjustments);
    }
  }

  /// The payer's decisions on a claim, in the order in which they came.
  @Transactional(readOnly = true)
  public List<DecidedLine> decisions(long claimId) {
    return jdbc.sql(
            """
            select r.public_id, r.trace, l.line, l.procedure, l.charged, l.allowed, l.expected_allowed, l.paid,
              l.patient_share, l.outcome, l.adjustments
            from line_adjudication l
            join claim_payment p using (claim_payment_id)
            join remittance r using (remittance_id)
            where l.claim_id = :id
            order by l.claim_payment_id, l.position
            """)
        .param("id", claimId)
        .query((row, n) -> decision(row))
        .list();
  }

  private DecidedLine decision(java.sql.ResultSet row) throws java.sql.SQLException {
    return new DecidedLine(
        row.getObject("public_id", UUID.class),
        row.getString("trace"),
        row.getObject("line", Integer.class),
        row.getString("procedure"),
        Money.of(row.getBigDecimal("charged").toPlainString()),
        Money.of(row.getBigDecimal("allowed").toPlainString()),
        row.getBigDecimal("expected_allowed") == null
            ? null
            : Money.of(row.getBigDecimal("expected_allowed").toPlainString()),
        Money.of(row.getBigDecimal("paid").toPlainString()),
        Money.of(row.getBigDecimal("patient_share").toPlainString()),
        row.getString("outcome"),
        json.readList(row.getString("adjustments"), Adjustment.class));
  }

  /// The patients whose claims a remittance decides.
  @Transactional(readOnly = true)
  public List<Long> patients(long remittanceId) {
    return jdbc.sql(
            """
            select distinct c.patient_id
            from claim_payment p
            join claim c using (claim_id)
            where p.remittance_id = :id
            order by c.patient_id
            """)
        .param("id", remittanceId)
        .query(Long.class)
        .list();
  }

  @Transactional(readOnly = true)
  public java.time.LocalDate paidOn(long remittanceId) {
    return jdbc.sql("select paid_on from remittance where remittance_id = :id")
        .param("id", remittanceId)
        .query(java.time.LocalDate.class)
        .single();
  }

  /// The content of a posted or kept remittance.
  @Transactional(readOnly = true)
  public Optional<Remittance> content(UUID publicId) {
    return jdbc.sql("select content from remittance where public_id = :id")
        .param("id", publicId)
        .query(String.class)
        .optional()
        .map(text -> json.read(text, Remittance.class));
  }

  @Transactional(readOnly = true)
  public List<BalanceProof.Equation> proof(UUID publicId) {
    return jdbc.sql(
            """
            select e.level, e.place, e.formula, e.expected, e.stated
            from balance_equation e
            join remittance r using (remittance_id)
            where r.public_id = :id
            order by e.position
            """)
        .param("id", publicId)
        .query((row, n) ->
            new BalanceProof.Equation(
                BalanceProof.Level.valueOf(row.getString("level")),
                row.getString("place"),
                row.getString("formula"),
                Money.of(row.getBigDecimal("expected").toPlainString()),
                Money.of(row.getBigDecimal("stated").toPlainString())))
        .list();
  }
}
