package org.cleanclaim.app.denial;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCharges;
import org.cleanclaim.app.claim.ClaimCoding;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.claim.ClaimHold;
import org.cleanclaim.app.claim.ClaimHolds;
import org.cleanclaim.app.claim.ClaimStatus;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.ClaimsOnTheirWay;
import org.cleanclaim.app.claim.FollowingClaims;
import org.cleanclaim.app.claim.RecordRequest;
import org.cleanclaim.app.claim.RecordRequests;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.followup.SilentClaims;
import org.cleanclaim.app.followup.StatusDesk;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.remittance.DecisionReadings;
import org.cleanclaim.app.transport.Delivery;
import org.cleanclaim.app.transport.Delivery.Stage;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where a claim stands, in words: why it is there, what comes next, and by when.
@Component
@Transactional(readOnly = true)
public class ClaimStandings {

  /// @param status the claim's, or that a sent one's file has not arrived
  /// @param why what brought it there
  /// @param next what comes next
  /// @param isOutOfDate whether codes or charges of its visits were changed after it was made
  /// @param deadline the nearest running clock in words, null for none
  /// @param tone colour of the nearest clock's chip
  public record Standing(
      String status,
      String why,
      String next,
      boolean isOutOfDate,
      @Nullable String deadline,
      @Nullable LocalDate dueOn,
      @Nullable String left,
      @Nullable String tone) {}

  private static final String UNDELIVERED = "Undelivered";
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Claims claims;
  private final ClaimHolds holds;
  private final FollowingClaims following;
  private final Payers payers;
  private final SilentClaims silent;
  private final ClaimCoding coding;
  private final ClaimCharges charges;
  private final ClaimCorrections corrections;
  private final Denials denials;
  private final SentOnClaims sentOn;
  private final KeptPayments kept;
  private final DecisionReadings decisions;
  private final RecordRequests requests;
  private final Deadlines deadlines;
  private final Ledger ledger;
  private final ClaimsOnTheirWay onTheirWay;
  private final StatusDesk statusDesk;
  private final Organizations organizations;

  ClaimStandings(
      Claims claims,
      ClaimHolds holds,
      FollowingClaims following,
      Payers payers,
      SilentClaims silent,
      ClaimCoding coding,
      ClaimCharges charges,
      ClaimCorrections corrections,
      Denials denials,
      SentOnClaims sentOn,
      KeptPayments kept,
      DecisionReadings decisions,
      RecordRequests requests,
      Deadlines deadlines,
      Ledger ledger,
      ClaimsOnTheirWay onTheirWay,
      StatusDesk statusDesk,
      Organizations organizations) {
    this.claims = claims;
    this.holds = holds;
    this.following = following;
    this.payers = payers;
    this.silent = silent;
    this.coding = coding;
    this.charges = charges;
    this.corrections = corrections;
    this.denials = denials;
    this.sentOn = sentOn;
    this.kept = kept;
    this.decisions = decisions;
    this.requests = requests;
    this.deadlines = deadlines;
    this.ledger = ledger;
    this.onTheirWay = onTheirWay;
    this.statusDesk = statusDesk;
    this.organizations = organizations;
  }

  public Standing of(BilledClaim claim) {
    var nearest = deadlines.ofClaim(claim.id().value()).stream().filter(Clock::isOpen).findFirst();
    var today = deadlines.today();
    var onItsWay = onTheirWay.delivery(claim);
    var behind = behind(claim);
    return new Standing(
        onItsWay.isPresent() ? UNDELIVERED : claim.status().title(),
        onItsWay.map(ClaimStandings::why).orElseGet(() -> why(claim)),
        onItsWay.map(this::next).orElseGet(() -> next(claim, behind)),
        behind.isPresent(),
        nearest.map(Clock::title).orElse(null),
        nearest.map(Clock::dueOn).orElse(null),
        nearest.map(c -> c.left(today)).orElse(null),
        nearest.map(c -> c.tone(today)).orElse(null));
  }

  private static String why(Delivery delivery) {
    String what =
        delivery.stage() == Stage.WAITING
            ? "The payer has not got it: its file %s waits for %s"
            : "Its file %s lies with %s and is not released yet";
    String sentence = what.formatted(delivery.fileName(), delivery.connection());
    return delivery.trouble() == null ? sentence : sentence + ". " + delivery.trouble();
  }

  private String next(Delivery delivery) {
    var zone = ZoneId.of(organizations.current().timeZone());
    return "It is tried again by itself from %s; Connections shows the file and can send it another way"
        .formatted(MINUTE.format(delivery.nextAttemptAt().atZone(zone)));
  }

  private String why(BilledClaim claim) {
    return claims.timeline(claim.id()).stream()
        .filter(event -> event.nextStep() != null)
        .reduce((first, last) -> last)
        .map(event -> "%s: %s".formatted(event.what(), event.why()))
        .orElse(claim.status().title());
  }

  private static boolean isAnswered(BilledClaim claim) {
    return claim.status() == ClaimStatus.REPLACED || claim.status() == ClaimStatus.VOIDED;
  }

  /// What brings a claim up to the codes and charges of its visits; empty where it has them.
  private Optional<String> behind(BilledClaim claim) {
    if (isAnswered(claim)) return Optional.empty();
    if (coding.isBehindChart(claim)) {
      return Optional.of(corrections.broughtUp(claim, ClaimCoding.OF_CODES));
    }
    return charges.isBehindCharges(claim)
        ? Optional.of(corrections.broughtUp(claim, ClaimCharges.OF_CHARGES))
        : Optional.empty();
  }

  private String next(BilledClaim claim, Optional<String> behind) {
    boolean isAnswered = isAnswered(claim);
    var paidBefore = kept.next(claim);
    if (paidBefore.isPresent()) return paidBefore.get();
    var asked = isAnswered ? Optional.<RecordRequest>empty() : requests.open(claim.id());
    if (asked.isPresent()) {
      return "Send the records that the payer asks for (%s), by %s"
          .formatted(asked.get().asksFor(), asked.get().dueOn());
    }
    if (behind.isPresent()) return behind.get();
    if (coding.waitsForChart(claim)) return "Wait until the codes of its chart are final again";
    if (claim.status() == ClaimStatus.HELD && isHeldByPeopleAlone(claim)) {
      return ClaimHold.NEXT_STEP;
    }
    if (claim.status() != ClaimStatus.ADJUDICATED) {
      if (statusDesk.isNotFound(claim)) {
        return "The payer does not find it: call, or send it again when it never arrived";
      }
      return silent
          .find(claim)
          .map(s ->
              "%s, %s days after it was sent: %s"
                  .formatted(s.silence().title(), s.days(), lowered(s.silence().nextStep())))
          .orElseGet(() -> claim.status().nextStep(claim.isTakenBackBefore()) + expected(claim));
    }
    var cases = denials.ofClaim(claim.id().value());
    var worked =
        cases.stream().filter(c -> c.isOpen() && c.status() != DenialCase.Status.APPEALED).toList();
    if (!worked.isEmpty()) {
      var first = worked.getFirst();
      var action = first.action() == null ? first.proposedAction() : first.action();
      return "%s for %s on %s (%s), by %s"
          .formatted(
              action.title(),
              first.reasonCode(),
              place(first),
              first.status().title().toLowerCase(Locale.ROOT),
              first.actBy());
    }
    Money balance = ledger.claimBalance(claim.id().value());
    var lost = cases.stream().filter(DenialCase::isLostAppeal).findFirst();
    if (lost.isPresent() && balance.isPositive()) {
      return "Say what becomes of $%s that no appeal has won (%s on %s)"
          .formatted(
              lost.get().left().min(balance).grouped(), lost.get().reasonCode(), place(lost.get()));
    }
    var appealed = cases.stream().filter(c -> c.status() == DenialCase.Status.APPEALED).findFirst();
    if (appealed.isPresent()) return awaited(appealed.get());
    Money won = Money.sum(cases.stream().map(DenialCase::recovered).toList()).min(balance);
    if (won.isPositive()) {
      return "Wait for the payer to pay the $%s that appeals have won".formatted(won.grouped());
    }
    if (balance.isZero()) {
      return following
          .next(claim.id())
          .map(next ->
              "Follow claim %s to %s, the next payer"
                  .formatted(next.controlNumber(), next.snapshot().payer().name()))
          .or(() ->
              following
                  .unasked(claim)
                  .map(policy ->
                      "Ask %s, the next payer, which was not asked"
                          .formatted(payers.get(policy.payerId()).name())))
          .or(() -> sentOn(claim))
          .or(() -> kept.before(claim))
          .orElse("Nothing: the payer's part is settled");
    }
    return balance.isNegative()
        ? "The payer has paid $%s too much: see the ledger".formatted(balance.abs().grouped())
        : "Ask the payer about the $%s that are still open".formatted(balance.grouped());
  }

  /// The payer has sent the claim on to a plan that is not on file.
  private Optional<String> sentOn(BilledClaim claim) {
    if (!sentOn.isWaiting(claim.id().value())) return Optional.empty();
    return decisions.of(claim.id().value()).stream()
        .map(DecisionReadings.DecidedClaim::sentOnTo)
        .filter(Objects::nonNull)
        .reduce((first, last) -> last)
        .map(plan ->
            "Find out to which plan %s has sent it on (%s), register that plan and ask it, or say on the patient's account that insurance is done"
                .formatted(claim.snapshot().payer().name(), plan));
  }

  /// An appeal is with the payer: its decision is waited for, and asked for after its day.
  private String awaited(DenialCase appealed) {
    String appeal = "the appeal against %s on %s".formatted(appealed.reasonCode(), place(appealed));
    var decision =
        deadlines.ofClaim(appealed.claimId()).stream()
            .filter(clock ->
                clock.isOpen()
                    && clock.kind() == ClockKind.APPEAL_DECISION
                    && clock.subject().equals(FactFinder.subject(appealed)))
            .findFirst();
    if (decision.isEmpty()) return "Wait for the payer's decision on " + appeal;
    var dueOn = decision.get().dueOn();
    return dueOn.isBefore(deadlines.today())
        ? "Ask the payer for its decision on %s, which was due on %s".formatted(appeal, dueOn)
        : "Wait for the payer's decision on %s, by %s".formatted(appeal, dueOn);
  }

  private String expected(BilledClaim claim) {
    return silent
        .expected(claim)
        .filter(decision -> !decision.by().isBefore(deadlines.today()))
        .map(decision ->
            ", which comes by %s as a rule (%d days, %s)"
                .formatted(decision.by(), decision.usualDays(), decision.habit().title()))
        .orElse("");
  }

  private static String place(DenialCase denial) {
    return denial.line() == null ? "the whole claim" : "line " + denial.line();
  }

  private static String lowered(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  private boolean isHeldByPeopleAlone(BilledClaim claim) {
    return !claim.isTakenBackBefore()
        && holds.of(claim.id()).stream().anyMatch(ClaimHold::isStanding)
        && claims.findings(claim.id()).stream()
            .noneMatch(f ->
                f.revision() == claim.revision()
                    && f.severity().equals("ERROR")
                    && f.override() == null);
  }
}
