package org.cleanclaim.payer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.kernel.acknowledgment.AcknowledgmentStatement;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment.Status;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;
import org.cleanclaim.kernel.attachment.RecordsSent;
import org.cleanclaim.kernel.authorization.AuthorizationReview;
import org.cleanclaim.kernel.claim.Claim;
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
  private final PayerBook book;
  private final List<PlannedEvent> events;
  private final Set<PlannedEvent> spent = new HashSet<>();
  private final Set<String> interchanges = new HashSet<>();
  private final ClaimDesk desk;
  private final PaymentCycle cycle;
  private int nextInterchange;
  private int nextClaim;
  private int nextAuthorization;

  /// @param seed where the payer's own numbers begin; the same seed gives the same numbers
  public PayerBox(PayerBook book, List<PlannedEvent> events, int seed) {
    this.book = book;
    this.events = List.copyOf(events);
    this.desk = new ClaimDesk(book, events, NetworkTier.IN_NETWORK, MedicareFees.NONE);
    this.cycle = new PaymentCycle(book, this.events, desk, seed);
    this.nextInterchange = seed;
    this.nextClaim = seed;
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
        case Transaction.RecordsReceived records -> cycle.take(records.sent());
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
            .map(inquiry -> StatusDecision.answer(inquiry, cycle.known(inquiry), now.toLocalDate()))
            .toList();
    return file("277", envelope, X12Writer.claimStatusAnswers(envelope, group(envelope), answers));
  }

  private AnswerFile acknowledge(ClaimBatch batch, Envelope sender, LocalDateTime now) {
    var acknowledged = new ArrayList<AcknowledgedClaim>();
    for (Claim claim : batch.claims()) {
      var rejection = rejection(claim);
      String number = null;
      if (rejection == null) {
        number = "%s%s%05d".formatted(book.id().value(), now.getYear() % 100, nextClaim++);
        cycle.take(new PaymentCycle.Pending(claim, now.toLocalDate(), number, sender));
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
    if (PaymentCycle.changesEarlier(claim) && !cycle.isKnown(claim.payerClaimControlNumber())) {
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

  /// Pays what is due on a day: one 835 for each payee.
  public List<AnswerFile> payRun(LocalDateTime now) {
    var files = new ArrayList<AnswerFile>();
    for (var paid : cycle.payRun(now.toLocalDate())) {
      var envelope = envelope(paid.envelope(), now);
      files.add(
          file(
              "835",
              envelope,
              X12Writer.remittances(envelope, group(envelope), List.of(paid.remittance()))));
    }
    return files;
  }

  /// The records that came, in their order.
  public List<RecordsSent> received() {
    return cycle.received();
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
