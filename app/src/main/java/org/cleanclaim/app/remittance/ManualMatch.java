package org.cleanclaim.app.remittance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.ClaimsAtPayer;
import org.cleanclaim.app.claim.ClaimsAtPayer.Decided;
import org.cleanclaim.app.claim.PayableClaim;
import org.cleanclaim.app.claim.UndecidedClaims;
import org.cleanclaim.app.contract.FeeSchedules;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a person decides about single payments of a posted remittance: whose they are, that they
/// are nobody's, or that nothing more is to be done.
@Component
@Transactional
public class ManualMatch {
  private final ExceptionQueue exceptions;
  private final CreditsLeft credits;
  private final RemittanceReadings readings;
  private final ClaimsAtPayer claims;
  private final CapitatedLines capitated;
  private final Payers payers;
  private final FeeSchedules fees;
  private final MatchRecords records;
  private final ReversalPairs reversals;
  private final RepeatedDecisions repeated;
  private final MatchHistory history;
  private final UndecidedClaims undecided;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  ManualMatch(
      ExceptionQueue exceptions,
      CreditsLeft credits,
      RemittanceReadings readings,
      ClaimsAtPayer claims,
      CapitatedLines capitated,
      Payers payers,
      FeeSchedules fees,
      MatchRecords records,
      ReversalPairs reversals,
      RepeatedDecisions repeated,
      MatchHistory history,
      UndecidedClaims undecided,
      Ledger ledger,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.exceptions = exceptions;
    this.credits = credits;
    this.readings = readings;
    this.claims = claims;
    this.capitated = capitated;
    this.payers = payers;
    this.fees = fees;
    this.records = records;
    this.reversals = reversals;
    this.repeated = repeated;
    this.history = history;
    this.undecided = undecided;
    this.ledger = ledger;
    this.audit = audit;
    this.events = events;
  }

  /// The payment that waits, beside the claims that could be meant.
  public record Choice(ClaimPayment payment, List<PayableClaim> candidates) {
    public Choice {
      candidates = List.copyOf(candidates);
    }
  }

  /// What a person sees before matching; empty when nothing waits.
  @Transactional(readOnly = true)
  public Optional<Choice> choice(UUID exceptionId) {
    var item = exceptions.find(exceptionId);
    if (item.isEmpty() || item.get().claimPaymentId() == null) return Optional.empty();
    var place = readings.place(item.get().claimPaymentId());
    var payment = readings.payment(place.publicId(), place.position());
    return Optional.of(new Choice(payment, candidates(payment)));
  }

  private List<PayableClaim> candidates(ClaimPayment payment) {
    var day = payment.servedFrom();
    var name =
        payment.patient() instanceof org.cleanclaim.kernel.party.PartyName.PersonName person
            ? person
            : null;
    return claims.likely(
        payment.claimControlNumber(),
        payment.memberId(),
        name == null ? null : name.last(),
        payment.charged().abs(),
        day);
  }

  /// Gives a payment to the claim with our number: its money leaves unapplied cash and is posted as
  /// if it had been found at once.
  ///
  /// @param why needed when payer, charge, patient or day are not those of the claim, else as
  ///   wished
  /// @throws RemittanceRefusal when it cannot be, with a sentence
  public void match(UUID exceptionId, String controlNumber, String why) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    var item = waiting(exceptionId, ExceptionQueue.Kind.UNMATCHED_CLAIM);
    long paymentId = Objects.requireNonNull(item.claimPaymentId());
    var named =
        claims.numbered(List.of(controlNumber.strip())).stream()
            .findFirst()
            .orElseThrow(() ->
                new RemittanceRefusal(
                    "There is no claim %s. Look it up in the list of claims."
                        .formatted(controlNumber.strip())));
    var place = readings.place(paymentId);
    var payment = readings.payment(place.publicId(), place.position());
    var header = readings.header(place.publicId());
    var payer = payers.named(header.payerId(), header.payerName());
    if (why.isBlank()) {
      difference(payment, named, payer.orElse(null))
          .ifPresent(sentence -> {
            throw new RemittanceRefusal(
                sentence + " If it is this claim all the same, write why beside its number.");
          });
    }
    var claim = capitated.marked(payment, named);
    Long file = readings.kept(place.publicId()).fileId();
    var lines = LineMatch.of(payment.services(), claim);
    String key = history.nextKey(paymentId);
    var order =
        new PostingOrder(
            place.remittanceId(),
            place.publicId(),
            header,
            payer.orElse(null),
            fees.allowed(payers.get(claim.payerId())),
            key,
            file);
    close(
        exceptionId,
        "Matched to claim " + claim.controlNumber() + (why.isBlank() ? "" : ": " + why.strip()));
    var match = ClaimMatch.chosen(claim, Acting.actor().name(), why.strip());
    var kept = PartPoster.lines(order, payment, claim, lines);
    records.match(paymentId, match, kept);
    var draft =
        new RemittancePoster(header)
            .found(
                payment,
                claim,
                lines,
                claims.left(List.of(claim)).getOrDefault(claim.id(), Map.of()),
                order.payerId(),
                key);
    history.matched(paymentId, claim.id(), key, undecided.before(claim.id()), why.strip());
    claims.owed(List.of(claim.id()), file);
    if (!draft.isEmpty()) ledger.post(draft.build());
    claims.adjudicated(
        List.of(
            new Decided(
                claim.id(),
                DecisionWords.of(
                    payment, match, kept, header.paidOn(), ledger.openDay(header.paidOn())),
                payment.payerClaimControlNumber())),
        file);
    reversals.pair(place.remittanceId());
    repeated.settle(place.remittanceId(), header, order.keyPrefix());
    credits.open(place.remittanceId(), claim.id().value());
    audit.record(
        "matched payment", "claim", claim.id(), claim.patientId(), "By " + Acting.actor().name());
    events.publishEvent(
        new RemittancePosted(Acting.actor().organizationId(), place.remittanceId()));
  }

  /// What speaks against a claim: by itself no payment would have found it.
  private static Optional<String> difference(
      ClaimPayment payment, PayableClaim claim, @Nullable Payer payer) {
    if (payer == null || payer.id() != claim.payerId()) {
      return Optional.of(
          "Claim %s was sent to another payer than the one that pays."
              .formatted(claim.controlNumber()));
    }
    Money charged = payment.charged().abs();
    if (charged.compareTo(claim.totalCharge()) > 0) {
      return Optional.of(
          "Claim %s was billed at %s, the payer says %s."
              .formatted(claim.controlNumber(), claim.totalCharge(), charged));
    }
    var contradictions = Contradictions.of(payment, claim);
    return contradictions.isNone()
        ? Optional.empty()
        : Optional.of(
            "The payment differs from claim %s in %s."
                .formatted(claim.controlNumber(), contradictions.inWords()));
  }

  /// The payment is nobody's here: its money stays unapplied until it is back with the payer.
  public void notOurs(UUID exceptionId, String reason) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    var item = waiting(exceptionId, ExceptionQueue.Kind.UNMATCHED_CLAIM);
    close(exceptionId, "Not ours: " + reason);
    records.mark(Objects.requireNonNull(item.claimPaymentId()), "NOT_OURS");
    audit.record("marked as not ours", "claim payment", exceptionId, null, reason);
    events.publishEvent(new PaymentDisowned(Acting.actor().organizationId(), exceptionId));
  }

  /// A payment that was marked as not ours does not go back: it waits for its claim again.
  public void waitsAgain(UUID exceptionId, String reason) {
    var item = exceptions.find(exceptionId).orElseThrow();
    exceptions.reopen(exceptionId);
    records.mark(Objects.requireNonNull(item.claimPaymentId()), "UNMATCHED");
    audit.record("waits again", "claim payment", exceptionId, null, reason);
    events.publishEvent(new PaymentDisowned(Acting.actor().organizationId(), exceptionId));
  }

  /// A payment that was marked as not ours is back with its payer.
  ///
  /// @param how by which means and when
  public void returned(UUID exceptionId, String how) {
    exceptions.note(exceptionId, how);
  }

  /// Nothing more is to be done about it.
  public void settle(UUID exceptionId, String reason) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    var item =
        exceptions
            .find(exceptionId)
            .orElseThrow(() -> new RemittanceRefusal("There is no such entry in the queue."));
    if (item.kind().isDiscardable() || item.kind() == ExceptionQueue.Kind.UNMATCHED_CLAIM) {
      throw new RemittanceRefusal(
          "\"%s\" is not settled by a word. %s".formatted(item.kind().title(), item.remedy()));
    }
    close(exceptionId, "Settled: " + reason);
    audit.record("settled", "remittance exception", exceptionId, null, reason);
  }

  private ExceptionQueue.Item waiting(UUID exceptionId, ExceptionQueue.Kind kind) {
    var item =
        exceptions
            .find(exceptionId)
            .orElseThrow(() -> new RemittanceRefusal("There is no such entry in the queue."));
    if (item.kind() != kind) {
      throw new RemittanceRefusal("This entry is about a whole remittance, not about one payment.");
    }
    return item;
  }

  private void close(UUID exceptionId, String outcome) {
    if (!exceptions.close(exceptionId, outcome)) {
      throw new RemittanceRefusal("Somebody else has decided this already.");
    }
  }
}
