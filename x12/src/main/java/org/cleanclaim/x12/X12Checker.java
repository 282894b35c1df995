package org.cleanclaim.x12;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.TransactionResult;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;
import org.cleanclaim.x12.CheckedFile.Answer;
import org.cleanclaim.x12.lexer.Segment;
import org.cleanclaim.x12.lexer.SegmentLexer;
import org.jspecify.annotations.Nullable;

/// Checks a file of any size in one pass: envelopes, every segment against its guide, and what has
/// to fit together; and says what a receiver answers with TA1 and 999.
public final class X12Checker implements EnvelopeListener {
  private final Faults faults;
  private final TransactionCheck check;
  private final List<Answer> answers = new ArrayList<>();
  private long segments;
  private long transactionCount;

  private @Nullable Envelope envelope;
  private @Nullable Group group;
  private String madeOn = "";
  private boolean isInTransaction;
  private int firstSegment;
  private @Nullable TransactionErrors checkedElsewhere;
  private String interchangeNote = "000";
  private final List<String> groupCodes = new ArrayList<>();
  private final List<TransactionResult> results = new ArrayList<>();
  private final List<FunctionalAcknowledgment> groups = new ArrayList<>();

  private X12Checker(CheckOptions options, Consumer<Fault> receiver) {
    this.faults = Faults.limited(receiver);
    this.check = new TransactionCheck(options, faults);
  }

  /// Reads a file to its end on one core and gives each fault to the receiver as it is found.
  ///
  /// @param fileName for messages
  public static CheckedFile check(
      InputStream in, String fileName, CheckOptions options, Consumer<Fault> receiver)
      throws IOException {
    var checker = new X12Checker(options, receiver);
    var lexer = new SegmentLexer(in);
    Envelopes.read(lexer, fileName, Faults.all(checker::ofEnvelope), checker);
    return checker.result(lexer, fileName);
  }

  /// The same on several cores: transactions are checked side by side; faults and answers come in
  /// file order all the same.
  public static CheckedFile check(
      InputStream in, String fileName, CheckOptions options, Consumer<Fault> receiver, int cores)
      throws IOException {
    if (cores < 2) return check(in, fileName, options, receiver);
    var checker = new X12Checker(options, receiver);
    var lexer = new SegmentLexer(in);
    var envelopes = new Envelopes(lexer, fileName, Faults.all(checker::ofEnvelope), checker);
    new ParallelCheck(lexer, fileName, options, cores, envelopes, checker).run();
    return checker.result(lexer, fileName);
  }

  private CheckedFile result(SegmentLexer lexer, String fileName) {
    return new CheckedFile(
        fileName,
        lexer.bytesRead(),
        segments,
        transactionCount,
        faults.errors(),
        faults.warnings(),
        answers);
  }

  /// The next transaction was checked elsewhere, with this outcome.
  void checkedElsewhere(TransactionErrors outcome) {
    checkedElsewhere = outcome;
  }

  /// GS04 of the open group.
  String madeOn() {
    return madeOn;
  }

  /// A fault of a transaction that was checked elsewhere.
  void faultElsewhere(Fault fault) {
    faults.add(fault);
  }

  /// Faults of that transaction which were counted only.
  void countElsewhere(List<Fault> given, Faults counted) {
    long errors = given.stream().filter(Fault::isError).count();
    long warnings = given.stream().filter(f -> f.severity() == Severity.WARNING).count();
    faults.countMore(counted.errors() - errors, counted.warnings() - warnings);
  }

  /// Segments between ST and SE that were looked at elsewhere.
  void segmentsElsewhere(int count) {
    segments += count;
  }

  private void ofEnvelope(Fault fault) {
    String code = fault.check().code();
    if (fault.isError() && code != null) {
      switch (fault.check().level()) {
        case INTERCHANGE -> {
          if (interchangeNote.equals("000")) interchangeNote = code;
        }
        case GROUP -> {
          if (!groupCodes.contains(code)) groupCodes.add(code);
        }
        case TRANSACTION, SEGMENT, ELEMENT -> {}
      }
    }
    if (isInTransaction && checkedElsewhere != null) {
      checkedElsewhere.add(fault.behind(1 - firstSegment, 0));
      faults.add(fault);
    } else if (isInTransaction) {
      check.note(fault);
    } else {
      faults.add(fault);
    }
  }

  @Override
  public void beginInterchange(Segment isa, Envelope read) {
    envelope = read;
    segments++;
    interchangeNote = "000";
  }

  @Override
  public void interchangeSegment(Segment segment) {
    segments++;
  }

  @Override
  public void beginGroup(Segment gs, Group read) {
    group = read;
    if (gs.is("GS")) {
      segments++;
      madeOn = gs.element(4);
    }
    groupCodes.clear();
    results.clear();
  }

  @Override
  public void beginTransaction(Segment st, String version) {
    segments++;
    transactionCount++;
    isInTransaction = true;
    firstSegment = st.number();
    if (checkedElsewhere == null) check.begin(st, version, madeOn);
  }

  @Override
  public void segment(Segment segment) {
    segments++;
    check.take(segment);
  }

  @Override
  public void endTransaction(@Nullable Segment se, int segmentCount) {
    if (se != null) segments++;
    TransactionErrors errors = checkedElsewhere;
    results.add((errors == null ? check.end() : errors).result());
    checkedElsewhere = null;
    isInTransaction = false;
  }

  @Override
  public void endGroup(@Nullable Segment ge, int transactionCountOfGroup) {
    if (ge != null) segments++;
    boolean isAnswered =
        group != null && group.isAcknowledgeable() && !group.functionalId().equals("FA");
    if (group != null && isAnswered) groups.add(answer(group));
    group = null;
  }

  private FunctionalAcknowledgment answer(Group of) {
    int accepted = (int) results.stream().filter(TransactionResult::isAccepted).count();
    String code = "P";
    if (accepted == 0 || !groupCodes.isEmpty()) {
      code = "R";
    } else if (accepted == results.size()) {
      code = "A";
    }
    return new FunctionalAcknowledgment(
        of.functionalId(),
        of.controlNumber(),
        of.version().isEmpty() ? null : of.version(),
        results,
        code,
        results.size(),
        results.size(),
        code.equals("R") ? 0 : accepted,
        groupCodes);
  }

  @Override
  public void endInterchange(@Nullable Segment iea) {
    if (iea != null) segments++;
    if (envelope == null) return;
    var interchange =
        new InterchangeAcknowledgment(
            envelope.controlNumber(),
            envelope.preparedAt(),
            interchangeNote.equals("000") ? "A" : "R",
            interchangeNote);
    answers.add(new Answer(envelope, interchange, groups));
    groups.clear();
    envelope = null;
  }
}
