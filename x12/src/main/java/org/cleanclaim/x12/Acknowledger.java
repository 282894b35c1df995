package org.cleanclaim.x12;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.SegmentError;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.TransactionResult;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;

/// Decides what a receiver answers to an interchange: TA1 and one 999 for each group.
public final class Acknowledger {
  private Acknowledger() {}

  /// Rejected when the interchange is not closed or its numbers disagree.
  public static InterchangeAcknowledgment interchange(Interchange read, List<Finding> findings) {
    var envelope = read.envelope();
    String note = "000";
    for (Finding finding : findings) {
      switch (finding.rule().value()) {
        case "X12-NO-IEA", "X12-TRUNCATED" -> note = "023";
        case "X12-IEA-NUMBER" -> note = "001";
        case "X12-IEA-COUNT" -> note = "021";
        default -> {}
      }
    }
    return new InterchangeAcknowledgment(
        envelope.controlNumber(), envelope.preparedAt(), note.equals("000") ? "A" : "R", note);
  }

  /// A group is rejected when any of its transaction sets has a syntax error: the receiver takes
  /// all or nothing.
  public static List<FunctionalAcknowledgment> groups(Interchange read, List<Finding> findings) {
    var errors = findings.stream().filter(Finding::blocks).toList();
    var answers = new ArrayList<FunctionalAcknowledgment>();
    for (ReadGroup group : read.groups()) {
      var results = new ArrayList<TransactionResult>();
      for (Transaction transaction : group.transactions()) {
        results.add(result(transaction.header(), errors));
      }
      int accepted = (int) results.stream().filter(TransactionResult::isAccepted).count();
      answers.add(
          new FunctionalAcknowledgment(
              group.group().functionalId(),
              group.group().controlNumber(),
              group.group().version(),
              results,
              code(accepted, results.size()),
              results.size(),
              results.size(),
              accepted));
    }
    return answers;
  }

  private static String code(int accepted, int received) {
    if (accepted == 0) return "R";
    return accepted == received ? "A" : "P";
  }

  private static TransactionResult result(Transaction.Header header, List<Finding> errors) {
    var segments = new ArrayList<SegmentError>();
    for (Finding error : errors) {
      String where = error.place().segment();
      Long offset = error.place().byteOffset();
      if (where == null || offset == null || !header.span().contains(offset)) continue;
      segments.add(
          new SegmentError(
              where.substring(0, where.indexOf(' ')),
              numberOf(where) - header.span().firstSegment() + 1,
              error.place().loop(),
              "8",
              List.of()));
    }
    // A file that is cut off, or whose group does not add up, may lack a part of any of its
    // transaction sets.
    boolean isIncomplete =
        errors.stream().anyMatch(e -> e.rule().value().matches("X12-(TRUNCATED|NO-GE|GE-.*)"));
    boolean isAccepted = segments.isEmpty() && !isIncomplete;
    return new TransactionResult(
        header.type(),
        header.controlNumber(),
        header.version(),
        isAccepted ? "A" : "R",
        isAccepted ? List.of() : List.of("5"),
        segments);
  }

  /// The number in `SV1 (20)`.
  private static int numberOf(String segment) {
    return Integer.parseInt(segment.substring(segment.indexOf('(') + 1, segment.indexOf(')')));
  }
}
