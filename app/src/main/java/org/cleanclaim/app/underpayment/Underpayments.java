package org.cleanclaim.app.underpayment;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.contract.PayerContracts;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.remittance.MatchedPayments;
import org.cleanclaim.app.remittance.MatchedPayments.MatchedPayment;
import org.cleanclaim.app.remittance.Remittances;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.underpayment.Underpayment.State;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.ContractLine;
import org.cleanclaim.pricing.contract.Expectation;
import org.cleanclaim.pricing.contract.HospitalStay;
import org.cleanclaim.pricing.contract.InstalledFees;
import org.cleanclaim.pricing.contract.Variance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Compares posted remittances with contracts and keeps what was done about each difference.
/// Nothing here moves money: the payer's reduction is posted as the remittance says, and what it
/// pays later comes with a remittance of its own.
@Component
@Transactional
public class Underpayments {
  /// A difference up to this comes from rounding and is as agreed.
  private static final Money TOLERANCE = Money.ofCents(1);

  private static final int LONGEST_NOTE = 1000;

  /// In place of a line's or service's number.
  private static final int WHOLE_CLAIM = 0;

  private record Earlier(long id, Money expected, Money allowed) {}

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Remittances remittances;
  private final MatchedPayments matched;
  private final Claims claims;
  private final Payers payers;
  private final PayerContracts contracts;
  private final InstalledFees medicare;
  private final AuditTrail audit;
  private final Clock clock;

  Underpayments(
      JdbcClient jdbc,
      JsonColumns json,
      Remittances remittances,
      MatchedPayments matched,
      Claims claims,
      Payers payers,
      PayerContracts contracts,
      CodeSets codeSets,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.remittances = remittances;
    this.matched = matched;
    this.claims = claims;
    this.payers = payers;
    this.contracts = contracts;
    this.medicare = new InstalledFees(codeSets);
    this.audit = audit;
    this.clock = clock;
  }

  /// Opens one for each line that a remittance pays below the contract. A line that was open before
  /// is settled by the new decision. The same remittance again changes nothing.
  public void compare(long remittanceId) {
    LocalDate paidOn = remittances.paidOn(remittanceId);
    Map<String, Optional<Contract>> known = new HashMap<>();
    var reversals = new ArrayList<MatchedPayment>();
    matched.each(
        remittanceId,
        payment -> {
          if (payment.payment().isReversal()) {
            reversals.add(payment);
          } else if (isPrimary(payment)) {
            LocalDate day = servedFrom(payment, paidOn);
            known
                .computeIfAbsent(
                    payment.payerId() + " " + day,
                    _ -> contracts.on(payers.get(payment.payerId()), day))
                .ifPresent(contract -> compare(remittanceId, payment, contract, paidOn));
          }
        });
    reversals.forEach(payment -> takenBack(remittanceId, payment));
  }

  /// The first day of service: as the payment says, as the claim does where the payment names no
  /// services, else the day of payment.
  private LocalDate servedFrom(MatchedPayment payment, LocalDate paidOn) {
    LocalDate told = payment.payment().servedFrom();
    if (told != null) return told;
    return payment.payment().services().isEmpty()
        ? billed(payment).servedFrom().orElse(paidOn)
        : paidOn;
  }

  private Claim billed(MatchedPayment payment) {
    return claims.get(new ClaimId(payment.claimId())).snapshot();
  }

  /// A payer that comes after another one allows by what that one left.
  private static boolean isPrimary(MatchedPayment payment) {
    return switch (payment.payment().status()) {
      case SECONDARY, SECONDARY_FORWARDED, TERTIARY, TERTIARY_FORWARDED -> false;
      case null, default -> true;
    };
  }

  private void compare(
      long remittanceId, MatchedPayment payment, Contract contract, LocalDate paidOn) {
    var billed = billed(payment);
    var expectations =
        contract.expect(ContractLine.of(billed), HospitalStay.of(billed).orElse(null), medicare);
    if (payment.payment().services().isEmpty() || contract.isOneCase(expectations)) {
      compareWhole(remittanceId, payment, contract, expectations, paidOn);
      return;
    }
    var variances = Variance.of(contract, medicare, payment.payment(), paidOn, TOLERANCE);
    Map<Integer, List<Variance>> ofLines = new LinkedHashMap<>();
    for (Variance variance : variances) {
      int line = line(payment, variance);
      if (line > 0) {
        ofLines.computeIfAbsent(line, k -> new ArrayList<>()).add(variance);
      } else {
        compare(remittanceId, payment, contract, variance, 0, paidOn);
      }
    }
    ofLines.forEach((line, pieces) ->
        (isPart(payment, pieces, billed, line)
                ? Optional.of(pieces.getFirst())
                : expected(billed, expectations, line)
                    .flatMap(expected -> Variance.together(pieces, expected, TOLERANCE)))
            .ifPresent(v -> compare(remittanceId, payment, contract, v, line, paidOn)));
  }

  /// Whether the payer decides one piece of a line and is still to decide the others. Only then is
  /// its own code and units what counts: what it restates of a whole line changes nothing of what
  /// was billed and agreed, and why it pays less is a reason of its own.
  private static boolean isPart(
      MatchedPayment payment, List<Variance> pieces, Claim billed, int line) {
    if (pieces.size() > 1) return false;
    var decided = payment.payment().services().get(pieces.getFirst().service() - 1).charged();
    return billed.lines().stream()
        .anyMatch(l -> l.number() == line && decided.compareTo(l.charge()) < 0);
  }

  private static int line(MatchedPayment payment, Variance variance) {
    int place = variance.service() - 1;
    return place < payment.lines().size() ? payment.lines().get(place) : 0;
  }

  /// What the contract says of a line as it was billed.
  private static Optional<Expectation.Allowed> expected(
      Claim billed, List<Expectation> expectations, int line) {
    for (int i = 0; i < billed.lines().size() && i < expectations.size(); i++) {
      boolean isIt = billed.lines().get(i).number() == line;
      if (isIt && expectations.get(i) instanceof Expectation.Allowed allowed) {
        return Optional.of(allowed);
      }
    }
    return Optional.empty();
  }

  private void compare(
      long remittanceId,
      MatchedPayment payment,
      Contract contract,
      Variance variance,
      int line,
      LocalDate paidOn) {
    Money allowed = variance.allowed();
    if (line > 0 && allowed != null) settle(payment, line, allowed);
    if (variance.kind() == Variance.Kind.UNDERPAID && allowed != null) {
      open(remittanceId, payment, contract, variance, line, paidOn);
    }
  }

  private void compareWhole(
      long remittanceId,
      MatchedPayment payment,
      Contract contract,
      List<Expectation> expectations,
      LocalDate paidOn) {
    var variance = Variance.ofWhole(expectations, payment.payment(), TOLERANCE);
    Money allowed = variance.allowed();
    if (allowed != null) settle(payment, WHOLE_CLAIM, allowed);
    if (variance.kind() == Variance.Kind.UNDERPAID) {
      open(remittanceId, payment, contract, variance, WHOLE_CLAIM, paidOn);
    }
  }

  private void open(
      long remittanceId,
      MatchedPayment payment,
      Contract contract,
      Variance variance,
      int line,
      LocalDate paidOn) {
    Paid paid = paid(payment, variance, line);
    LocalDate from = paid.servedFrom() == null ? servedFrom(payment, paidOn) : paid.servedFrom();
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
        .param("line", line == 0 ? null : line)
        .param("payer", payment.payerId())
        .param("procedure", variance.procedure())
        .param("servedOn", from)
        .param("paidOn", paidOn)
        .param("charged", paid.charged().toBigDecimal())
        .param("expected", amount(variance.expected()))
        .param("allowed", amount(variance.allowed()))
        .param("contract", contract.name())
        .param("term", variance.term())
        .param("steps", json.write(variance.steps()))
        .param(
            "adjustments",
            paid.adjustments().stream()
                .map(a -> a.label() + " " + a.amount())
                .toArray(String[]::new))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private static Paid paid(MatchedPayment payment, Variance variance, int line) {
    Paid paid = Paid.of(payment.payment(), variance.service());
    if (line == 0) return paid;
    for (int i = variance.service(); i < payment.lines().size(); i++) {
      if (payment.lines().get(i) == line) paid = paid.and(Paid.of(payment.payment(), i + 1));
    }
    return paid;
  }

  /// What a remittance says of a service or of a whole claim.
  private record Paid(@Nullable LocalDate servedFrom, Money charged, List<Adjustment> adjustments) {
    /// With a further piece of the same line.
    Paid and(Paid piece) {
      var all = new ArrayList<>(adjustments);
      all.addAll(piece.adjustments());
      return new Paid(servedFrom, charged.plus(piece.charged()), List.copyOf(all));
    }

    static Paid of(ClaimPayment claim, int number) {
      if (number == WHOLE_CLAIM) {
        return new Paid(claim.servedFrom(), claim.charged(), claim.allAdjustments());
      }
      ServicePayment service = claim.services().get(number - 1);
      return new Paid(
          service.servedFrom() == null ? claim.servedFrom() : service.servedFrom(),
          service.charged(),
          service.adjustments());
    }
  }

  private static BigDecimal amount(@Nullable Money money) {
    return money == null ? BigDecimal.ZERO : money.toBigDecimal();
  }

  /// The payer has decided a line again: what it allows more now is recovered.
  private void settle(MatchedPayment payment, int line, Money allowed) {
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
  private void takenBack(long remittanceId, MatchedPayment payment) {
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
  public void unmatched(long claimPaymentId, long claimId) {
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

  private record Standing(long id, State state, Money amount) {}

  /// Records what was done about one.
  ///
  /// @param recovered of the difference, with [State#RECOVERED]; else nothing
  /// @throws IllegalArgumentException with the reason when it cannot be done
  public void work(UUID publicId, State to, String note, Money recovered) {
    var found =
        jdbc.sql(
                """
                select underpayment_id, state, expected - allowed as amount
                from underpayment
                where public_id = :id
                for update
                """)
            .param("id", publicId)
            .query((row, n) ->
                new Standing(
                    row.getLong("underpayment_id"),
                    State.valueOf(row.getString("state")),
                    Money.of(row.getBigDecimal("amount").toPlainString())))
            .single();
    State state = found.state();
    Money amount = found.amount();
    if (!state.isOpen()) {
      throw new IllegalArgumentException("It is closed: " + state.title() + ".");
    }
    if (to == State.OPEN || to == State.SUPERSEDED) {
      throw new IllegalArgumentException("Choose what was done about it.");
    }
    if (note.isBlank() || note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException(
          "Say in 1 to %d characters what was done or why.".formatted(LONGEST_NOTE));
    }
    boolean isRecovered = to == State.RECOVERED;
    if (isRecovered != recovered.isPositive() || recovered.compareTo(amount) > 0) {
      throw new IllegalArgumentException(
          "State what was recovered, more than zero and at most %s; nothing for other states."
              .formatted(amount));
    }
    move(found.id(), to, note.strip(), recovered);
    audit.record(to.title(), "underpayment", publicId, null, note.strip());
  }

  private void move(long id, State to, String note, Money recovered) {
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
