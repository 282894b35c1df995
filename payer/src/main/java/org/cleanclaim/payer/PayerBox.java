package org.cleanclaim.payer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import org.cleanclaim.kernel.acknowledgment.AcknowledgmentStatement;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment.Status;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;
import org.cleanclaim.kernel.attachment.RecordsSent;
import org.cleanclaim.kernel.authorization.AuthorizationReview;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.status.ClaimStatusInquiry;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.contract.MedicareFees;
import org.cleanclaim.x12.CheckOptions;
import org.cleanclaim.x12.CheckedFile;
import org.cleanclaim.x12.CheckedFile.Answer;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Interchange;
import org.cleanclaim.x12.ReadGroup;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.Transaction.ClaimBatch;
import org.cleanclaim.x12.Transaction.EligibilityInquiries;
import org.cleanclaim.x12.X12Checker;
import org.cleanclaim.x12.X12File;
import org.cleanclaim.x12.X12Reader;
import org.cleanclaim.x12.X12Writer;
import org.cleanclaim.x12.v005010.ClaimAcknowledgmentWriter.AcknowledgedClaim;
import org.jspecify.annotations.Nullable;

/// One payer at work. What it answers depends on its book, its planned events and the files
/// received so far, in order, and on nothing else: replaying the same files gives the same answers.
public final class PayerBox {
  private record Pending(
      Claim claim, LocalDate receivedOn, String payerNumber, Envelope envelope) {}

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

  private final PayerBook book;
  private final List<PlannedEvent> events;
  private final Set<PlannedEvent> spent = new HashSet<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Money> carried = new HashMap<>();
  private final Set<String> interchanges = new HashSet<>();
  private final List<Pending> pending = new ArrayList<>();
  private final List<StatusDecision.Known> decided = new ArrayList<>();
  private final List<RecordsSent> received = new ArrayList<>();
  private final Set<String> heard = new HashSet<>();
  private final ClaimDesk desk;
  private int nextInterchange;
  private int nextClaim;
  private int nextTrace;
  private int nextAuthorization;

  /// @param seed where the payer's own numbers begin; the same seed gives the same numbers
  public PayerBox(PayerBook book, List<PlannedEvent> events, int seed) {
    this.book = book;
    this.events = List.copyOf(events);
    this.desk = new ClaimDesk(book, events, NetworkTier.IN_NETWORK, MedicareFees.NONE);
    this.nextInterchange = seed;
    this.nextClaim = seed;
    this.nextTrace = seed;
    this.nextAuthorization = seed;
  }

  /// Takes a file and gives the answers at once. Claims it accepts wait for the next [#payRun].
  public List<AnswerFile> receive(String fileName, byte[] bytes, LocalDateTime now) {
    X12File file;
    CheckedFile checked;
    try {
      file = X12Reader.read(new ByteArrayInputStream(bytes), fileName);
      checked =
          X12Checker.check(
              new ByteArrayInputStream(bytes), fileName, CheckOptions.standard(), f -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory are always readable
    }
    var answers = new ArrayList<AnswerFile>();
    for (int i = 0; i < file.interchanges().size(); i++) {
      answer(file.interchanges().get(i), checked.answers().get(i), now, answers);
    }
    return answers;
  }

  private void answer(
      Interchange interchange, Answer said, LocalDateTime now, List<AnswerFile> answers) {
    var sender = interchange.envelope();
    boolean isRepeat = !interchanges.add(sender.senderId() + " " + sender.controlNumber());
    var ta1 =
        isRepeat
            ? new InterchangeAcknowledgment(sender.controlNumber(), sender.preparedAt(), "R", "025")
            : said.interchange();
    var envelope = envelope(sender, now);
    answers.add(file("TA1", envelope, X12Writer.interchangeAcknowledgment(envelope, ta1)));
    if (ta1.isRejected()) return;
    var groups = said.groups();
    var functional = envelope(sender, now);
    answers.add(
        file(
            "999",
            functional,
            X12Writer.functionalAcknowledgments(functional, group(functional), groups)));
    for (ReadGroup group : interchange.groups()) {
      for (FunctionalAcknowledgment answer : groups) {
        if (answers(group, answer)) take(group, answer, sender, now, answers);
      }
    }
  }

  private static boolean answers(ReadGroup group, FunctionalAcknowledgment answer) {
    return answer.functionalId().equals(group.group().functionalId())
        && answer.groupControlNumber().equals(group.group().controlNumber());
  }

  /// Works the transaction sets that the 999 accepts; the others wait to be sent again.
  private void take(
      ReadGroup group,
      FunctionalAcknowledgment said,
      Envelope sender,
      LocalDateTime now,
      List<AnswerFile> answers) {
    for (int i = 0; i < group.transactions().size(); i++) {
      if (!said.transactions().get(i).isAccepted()) continue;
      switch (group.transactions().get(i)) {
        case ClaimBatch batch -> answers.add(acknowledge(batch, sender, now));
        case EligibilityInquiries asked -> answers.add(eligibility(asked, sender, now));
        case Transaction.RemittanceAdvice r -> {}
        case Transaction.EligibilityAnswers a -> {}
        case Transaction.GroupAcknowledged a -> {}
        case Transaction.ClaimsAcknowledged a -> {}
        case Transaction.StatusInquiries asked -> answers.add(status(asked, sender, now));
        case Transaction.StatusAnswers s -> {}
        case Transaction.AuthorizationReviewed asked -> {
          if (!asked.review().isAnswer()) answers.add(authorization(asked.review(), sender, now));
        }
        case Transaction.RecordsReceived records -> received.add(records.sent());
        case Transaction.Unread u -> {}
      }
    }
  }

  private AnswerFile eligibility(EligibilityInquiries asked, Envelope sender, LocalDateTime now) {
    var envelope = envelope(sender, now);
    var answers =
        asked.inquiries().stream()
            .map(inquiry ->
                EligibilityDecision.answer(
                    book, inquiry, m -> desk.accumulators(m, inquiry.asOf())))
            .toList();
    return file(
        "271",
        envelope,
        X12Writer.eligibilityAnswers(envelope, group(envelope), asked.inquiries(), answers));
  }

  private AnswerFile authorization(AuthorizationReview asked, Envelope sender, LocalDateTime now) {
    var envelope = envelope(sender, now);
    var answer =
        AuthorizationDecision.answer(
            book,
            asked,
            now.toLocalDate(),
            () -> "A%s%05d".formatted(book.id().value(), nextAuthorization++));
    return file(
        "278",
        envelope,
        X12Writer.authorizationReviews(envelope, group(envelope), List.of(answer)));
  }

  private AnswerFile status(Transaction.StatusInquiries asked, Envelope sender, LocalDateTime now) {
    var envelope = envelope(sender, now);
    var answers =
        asked.inquiries().stream()
            .map(inquiry -> StatusDecision.answer(inquiry, known(inquiry), now.toLocalDate()))
            .toList();
    return file("277", envelope, X12Writer.claimStatusAnswers(envelope, group(envelope), answers));
  }

  private StatusDecision.@Nullable Known known(ClaimStatusInquiry inquiry) {
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

  private AnswerFile acknowledge(ClaimBatch batch, Envelope sender, LocalDateTime now) {
    var acknowledged = new ArrayList<AcknowledgedClaim>();
    for (Claim claim : batch.claims()) {
      var rejection = rejection(claim);
      String number = null;
      if (rejection == null) {
        number = "%s%s%05d".formatted(book.id().value(), now.getYear() % 100, nextClaim++);
        take(new Pending(claim, now.toLocalDate(), number, sender));
      }
      acknowledged.add(new AcknowledgedClaim(claim, acknowledgment(claim, rejection, number, now)));
    }
    var envelope = envelope(sender, now);
    return file(
        "277CA",
        envelope,
        X12Writer.claimAcknowledgments(
            envelope,
            group(envelope),
            book.name(),
            book.id().value(),
            batch.submitterName(),
            batch.submitterId(),
            batch.batchReference(),
            acknowledged));
  }

  /// A claim that replaces or voids one that waits takes its place; one that voids it ends it.
  private void take(Pending claim) {
    boolean endsOne = changesEarlier(claim.claim()) && pending.removeIf(p -> isChanged(p, claim));
    boolean isVoid = claim.claim().frequency() == ClaimFrequency.VOID;
    if (!(endsOne && isVoid)) pending.add(claim);
  }

  private static boolean isChanged(Pending earlier, Pending later) {
    return earlier.payerNumber().equals(later.claim().payerClaimControlNumber());
  }

  private static boolean changesEarlier(Claim claim) {
    return claim.frequency() == ClaimFrequency.REPLACEMENT
        || claim.frequency() == ClaimFrequency.VOID;
  }

  private boolean isKnown(@Nullable String payerNumber) {
    return pending.stream().anyMatch(p -> p.payerNumber().equals(payerNumber))
        || decided.stream().anyMatch(k -> k.payerNumber().equals(payerNumber));
  }

  private record Refusal(Status status, String message) {}

  private @Nullable Refusal rejection(Claim claim) {
    for (PlannedEvent event : events) {
      if (event instanceof PlannedEvent.RejectBeforeAdjudication reject
          && reject.concerns(claim)
          && spent.add(event)) {
        return new Refusal(
            new Status(reject.category(), reject.status(), reject.entity()), reject.message());
      }
    }
    var memberId = claim.subscriber().memberId();
    if (memberId == null || book.member(memberId).isEmpty()) {
      return new Refusal(new Status("A7", "164", "IL"), "The member number is not on file");
    }
    if (changesEarlier(claim) && !isKnown(claim.payerClaimControlNumber())) {
      return new Refusal(
          new Status("A7", "464", "PR"),
          "No claim of the payer's number that it changes is on file");
    }
    return null;
  }

  private ClaimAcknowledgment acknowledgment(
      Claim claim, @Nullable Refusal refusal, @Nullable String number, LocalDateTime now) {
    var statement =
        new AcknowledgmentStatement(
            List.of(refusal == null ? new Status("A2", "20", "PR") : refusal.status()),
            now.toLocalDate(),
            refusal == null ? AcknowledgmentStatement.ACCEPT : AcknowledgmentStatement.REJECT,
            claim.totalCharge(),
            refusal == null ? null : refusal.message());
    return ClaimAcknowledgment.of(
        claim.controlNumber().value(), List.of(statement), number, claim.servedFrom().orElse(null));
  }

  /// Pays what is due on a day: one 835 for each payee whose claims have waited long enough, or are
  /// decided again.
  public List<AnswerFile> payRun(LocalDateTime now) {
    LocalDate paidOn = now.toLocalDate();
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
    var files = new ArrayList<AnswerFile>();
    for (var payee : byPayee.entrySet()) {
      var run = payee.getValue();
      var envelope = envelope(run.envelope(), now);
      var remittance = remittance(payee.getKey(), run, paidOn);
      files.add(
          file(
              "835",
              envelope,
              X12Writer.remittances(envelope, group(envelope), List.of(remittance))));
    }
    return files;
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
  public List<RecordsSent> received() {
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

  private Envelope envelope(Envelope sender, LocalDateTime now) {
    return new Envelope(
        "ZZ",
        book.id().value(),
        sender.senderQualifier(),
        sender.senderId(),
        now,
        "%09d".formatted(nextInterchange++),
        sender.test(),
        Separators.STANDARD);
  }

  private static String group(Envelope envelope) {
    return Integer.toString(Integer.parseInt(envelope.controlNumber()));
  }

  private AnswerFile file(String kind, Envelope envelope, byte[] bytes) {
    return new AnswerFile(
        kind, "%s-%s-%s.x12".formatted(kind, book.id().value(), envelope.controlNumber()), bytes);
  }
}
