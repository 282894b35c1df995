package org.cleanclaim.x12.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.cleanclaim.kernel.acknowledgment.AcknowledgmentStatement;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment.Status;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.Interchange;
import org.cleanclaim.x12.Transaction.ClaimBatch;
import org.cleanclaim.x12.X12Reader;
import org.cleanclaim.x12.X12Writer;
import org.cleanclaim.x12.v005010.ClaimAcknowledgmentWriter.AcknowledgedClaim;
import org.jspecify.annotations.Nullable;

/// What the receiver of claims sends back for each of them: a 277CA that accepts the claims without
/// errors and rejects the others, saying of each error which data it is about.
///
/// The errors are gathered while the file is checked; then it is read again for its claims.
public final class ClaimAnswer {
  // STC12 has room for 264 characters, and more than these would not be read.
  private static final int MOST_MESSAGE = 264;
  private static final int MOST_STATEMENTS = 20;
  // The statement's period, and the day of a dental claim.
  private static final List<String> DATES_OF_CLAIM = List.of("434", "472");

  private final List<Fault> errors = new ArrayList<>();
  private final ClaimFaultCodes codes = new ClaimFaultCodes();

  /// Notes a fault of the file; only errors reject a claim.
  public void add(Fault fault) {
    if (fault.isError()) errors.add(fault);
  }

  /// How many errors were noted. When the check counted more, it kept some back, and what is said
  /// of the claims would not be the whole truth.
  public int errors() {
    return errors.size();
  }

  /// Writes one 277CA for each transaction of claims.
  ///
  /// @param file the file that was checked, from its beginning
  /// @return how many claims were answered
  public int write(InputStream file, String fileName, LocalDateTime preparedAt, OutputStream out)
      throws IOException {
    int answered = 0;
    int number = 0;
    for (Interchange interchange : X12Reader.read(file, fileName).interchanges()) {
      for (var transaction : interchange.transactions()) {
        if (!(transaction instanceof ClaimBatch batch)) continue;
        number++;
        var envelope = ReceiverAnswer.envelope(interchange.envelope(), preparedAt, number);
        var claims = acknowledged(interchange, batch, envelope);
        out.write(
            X12Writer.claimAcknowledgments(
                envelope,
                Integer.toString(number),
                batch.receiverName(),
                batch.receiverId(),
                batch.submitterName(),
                batch.submitterId(),
                batch.batchReference(),
                claims));
        answered += claims.size();
      }
    }
    return answered;
  }

  private List<AcknowledgedClaim> acknowledged(
      Interchange interchange, ClaimBatch batch, Envelope envelope) {
    var places = ClaimPlaces.of(interchange.source(), batch);
    var acknowledged = new ArrayList<AcknowledgedClaim>();
    for (int i = 0; i < batch.claims().size(); i++) {
      Claim claim = batch.claims().get(i);
      var statements = new LinkedHashSet<AcknowledgmentStatement>();
      for (Fault error : errors) {
        if (!places.get(i).concerns(error) || statements.size() == MOST_STATEMENTS) continue;
        statements.add(rejected(claim, error, envelope));
      }
      if (statements.isEmpty()) statements.add(accepted(claim, envelope));
      acknowledged.add(
          new AcknowledgedClaim(
              claim,
              ClaimAcknowledgment.of(
                  claim.controlNumber().value(),
                  List.copyOf(statements),
                  null,
                  servedFrom(claim))));
    }
    return acknowledged;
  }

  /// The first day of its lines, else that of the claim; lines need no day of their own.
  private static @Nullable LocalDate servedFrom(Claim claim) {
    var ofLines =
        claim.lines().stream()
            .map(ServiceLine::servedFrom)
            .filter(day -> !day.equals(LocalDate.EPOCH))
            .min(LocalDate::compareTo);
    return ofLines
        .or(() ->
            claim.particulars().dates().stream()
                .filter(date -> DATES_OF_CLAIM.contains(date.qualifier()) && date.from() != null)
                .map(QualifiedDate::from)
                .findFirst())
        .orElse(null);
  }

  private AcknowledgmentStatement rejected(Claim claim, Fault error, Envelope envelope) {
    String message = error.message();
    return new AcknowledgmentStatement(
        List.of(codes.of(error)),
        envelope.preparedAt().toLocalDate(),
        AcknowledgmentStatement.REJECT,
        claim.totalCharge(),
        message.length() > MOST_MESSAGE ? message.substring(0, MOST_MESSAGE).strip() : message);
  }

  private static AcknowledgmentStatement accepted(Claim claim, Envelope envelope) {
    return new AcknowledgmentStatement(
        List.of(new Status("A2", "20", null)),
        envelope.preparedAt().toLocalDate(),
        AcknowledgmentStatement.ACCEPT,
        claim.totalCharge(),
        null);
  }
}
