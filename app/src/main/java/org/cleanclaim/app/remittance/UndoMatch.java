package org.cleanclaim.app.remittance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.UndecidedClaims;
import org.cleanclaim.app.ledger.Ledger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Undoes a match by hand: what it posted is taken out by a posting that names it, the payment
/// waits for its claim again, and the claim stands as it did before.
@Component
@Transactional
public class UndoMatch {
  private final ExceptionQueue exceptions;
  private final CreditsLeft credits;
  private final MatchHistory history;
  private final RemittanceReadings readings;
  private final MatchRecords records;
  private final UndecidedClaims claims;
  private final RepeatedDecisions repeated;
  private final DecidedCorrections corrections;
  private final NextPayers nextPayers;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Organizations organizations;
  private final Clock clock;

  UndoMatch(
      ExceptionQueue exceptions,
      CreditsLeft credits,
      MatchHistory history,
      RemittanceReadings readings,
      MatchRecords records,
      UndecidedClaims claims,
      RepeatedDecisions repeated,
      DecidedCorrections corrections,
      NextPayers nextPayers,
      Ledger ledger,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Organizations organizations,
      Clock clock) {
    this.exceptions = exceptions;
    this.credits = credits;
    this.history = history;
    this.readings = readings;
    this.records = records;
    this.claims = claims;
    this.repeated = repeated;
    this.corrections = corrections;
    this.nextPayers = nextPayers;
    this.ledger = ledger;
    this.audit = audit;
    this.events = events;
    this.organizations = organizations;
    this.clock = clock;
  }

  /// @throws RemittanceRefusal when nothing stands to be undone or something rests on it, with a
  ///   sentence
  public void undo(UUID exceptionId, String why) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    if (why.isBlank()) {
      throw new RemittanceRefusal("Say why it was not this claim. Nothing was changed.");
    }
    var item =
        exceptions
            .find(exceptionId)
            .orElseThrow(() -> new RemittanceRefusal("There is no such entry in the queue."));
    Long paymentId = item.claimPaymentId();
    var standing =
        (paymentId == null ? Optional.<MatchHistory.Standing>empty() : history.standing(paymentId))
            .orElseThrow(() ->
                new RemittanceRefusal(
                    "No match by hand stands here that could be undone: somebody else has undone"
                        + " it, or the payment was found otherwise."));
    requireFree(Objects.requireNonNull(paymentId), standing.claim());

    ledger.reverse(
        standing.postingKey(),
        "MATCH_UNDONE",
        "Matched to the wrong claim: " + why.strip(),
        today());
    credits.close(List.of(standing.claim().value()));
    var place = readings.place(paymentId);
    records.unmatch(paymentId, readings.payment(place.publicId(), place.position()));
    history.undone(standing.id(), why.strip());
    var header = readings.header(item.remittanceId());
    repeated.settleAnew(standing.claim(), header, standing.postingKey() + "-undone");
    credits.close(corrections.chain(standing.claim().value()));
    boolean isDecidedElse = records.isDecided(standing.claim());
    claims.undecided(
        standing.claim(),
        standing.before(),
        isDecidedElse,
        "The payment of remittance %s was matched to it by mistake".formatted(item.trace()));
    if (isDecidedElse) nextPayers.tellAnew(standing.claim());
    exceptions.reopen(exceptionId);
    audit.record("undid match", "claim", standing.claim(), null, why.strip());
    events.publishEvent(
        new PaymentUnmatched(Acting.actor().organizationId(), paymentId, standing.claim().value()));
  }

  private void requireFree(long paymentId, ClaimId claim) {
    if (records.isTakenBack(paymentId)) {
      throw new RemittanceRefusal(
          "The payer has taken this payment back already: nothing of it is left to undo.");
    }
    claims
        .refusal(claim)
        .ifPresent(sentence -> {
          throw new RemittanceRefusal(sentence + " Nothing was changed.");
        });
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of(organizations.current().timeZone())));
  }
}
