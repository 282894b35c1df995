package org.cleanclaim.payer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.BenefitLedger;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.contract.MedicareFees;

/// Where a payer decides claims, one after the other, and keeps what its members have borne. The
/// claims of one member number, and those of one family, share their accumulators.
public final class ClaimDesk {
  private record Settled(
      String memberId, String person, LocalDate servedOn, String procedure, String modifiers) {}

  private final PayerBook book;
  private final List<PlannedEvent> events;
  private final NetworkTier tier;
  private final MedicareFees medicare;
  private final Map<String, BenefitLedger> ledgers = new HashMap<>();
  private final Set<Settled> settled = new HashSet<>();

  /// @param events what the payer does beyond its ordinary rules
  /// @param tier how near the billing provider stands to the plan
  public ClaimDesk(
      PayerBook book, List<PlannedEvent> events, NetworkTier tier, MedicareFees medicare) {
    this.book = book;
    this.events = List.copyOf(events);
    this.tier = tier;
    this.medicare = medicare;
  }

  /// Decides a claim of a member that the book knows.
  ///
  /// @param payerNumber the payer's own number of the claim, used once
  /// @throws java.util.NoSuchElementException when the book does not know the member
  public DecidedClaim decide(Claim claim, LocalDate receivedOn, String payerNumber) {
    return decide(claim, receivedOn, payerNumber, events);
  }

  /// Decides a claim with other planned events than the payer's.
  DecidedClaim decide(
      Claim claim, LocalDate receivedOn, String payerNumber, List<PlannedEvent> events) {
    var memberId = Objects.requireNonNull(claim.subscriber().memberId());
    var member = book.member(memberId).orElseThrow();
    var keys = keys(claim);
    boolean isDuplicate = !keys.isEmpty() && settled.containsAll(keys);
    var adjudication =
        new ClaimAdjudication(
            book, events, claim, member, receivedOn, isDuplicate, ledger(member), tier, medicare);
    var decided = adjudication.decide(payerNumber);
    settled.addAll(keys);
    return decided;
  }

  /// Takes a decided claim off, so that it or another in its place can be decided.
  void reverse(Claim claim, String payerNumber) {
    var member = book.member(Objects.requireNonNull(claim.subscriber().memberId())).orElseThrow();
    ledger(member).reverse(payerNumber);
    settled.removeAll(keys(claim));
  }

  /// What a member has borne in the benefit year of a day.
  Accumulators accumulators(Member member, LocalDate on) {
    return ledger(member).accumulators(member.id().value(), on);
  }

  private BenefitLedger ledger(Member member) {
    return ledgers.computeIfAbsent(member.family(), _ -> open(member));
  }

  /// With everybody of the family, each as they stood in the benefit year of the latest of them.
  private BenefitLedger open(Member member) {
    var family =
        book.members().values().stream()
            .filter(m -> m.family().equals(member.family()) && m.plan().equals(member.plan()))
            .toList();
    LocalDate openedOn =
        family.stream().map(Member::startingOn).max(Comparator.naturalOrder()).orElseThrow();
    var year = member.plan().yearOf(openedOn);
    var openings = new HashMap<String, Accumulators>();
    for (Member one : family) {
      openings.put(
          one.id().value(), year.contains(one.startingOn()) ? one.starting() : Accumulators.NONE);
    }
    return new BenefitLedger(member.plan(), openings, openedOn);
  }

  private static Set<Settled> keys(Claim claim) {
    var keys = new HashSet<Settled>();
    var memberId = claim.subscriber().memberId();
    for (var line : claim.lines()) {
      keys.add(
          new Settled(
              memberId == null ? "" : memberId.value(),
              claim.patient().name().display(),
              line.servedFrom(),
              String.valueOf(line.procedure()),
              line.modifiers().toString()));
    }
    return keys;
  }
}
