package org.cleanclaim.x12;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.x12.lexer.Segment;
import org.cleanclaim.x12.lexer.SegmentLexer;
import org.cleanclaim.x12.v005010.ClaimReader;
import org.cleanclaim.x12.v005010.Guides;
import org.cleanclaim.x12.v005010.RemittanceReader;
import org.jspecify.annotations.Nullable;

/// Reads X12 files into canonical records. Bad content never throws: it becomes findings, and
/// everything that can be read is read.
public final class X12Reader {
  private X12Reader() {}

  /// Reads a whole file.
  ///
  /// @param fileName for messages
  public static X12File read(InputStream in, String fileName) throws IOException {
    var findings = new ArrayList<Finding>();
    var faults = Faults.limited(f -> findings.add(f.finding()));
    var assembly = new FileAssembly(faults);
    Envelopes.read(in, fileName, faults, assembly);
    return new X12File(fileName, assembly.outside(), assembly.interchanges, findings);
  }

  /// Gives each claim of the 837 transactions of a file on, as soon as its last segment was read:
  /// memory does not grow with the file.
  public static void claims(
      InputStream in, String fileName, Consumer<Fault> faults, Consumer<Claim> receiver)
      throws IOException {
    submittedClaims(in, fileName, faults, submitted -> receiver.accept(submitted.claim()));
  }

  /// Gives each claim on with the day on which its transaction was made.
  public static void submittedClaims(
      InputStream in, String fileName, Consumer<Fault> faults, Consumer<SubmittedClaim> receiver)
      throws IOException {
    var collected = Faults.limited(faults);
    Envelopes.read(
        in,
        fileName,
        collected,
        new EnvelopeListener() {
          private @Nullable ClaimReader reader;
          private @Nullable LocalDate madeOn;

          @Override
          public void beginTransaction(Segment st, String version) {
            madeOn = null;
            reader =
                st.elementIs(1, "837") ? new ClaimReader(version, collected, this::give) : null;
          }

          private void give(Claim claim) {
            receiver.accept(new SubmittedClaim(claim, madeOn));
          }

          @Override
          public void segment(Segment segment) {
            if (segment.is("BHT")) madeOn = SubmittedClaim.day(segment.element(4));
            if (reader != null) reader.take(segment);
          }

          @Override
          public void endTransaction(@Nullable Segment se, int segmentCount) {
            if (reader != null) reader.end();
          }
        });
  }

  /// Gives each claim payment of the 835 transactions of a file on, as soon as its last segment was
  /// read: memory does not grow with the file.
  public static void claimPayments(
      InputStream in, String fileName, Consumer<Fault> faults, Consumer<ClaimPayment> receiver)
      throws IOException {
    var collected = Faults.limited(faults);
    Envelopes.read(
        in,
        fileName,
        collected,
        new EnvelopeListener() {
          private @Nullable RemittanceReader reader;

          @Override
          public void beginTransaction(Segment st, String version) {
            reader = st.elementIs(1, "835") ? new RemittanceReader(collected, receiver) : null;
          }

          @Override
          public void segment(Segment segment) {
            if (reader != null) reader.take(segment);
          }

          @Override
          public void endTransaction(@Nullable Segment se, int segmentCount) {
            if (reader != null) reader.end();
          }
        });
  }

  /// Tells the listener of each 835 transaction with its header and claim payments; memory does not
  /// grow with the file. Other transactions are passed over. Faults are given on without a limit:
  /// an amount that cannot be read is told however many faults came before.
  public static void remittances(
      InputStream in, String fileName, Consumer<Fault> faults, RemittanceListener listener)
      throws IOException {
    var collected = Faults.all(faults);
    Envelopes.read(
        in,
        fileName,
        collected,
        new EnvelopeListener() {
          private @Nullable RemittanceReader reader;
          private @Nullable Segment opening;
          private int transactions;

          @Override
          public void beginTransaction(Segment st, String version) {
            reader = null;
            if (!st.elementIs(1, "835")) return;
            opening = st.keep();
            reader = new RemittanceReader(collected, listener::claim);
            listener.begin(++transactions);
          }

          @Override
          public void segment(Segment segment) {
            if (reader != null) reader.take(segment);
          }

          @Override
          public void endTransaction(@Nullable Segment se, int segmentCount) {
            if (reader == null || opening == null) return;
            reader.end();
            reader.header(opening).ifPresent(listener::end);
            reader = null;
          }

          @Override
          public void endGroup(@Nullable Segment ge, int transactionCount) {
            listener.endGroup();
          }

          @Override
          public void endInterchange(@Nullable Segment iea) {
            listener.endInterchange();
          }
        });
  }

  /// Gives each segment of a file to the receiver, in order. A segment is valid only during the
  /// call.
  public static void segments(InputStream in, Consumer<Segment> receiver) throws IOException {
    var lexer = new SegmentLexer(in);
    for (Segment segment = lexer.next(); segment != null; segment = lexer.next()) {
      receiver.accept(segment);
    }
  }

  /// Puts the transactions of a file together.
  private static final class FileAssembly implements EnvelopeListener {
    private final Faults faults;
    private final List<Interchange> interchanges = new ArrayList<>();
    private final List<ReadGroup> outsideGroups = new ArrayList<>();
    private final List<Segment> outsideSource = new ArrayList<>();
    private @Nullable Envelope envelope;
    private final List<Segment> source = new ArrayList<>();
    private final List<InterchangeAcknowledgment> acknowledgments = new ArrayList<>();
    private final List<ReadGroup> groups = new ArrayList<>();
    private @Nullable Group group;
    private final List<Transaction> transactions = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private String version = "";

    FileAssembly(Faults faults) {
      this.faults = faults;
    }

    @Override
    public void beginInterchange(Segment isa, Envelope read) {
      putOutside();
      envelope = read;
      source.add(isa);
    }

    @Override
    public void interchangeSegment(Segment segment) {
      source.add(segment.keep());
      Guides.interchangeAcknowledgment(segment, faults).ifPresent(acknowledgments::add);
    }

    @Override
    public void straySegment(Segment segment) {
      source.add(segment.keep());
    }

    @Override
    public void beginGroup(Segment gs, Group read) {
      group = read;
      if (gs.is("GS")) source.add(gs);
    }

    @Override
    public void beginTransaction(Segment st, String read) {
      version = read;
      segments.clear();
      segments.add(st);
      source.add(st);
    }

    @Override
    public void segment(Segment segment) {
      Segment kept = segment.keep();
      segments.add(kept);
      source.add(kept);
    }

    @Override
    public void endTransaction(@Nullable Segment se, int segmentCount) {
      if (se != null) source.add(se.keep());
      Segment st = segments.getFirst();
      Segment last = se == null ? segments.getLast() : se;
      var span = new Transaction.Span(st.number(), st.byteOffset(), last.byteOffset());
      var header =
          new Transaction.Header(
              st.element(1), st.element(2), version, segmentCount, span, !st.isEmpty(3), null, 1);
      transactions.add(Guides.read(header, List.copyOf(segments), faults));
    }

    @Override
    public void endGroup(@Nullable Segment ge, int transactionCount) {
      if (ge != null) source.add(ge.keep());
      if (group != null) groups.add(new ReadGroup(group, transactions));
      group = null;
      transactions.clear();
    }

    /// What stood before an ISA belongs to no interchange.
    private void putOutside() {
      outsideGroups.addAll(groups);
      outsideSource.addAll(source);
      groups.clear();
      source.clear();
    }

    Outside outside() {
      putOutside();
      return new Outside(outsideGroups, outsideSource);
    }

    @Override
    public void endInterchange(@Nullable Segment iea) {
      if (envelope != null) {
        if (iea != null) source.add(iea.keep());
        interchanges.add(new Interchange(envelope, acknowledgments, groups, source));
      }
      envelope = null;
      source.clear();
      acknowledgments.clear();
      groups.clear();
    }
  }
}
