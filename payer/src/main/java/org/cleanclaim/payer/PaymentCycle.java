package org.cleanclaim.payer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.attachment.RecordsSent;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.status.ClaimStatusInquiry;
import org.cleanclaim.x12.Envelope;
import org.jspecify.annotations.Nullable;

/// The claims that a payer has taken, from their acceptance to their payment, and what was decided
/// about them since.
final class PaymentCycle {
  /// A claim that was taken and waits for its decision.
  record Pending(Claim claim, LocalDate receivedOn, String payerNumber, Envelope envelope) {}

  private record Decision(Pending claim, ClaimPayment payment) {}

  /// What goes to one payee on one day.
  private record PayRun(Provider payee, Envelope envelope, List<Decision> decisions) {
    PayRun(Provider payee, Envelope envelope) {
      this(payee, envelope, new ArrayList<>());
    }

    void addAll(List<Decision> more) {
      decisions.addAll(more);
    }
  }

  /// What one payee gets on one day.
  ///
  /// @param envelope in which the payee sent a claim
  record Paid(Envelope envelope, Remittance remittance) {}

  private final PayerBook book;
  private final List<PlannedEvent> events;
  private final ClaimDesk desk;
  private final Set<PlannedEvent> spent = new HashSet<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Money> carried = new HashMap<>();
  private final List<Pending> pending = new ArrayList<>();
  private final List<StatusDecision.Known> decided = new ArrayList<>();
  private final List<RecordsSent> received = new ArrayList<>();
  private final Set<String> heard = new HashSet<>();
  private int nextTrace;

  /// @param seed where the numbers of its payments begin
  PaymentCycle(PayerBook book, List<PlannedEvent> events, ClaimDesk desk, int seed) {
    this.book = book;
    this.events = events;
    this.desk = desk;
    this.nextTrace = seed;
  }

  void take(RecordsSent records) {
    received.add(records);
  }

  /// A claim that replaces or voids one that waits takes its place; one that voids it ends it.
  void take(Pending claim) {
    boolean endsOne = changesEarlier(claim.claim()) && pending.removeIf(p -> isChanged(p, claim));
    boolean isVoid = claim.claim().frequency() == ClaimFrequency.VOID;
    if (!(endsOne && isVoid)) pending.add(claim);
  }

  private static boolean isChanged(Pending earlier, Pending later) {
    return earlier.payerNumber().equals(later.claim().payerClaimControlNumber());
  }

  static boolean changesEarlier(Claim claim) {
    return claim.frequency() == ClaimFrequency.REPLACEMENT
        || claim.frequency() == ClaimFrequency.VOID;
  }

  boolean isKnown(@Nullable String payerNumber) {
    return pending.stream().anyMatch(p -> p.payerNumber().equals(payerNumber))
        || decided.stream().anyMatch(k -> k.payerNumber().equals(payerNumber));
  }

  StatusDecision.@Nullable Known known(ClaimStatusInquiry inquiry) {
    for (Pending p : pending) {
      if (StatusDecision.isAbout(inquiry, p.claim(), p.payerNumber())) {
        asked.add(p.payerNumber());
        return new StatusDecision.Known(
            p.claim(), p.payerNumber(), p.receivedOn(), p.envelope(), null, null);
      }
    }
    return decided.stream()
        .filter(known -> StatusDecision.isAbout(inquiry, known.claim(), known.payerNumber()))
        .findFirst()
        .orElse(null);
  }

  /// Decides and pays what is due on a day: one remittance for each payee whose claims have waited
  /// long enough, or are decided again.
  List<Paid> payRun(LocalDate paidOn) {
    var due =
        pending.stream()
            .filter(p -> !p.receivedOn().plusDays(book.daysToPay()).isAfter(paidOn))
            .filter(p -> !liesUnasked(p))
            .sorted(
                Comparator.comparing((Pending p) -> p.claim().servedFrom().orElse(LocalDate.EPOCH))
                    .thenComparing(Pending::payerNumber))
            .toList();
    pending.removeAll(due);
    Map<String, PayRun> byPayee = new TreeMap<>();
    for (Pending p : due) {
      run(byPayee, p.claim(), p.envelope()).addAll(decide(p));
    }
    for (PlannedEvent event : events) {
      if (event instanceof PlannedEvent.DecideAgain again && !again.from().isAfter(paidOn)) {
        decideAgain(again, byPayee);
      }
    }
    decideByRecords(byPayee);
    var paid = new ArrayList<Paid>();
    byPayee.forEach(
        (payee, run) -> paid.add(new Paid(run.envelope(), remittance(payee, run, paidOn))));
    return paid;
  }

  private boolean liesUnasked(Pending claim) {
    return !asked.contains(claim.payerNumber())
        && events.stream()
            .anyMatch(e -> e instanceof PlannedEvent.LeaveLying && e.concerns(claim.claim()));
  }

  private static PayRun run(Map<String, PayRun> byPayee, Claim claim, Envelope envelope) {
    var provider = claim.billingProvider();
    String payee = provider.npi() == null ? "" : provider.npi().value();
    return byPayee.computeIfAbsent(payee, k -> new PayRun(provider, envelope));
  }

  private List<Decision> decide(Pending p) {
    if (!changesEarlier(p.claim())) {
      return List.of(
          new Decision(p, desk.decide(p.claim(), p.receivedOn(), p.payerNumber()).payment()));
    }
    var decisions = new ArrayList<Decision>();
    decided.stream()
        .filter(k -> k.payerNumber().equals(p.claim().payerClaimControlNumber()))
        .reduce((first, last) -> last)
        .ifPresent(earlier -> decisions.add(reverse(earlier, p.envelope())));
    if (p.claim().frequency() == ClaimFrequency.REPLACEMENT) {
      // What was planned was planned for the claim as it came first.
      var payment = desk.decide(p.claim(), p.receivedOn(), p.payerNumber(), List.of()).payment();
      decisions.add(new Decision(p, payment));
    }
    return decisions;
  }

  /// The records that came, in their order.
  List<RecordsSent> received() {
    return List.copyOf(received);
  }

  /// A claim that was denied for want of records is decided again, once, when they have come.
  private void decideByRecords(Map<String, PayRun> byPayee) {
    for (RecordsSent records : received) {
      var denied =
          decided.stream()
              .filter(k -> k.claim().controlNumber().value().equals(records.claimNumber()))
              .filter(k -> k.payment() != null && AskedRecords.isDeniedForThem(k.payment()))
              .reduce((first, last) -> last);
      if (denied.isEmpty() || !heard.add(records.claimNumber())) continue;
      var known = denied.get();
      var run = run(byPayee, known.claim(), known.envelope());
      run.addAll(List.of(reverse(known, known.envelope())));
      var payment =
          desk.decide(known.claim(), known.receivedOn(), known.payerNumber(), List.of()).payment();
      run.addAll(
          List.of(
              new Decision(
                  new Pending(
                      known.claim(), known.receivedOn(), known.payerNumber(), known.envelope()),
                  payment)));
    }
  }

  private void decideAgain(PlannedEvent.DecideAgain event, Map<String, PayRun> byPayee) {
    var earlier =
        decided.stream()
            .filter(known -> event.concerns(known.claim()))
            .reduce((first, last) -> last);
    if (earlier.isEmpty() || !spent.add(event)) return;
    var known = earlier.get();
    var envelope = known.envelope();
    var run = run(byPayee, known.claim(), envelope);
    run.addAll(List.of(reverse(known, envelope)));
    var claim = new Pending(known.claim(), known.receivedOn(), known.payerNumber(), envelope);
    List<PlannedEvent> found = event.found() == null ? List.of() : List.of(event.found());
    var payment =
        desk.decide(known.claim(), known.receivedOn(), known.payerNumber(), found).payment();
    run.addAll(List.of(new Decision(claim, payment)));
  }

  private Decision reverse(StatusDecision.Known earlier, Envelope envelope) {
    decided.remove(earlier);
    desk.reverse(earlier.claim(), earlier.payerNumber());
    return new Decision(
        new Pending(earlier.claim(), earlier.receivedOn(), earlier.payerNumber(), envelope),
        Reversal.of(Objects.requireNonNull(earlier.payment())));
  }

  private Remittance remittance(String payee, PayRun run, LocalDate paidOn) {
    var remittance =
        Payout.of(
            book,
            run.payee(),
            run.decisions().stream().map(Decision::payment).toList(),
            carried.getOrDefault(payee, Money.ZERO),
            "%s%05d".formatted(book.id().value(), nextTrace++),
            paidOn);
    carried.put(payee, Payout.carriedOn(remittance));
    for (Decision one : run.decisions()) {
      Pending p = one.claim();
      if (one.payment().isReversal()) continue;
      decided.add(
          new StatusDecision.Known(
              p.claim(), p.payerNumber(), p.receivedOn(), p.envelope(), one.payment(), remittance));
    }
    return remittance;
  }
}
