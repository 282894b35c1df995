package org.cleanclaim.x12;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;
import org.cleanclaim.x12.lexer.Segment;
import org.cleanclaim.x12.lexer.SegmentLexer;
import org.cleanclaim.x12.v005010.Guides;
import org.jspecify.annotations.Nullable;

/// Reads X12 files. Bad content never throws: it becomes findings, and everything that can be read
/// is read.
public final class X12Reader {
  private final SegmentLexer lexer;
  private final SyntaxFindings findings = new SyntaxFindings();
  private final List<Interchange> interchanges = new ArrayList<>();

  private @Nullable Envelope envelope;
  private @Nullable Segment isa;
  private List<InterchangeAcknowledgment> acknowledgments = new ArrayList<>();
  private List<ReadGroup> groups = new ArrayList<>();
  private @Nullable Group group;
  private @Nullable Segment gs;
  private List<Transaction> transactions = new ArrayList<>();
  private @Nullable List<Segment> transaction;

  private X12Reader(InputStream in) {
    this.lexer = new SegmentLexer(in);
  }

  /// Reads a whole file.
  ///
  /// @param fileName for messages
  public static X12File read(InputStream in, String fileName) throws IOException {
    return new X12Reader(in).read(fileName);
  }

  /// Gives each segment of a file to the receiver, in order.
  public static void segments(InputStream in, Consumer<Segment> receiver) throws IOException {
    var lexer = new SegmentLexer(in);
    for (Segment segment = lexer.next(); segment != null; segment = lexer.next()) {
      receiver.accept(segment);
    }
  }

  private X12File read(String fileName) throws IOException {
    for (Segment segment = lexer.next(); segment != null; segment = lexer.next()) {
      take(segment);
    }
    if (isa == null) {
      findings.error(
          "X12-NO-ISA",
          null,
          fileName + " holds no ISA segment, so it is not an X12 file or its beginning is missing.",
          "Ask the sender for the whole file.");
    }
    closeInterchange(null);
    if (lexer.skippedBytes() > 0) {
      findings.warning(
          "X12-LEADING-TEXT",
          null,
          "There are " + lexer.skippedBytes() + " bytes of other text before the ISA segment.",
          "Nothing has to be done; the text was passed over.");
    }
    if (lexer.endedInsideSegment()) {
      findings.error(
          "X12-TRUNCATED",
          null,
          fileName + " ends inside a segment.",
          "The file is cut off: ask the sender for it again.");
    }
    return new X12File(fileName, interchanges, findings.all());
  }

  private void take(Segment segment) {
    switch (segment.id()) {
      case "ISA" -> openInterchange(segment);
      case "GS" -> openGroup(segment);
      case "ST" -> openTransaction(segment);
      case "SE" -> closeTransaction(segment);
      case "GE" -> closeGroup(segment);
      case "IEA" -> closeInterchange(segment);
      case "TA1" ->
          Guides.interchangeAcknowledgment(segment, findings).ifPresent(acknowledgments::add);
      default -> {
        if (transaction != null) {
          transaction.add(segment);
        } else {
          findings.error(
              "X12-STRAY-SEGMENT",
              segment,
              "Segment " + segment.id() + " stands outside any transaction set.",
              "The ST segment before it is missing; ask the sender to repeat the file.");
        }
      }
    }
  }

  private void openInterchange(Segment segment) {
    if (envelope != null) closeInterchange(null);
    isa = segment;
    envelope = Guides.envelope(segment, findings);
    acknowledgments = new ArrayList<>();
    groups = new ArrayList<>();
  }

  private void openGroup(Segment segment) {
    if (group != null) closeGroup(null);
    gs = segment;
    group =
        new Group(
            segment.element(1),
            segment.element(2),
            segment.element(3),
            segment.element(6),
            segment.element(8));
    transactions = new ArrayList<>();
  }

  private void openTransaction(Segment segment) {
    if (transaction != null) closeTransaction(null);
    if (group == null) {
      findings.error(
          "X12-NO-GS",
          segment,
          "The transaction set stands outside any functional group.",
          "The GS segment is missing; ask the sender to repeat the file.");
      group = new Group("", "", "", "", segment.element(3));
      transactions = new ArrayList<>();
    }
    transaction = new ArrayList<>();
    transaction.add(segment);
  }

  private void closeTransaction(@Nullable Segment se) {
    if (transaction == null || group == null) {
      if (se != null) {
        findings.error(
            "X12-STRAY-SE",
            se,
            "SE closes no transaction set.",
            "Ask the sender to repeat the file.");
      }
      return;
    }
    Segment st = transaction.getFirst();
    int count = transaction.size() + 1;
    if (se == null) {
      findings.error(
          "X12-NO-SE",
          st,
          "Transaction set " + st.element(2) + " is not closed.",
          "The file is cut off or damaged: ask the sender for it again.");
    } else {
      compare("X12-SE-COUNT", se, "SE01 counts", se.element(1), count, "segments");
      if (!sameNumber(st.element(2), se.element(2))) {
        findings.error(
            "X12-SE-NUMBER",
            se,
            "SE02 does not repeat the control number of ST02.",
            "Ask the sender to repeat the file.");
      }
    }
    String version = st.element(3).isEmpty() ? group.version() : st.element(3);
    var last = se == null ? transaction.getLast() : se;
    var span = new Transaction.Span(st.number(), st.byteOffset(), last.byteOffset());
    var header = new Transaction.Header(st.element(1), st.element(2), version, count, span);
    transactions.add(Guides.read(header, List.copyOf(transaction), findings));
    transaction = null;
  }

  private void closeGroup(@Nullable Segment ge) {
    if (transaction != null) closeTransaction(null);
    if (group == null || gs == null) {
      if (group != null) groups.add(new ReadGroup(group, transactions));
      group = null;
      return;
    }
    if (ge == null) {
      findings.error(
          "X12-NO-GE",
          gs,
          "The functional group is not closed.",
          "Ask the sender for the file again.");
    } else {
      compare(
          "X12-GE-COUNT",
          ge,
          "GE01 counts",
          ge.element(1),
          transactions.size(),
          "transaction sets");
      if (!sameNumber(group.controlNumber(), ge.element(2))) {
        findings.error(
            "X12-GE-NUMBER",
            ge,
            "GE02 does not repeat the control number of GS06.",
            "Ask the sender to repeat the file.");
      }
    }
    groups.add(new ReadGroup(group, transactions));
    group = null;
    gs = null;
  }

  private void closeInterchange(@Nullable Segment iea) {
    if (group != null) closeGroup(null);
    if (envelope == null || isa == null) {
      if (iea != null) {
        findings.error(
            "X12-STRAY-IEA",
            iea,
            "IEA closes no interchange.",
            "Ask the sender to repeat the file.");
      }
      return;
    }
    if (iea == null) {
      findings.error(
          "X12-NO-IEA",
          isa,
          "The interchange is not closed.",
          "Ask the sender for the file again.");
    } else {
      compare(
          "X12-IEA-COUNT", iea, "IEA01 counts", iea.element(1), groups.size(), "functional groups");
      if (!sameNumber(envelope.controlNumber(), iea.element(2))) {
        findings.error(
            "X12-IEA-NUMBER",
            iea,
            "IEA02 does not repeat the control number of ISA13.",
            "Ask the sender to repeat the file.");
      }
    }
    interchanges.add(new Interchange(envelope, acknowledgments, groups));
    envelope = null;
  }

  private void compare(
      String rule, Segment segment, String what, String stated, int counted, String of) {
    if (!stated.equals(Integer.toString(counted))
        && !sameNumber(stated, Integer.toString(counted))) {
      findings.error(
          rule,
          segment,
          "%s %s %s, but there are %d."
              .formatted(what, stated.isEmpty() ? "no" : stated, of, counted),
          "Segments were lost or added on the way: ask the sender to repeat the file.");
    }
  }

  private static boolean sameNumber(String a, String b) {
    return a.replaceFirst("^0+(?=.)", "").equals(b.replaceFirst("^0+(?=.)", ""));
  }
}
