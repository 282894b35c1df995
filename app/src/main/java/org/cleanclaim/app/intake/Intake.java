package org.cleanclaim.app.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.authorization.AuthorizationRequests;
import org.cleanclaim.app.coverage.EligibilityDesk;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.followup.StatusDesk;
import org.cleanclaim.app.remittance.PostResult;
import org.cleanclaim.app.remittance.RemittanceScan;
import org.cleanclaim.app.remittance.Remittances;
import org.cleanclaim.app.remittance.ScannedRemittance;
import org.cleanclaim.app.submission.Submissions;
import org.cleanclaim.x12.Interchange;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.X12File;
import org.cleanclaim.x12.X12Reader;
import org.springframework.stereotype.Component;

/// Takes X12 files. Each part is its own transaction: one bad remittance never stops the next, and
/// a file that comes again changes nothing.
@Component
public class Intake {
  /// Larger files of remittances are not held as records.
  private static final int READ_WHOLE = 4_000_000;

  private final FileExchange files;
  private final EligibilityDesk eligibility;
  private final Submissions submissions;
  private final Remittances remittances;
  private final StatusDesk status;
  private final AuthorizationRequests requests;
  private final UntakenFiles untaken;

  Intake(
      FileExchange files,
      EligibilityDesk eligibility,
      Submissions submissions,
      Remittances remittances,
      StatusDesk status,
      AuthorizationRequests requests,
      UntakenFiles untaken) {
    this.files = files;
    this.eligibility = eligibility;
    this.submissions = submissions;
    this.remittances = remittances;
    this.status = status;
    this.requests = requests;
    this.untaken = untaken;
  }

  /// Archives and works a file. A large one of remittances is read as a stream, so that memory does
  /// not grow with it.
  public IntakeReport receive(String name, byte[] bytes) {
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
    var desk = new Desk(file);
    for (Interchange interchange : read.interchanges()) desk.take(interchange);
    if (desk.hasRemittances) desk.post(RemittanceScan.of(() -> files.open(file), name));
    if (desk.untaken > 0) untaken.keep(file.id(), desk.untaken, read.findings());
    return new IntakeReport(
        name, file.isRepeat(), desk.handled, desk.unknown, desk.results, read.findings());
  }

  private IntakeReport receiveLarge(String name, byte[] bytes) {
    var opening = Opening.of(bytes);
    var file = files.receive("835", name, bytes, opening.sender(), opening.controlNumber());
    var scanned = RemittanceScan.of(() -> files.open(file), name);
    var desk = new Desk(file);
    desk.post(scanned);
    if (scanned.incomplete() > 0) {
      untaken.keep(file.id(), scanned.incomplete(), scanned.findings());
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
    private final List<PostResult> results = new ArrayList<>();
    private int handled;
    private int unknown;
    private int untaken;
    private boolean hasRemittances;

    Desk(ExchangedFile file) {
      this.file = file;
    }

    void take(Interchange interchange) {
      interchange.acknowledgments().forEach(a -> receipt(submissions.receive(a, file.id())));
      interchange.transactions().forEach(this::take);
    }

    private void take(Transaction transaction) {
      switch (transaction) {
        case Transaction.GroupAcknowledged group ->
            receipt(submissions.receive(group.acknowledgment(), file.id()));
        case Transaction.ClaimsAcknowledged claims ->
            claims
                .acknowledgments()
                .forEach(a -> count(submissions.receive(a, claims.batch(), file.id())));
        case Transaction.EligibilityAnswers answers ->
            answers.answers().forEach(a -> count(eligibility.answered(a, file.id())));
        case Transaction.RemittanceAdvice advice -> hasRemittances = true;
        case Transaction.ClaimBatch batch -> count(false);
        case Transaction.EligibilityInquiries inquiries -> count(false);
        case Transaction.StatusInquiries inquiries -> count(false);
        case Transaction.StatusAnswers answers ->
            answers.answers().forEach(a -> count(status.answered(a)));
        case Transaction.AuthorizationReviewed reviewed ->
            count(requests.answered(reviewed.review(), file.id()));
        case Transaction.RecordsReceived records -> count(false);
        case Transaction.Unread unread -> count(false);
      }
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
