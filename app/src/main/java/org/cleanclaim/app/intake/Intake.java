package org.cleanclaim.app.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.app.authorization.AuthorizationRequests;
import org.cleanclaim.app.coverage.PayerAnswers;
import org.cleanclaim.app.coverage.PayerRefusal;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.exchange.Usage;
import org.cleanclaim.app.followup.StatusDesk;
import org.cleanclaim.app.remittance.PostResult;
import org.cleanclaim.app.remittance.RemittanceScan;
import org.cleanclaim.app.remittance.Remittances;
import org.cleanclaim.app.remittance.ScannedRemittance;
import org.cleanclaim.app.submission.ClaimAnswers;
import org.cleanclaim.app.submission.GroupCodes;
import org.cleanclaim.app.submission.InterchangeNote;
import org.cleanclaim.app.submission.Submissions;
import org.cleanclaim.app.transport.Connection;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.Interchange;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.X12File;
import org.cleanclaim.x12.X12Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes X12 files. Each part is its own transaction: one bad remittance never stops the next, and
/// a file that comes again changes nothing.
@Component
public class Intake {
  /// Larger files of remittances are not held as records.
  private static final int READ_WHOLE = 4_000_000;

  /// What is found of a file that ends too early.
  private static final Set<String> CUT_OFF =
      Stream.of(Check.NO_ISA, Check.TRUNCATED, Check.NO_IEA, Check.NO_GE, Check.NO_SE)
          .map(Check::id)
          .collect(Collectors.toUnmodifiableSet());

  private final FileExchange files;
  private final PayerAnswers eligibility;
  private final Submissions submissions;
  private final ClaimAnswers claimAnswers;
  private final Remittances remittances;
  private final StatusDesk status;
  private final AuthorizationRequests requests;
  private final QuestionFiles questions;
  private final UntakenFiles untaken;
  private final OtherUsage usages;

  Intake(
      FileExchange files,
      PayerAnswers eligibility,
      Submissions submissions,
      ClaimAnswers claimAnswers,
      Remittances remittances,
      StatusDesk status,
      AuthorizationRequests requests,
      QuestionFiles questions,
      UntakenFiles untaken,
      OtherUsage usages) {
    this.files = files;
    this.eligibility = eligibility;
    this.submissions = submissions;
    this.claimAnswers = claimAnswers;
    this.remittances = remittances;
    this.status = status;
    this.requests = requests;
    this.questions = questions;
    this.untaken = untaken;
    this.usages = usages;
  }

  /// Archives and works a file that somebody brings. A large one of remittances is read as a
  /// stream, so that memory does not grow with it.
  public IntakeReport receive(String name, byte[] bytes) {
    return receive(name, bytes, null);
  }

  /// Archives and works a file.
  ///
  /// @param over the connection that it came over; null when somebody brings it
  IntakeReport receive(String name, byte[] bytes, @Nullable Connection over) {
    // A remittance that somebody brings is kept as one, and stopped by itself.
    boolean isBroughtRemittance = over == null && Opening.isRemittance(bytes);
    var misfit = isBroughtRemittance ? Optional.<Finding>empty() : usages.of(bytes, over);
    if (misfit.isPresent()) return withheld(name, bytes, misfit.get());
    if (bytes.length > READ_WHOLE && Opening.isRemittance(bytes)) return receiveLarge(name, bytes);
    X12File read = read(name, bytes);
    var first = read.interchanges().stream().findFirst();
    var file =
        files.receive(
            kind(read),
            name,
            bytes,
            first.map(i -> i.envelope().senderId()).orElse(null),
            first.map(i -> i.envelope().controlNumber()).orElse(null));
    var desk = new Desk(file, Usage.of(bytes).orElse(Usage.LIVE));
    for (Interchange interchange : read.interchanges()) desk.take(interchange);
    if (desk.hasRemittances) desk.post(RemittanceScan.of(() -> files.open(file), name));
    if (desk.untaken > 0 || desk.isEmpty() || desk.isCutOff(read.findings())) {
      untaken.keep(file.id(), Math.max(1, desk.untaken), desk.why(read.findings()));
    }
    var findings = new ArrayList<>(read.findings());
    findings.addAll(desk.findings);
    return new IntakeReport(
        name, file.isRepeat(), desk.handled, desk.unknown, desk.results, findings);
  }

  // Kept and listed.
  private IntakeReport withheld(String name, byte[] bytes, Finding why) {
    var opening = Opening.of(bytes);
    String kind = Opening.isRemittance(bytes) ? "835" : kind(read(name, bytes));
    var file = files.receive(kind, name, bytes, opening.sender(), opening.controlNumber());
    untaken.keep(file.id(), 1, why.message());
    return new IntakeReport(name, file.isRepeat(), 0, 1, List.of(), List.of(why));
  }

  private IntakeReport receiveLarge(String name, byte[] bytes) {
    var opening = Opening.of(bytes);
    var file = files.receive("835", name, bytes, opening.sender(), opening.controlNumber());
    var scanned = RemittanceScan.of(() -> files.open(file), name);
    var desk = new Desk(file, Usage.of(bytes).orElse(Usage.LIVE));
    desk.post(scanned);
    if (scanned.incomplete() > 0) {
      untaken.keep(file.id(), scanned.incomplete(), desk.why(scanned.findings()));
    }
    return new IntakeReport(
        name,
        file.isRepeat(),
        desk.handled,
        desk.unknown + scanned.incomplete(),
        desk.results,
        scanned.findings());
  }

  private static X12File read(String name, byte[] bytes) {
    try {
      return X12Reader.read(new ByteArrayInputStream(bytes), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory are always readable
    }
  }

  private static String kind(X12File read) {
    if (read.interchanges().stream().anyMatch(i -> !i.acknowledgments().isEmpty())) return "TA1";
    return read.transactions().stream()
        .findFirst()
        .map(transaction ->
            switch (transaction) {
              case Transaction.ClaimsAcknowledged a -> "277CA";
              case Transaction.ClaimBatch b -> "837P";
              case Transaction.RemittanceAdvice r -> "835";
              case Transaction.EligibilityInquiries e -> "270";
              case Transaction.EligibilityAnswers e -> "271";
              case Transaction.GroupAcknowledged g -> "999";
              case Transaction.StatusInquiries s -> "276";
              case Transaction.StatusAnswers s -> "277";
              case Transaction.AuthorizationReviewed r -> "278";
              case Transaction.RecordsReceived r -> "275";
              case Transaction.Unread u -> "OTHER";
            })
        .orElse("OTHER");
  }

  /// The work on one file.
  private final class Desk {
    private final ExchangedFile file;
    private final Usage usage;
    private final List<Finding> findings = new ArrayList<>();
    private final List<PostResult> results = new ArrayList<>();
    private int handled;
    private int unknown;
    private int untaken;
    private boolean hasRemittances;
    private @Nullable String said;

    Desk(ExchangedFile file, Usage usage) {
      this.file = file;
      this.usage = usage;
    }

    void take(Interchange interchange) {
      interchange.acknowledgments().forEach(this::take);
      interchange.transactions().forEach(this::take);
    }

    private void take(Transaction transaction) {
      switch (transaction) {
        case Transaction.GroupAcknowledged group -> take(group.acknowledgment());
        case Transaction.ClaimsAcknowledged claims -> {
          if (isTestOfLive(claims.batch())) return;
          claims
              .acknowledgments()
              .forEach(a -> count(claimAnswers.receive(a, claims.batch(), file.id())));
          ClaimAnswers.refused(claims)
              .forEach(p -> count(claimAnswers.refuse(p, claims, file.id())));
        }
        case Transaction.EligibilityAnswers answers ->
            answers.answers().forEach(a -> eligibility(a, reference(answers.header())));
        case Transaction.RemittanceAdvice advice -> hasRemittances = true;
        case Transaction.ClaimBatch batch -> count(false);
        case Transaction.EligibilityInquiries inquiries -> count(false);
        case Transaction.StatusInquiries inquiries -> count(false);
        case Transaction.StatusAnswers answers ->
            answers.answers().forEach(a -> count(status.answered(a)));
        case Transaction.AuthorizationReviewed reviewed ->
            count(requests.answered(reviewed, file.id()));
        case Transaction.RecordsReceived records -> count(false);
        case Transaction.Unread unread -> count(false);
      }
    }

    // What a payer refuses without a word of whose question it was is to be read on the list.
    private void eligibility(EligibilityAnswer answer, @Nullable String reference) {
      boolean isKnown = eligibility.receive(answer, reference, file.id());
      if (!isKnown && said == null && !answer.rejections().isEmpty()) {
        var first = answer.rejections().getFirst();
        said =
            "It does not say which question it answers. "
                + PayerRefusal.of(first.reasonCode(), first.followUpCode()).sentence();
      }
      count(isKnown);
    }

    private static @Nullable String reference(Transaction.Header header) {
      return header.beginning() == null ? null : header.beginning().reference();
    }

    /// Why something of the file found nobody, as far as it was seen.
    String why(List<Finding> findings) {
      if (said != null) return said;
      return findings.stream()
          .filter(Finding::blocks)
          .findFirst()
          .map(Desk::inWords)
          .orElse(
              isEmpty()
                  ? "It holds nothing that can be read: ask the sender for it again."
                  : "It is about something that was never sent from here.");
    }

    private static String inWords(Finding finding) {
      String segment = finding.place().segment();
      return segment == null ? finding.message() : segment + ": " + finding.message();
    }

    private void take(InterchangeAcknowledgment ta1) {
      if (isTestOfLive(ta1.controlNumber())) return;
      boolean isKnown = submissions.receive(ta1, file.id());
      if (isKnown || !ta1.isRejected()) {
        receipt(isKnown);
      } else {
        String why = "The TA1 refuses the interchange, " + InterchangeNote.inWords(ta1.noteCode());
        refusal(ta1.controlNumber(), why);
      }
    }

    private void take(FunctionalAcknowledgment group) {
      if (isTestOfLive(group.groupControlNumber())) return;
      // One that is cut off before its AK9 says nothing of the group.
      if (group.code().isBlank()) {
        receipt(false);
        return;
      }
      if (submissions.receive(group, file.id())) {
        receipt(true);
      } else if (group.code().equals("A") || group.code().equals("E")) {
        receipt(questions.take(group, file.id()));
      } else {
        refusal(
            group.groupControlNumber(), "The 999 refuses the group, " + GroupCodes.inWords(group));
      }
    }

    // What went out live is moved by no test. A live answer to a test is told and moves nothing by
    // itself. The number of a group is that of its interchange.
    private boolean isTestOfLive(@Nullable String number) {
      if (number == null || usage != Usage.TEST) return false;
      var sent = files.sent(number);
      boolean isLive = sent.isPresent() && !files.isTest(sent.get().id());
      if (isLive) {
        var finding = OtherUsage.answerTo(number);
        findings.add(finding);
        if (said == null) said = finding.message();
        count(false);
      }
      return isLive;
    }

    private void refusal(String number, String why) {
      boolean isKnown = questions.refuse(number, why, file.id());
      if (!isKnown && said == null) {
        said = "%s, of number %s, which was not sent from here.".formatted(why, number);
      }
      count(isKnown);
    }

    boolean isEmpty() {
      return handled == 0 && unknown == 0 && !hasRemittances;
    }

    /// Whether something of the file may have been lost on its way. Remittances see to it
    /// themselves.
    boolean isCutOff(List<Finding> findings) {
      return !hasRemittances
          && findings.stream().map(f -> f.rule().value()).anyMatch(CUT_OFF::contains);
    }

    void post(RemittanceScan.Scanned scanned) {
      for (ScannedRemittance remittance : scanned.remittances()) {
        results.add(remittances.post(remittance, file));
        handled++;
      }
    }

    private void count(boolean isKnown) {
      receipt(isKnown);
      if (!isKnown) untaken++;
    }

    /// A receipt (TA1, 999) for a file whose receipts nobody keeps is no loss.
    private void receipt(boolean isKnown) {
      if (isKnown) {
        handled++;
      } else {
        unknown++;
      }
    }
  }
}
