package org.cleanclaim.x12.v005010;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.Transaction.Unread;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Picks the guide of a transaction set by its type and version.
public final class Guides {
  private Guides() {}

  /// Reads a transaction set with its guide; one without a guide here is kept as segments.
  public static Transaction read(Transaction.Header stated, List<Segment> segments, Faults faults) {
    var header = stated.begun(beginning(stated.type(), segments)).levelsFrom(firstLevel(segments));
    if (!header.version().startsWith("005010") && !header.version().isEmpty()) {
      faults.add(
          Check.OTHER_VERSION,
          segments.getFirst(),
          "Transaction %s is of version %s.".formatted(header.type(), header.version()),
          "It is shown segment by segment; only version 005010 is read into records.");
      return new Unread(header, segments);
    }
    return switch (header.type()) {
      case "837" -> ClaimReader.read(header, segments, faults);
      case "835" -> RemittanceReader.read(header, segments, faults);
      case "270" -> new EligibilityInquiryReader(header, segments, faults).read();
      case "271" -> new EligibilityAnswerReader(header, segments, faults).read();
      case "999" -> new AcknowledgmentReader(header, segments, faults).read();
      case "278" -> AuthorizationReader.read(header, segments, faults);
      case "275" ->
          header.version().contains("X210")
              ? RecordsReader.read(header, segments, faults)
              : new Unread(header, segments);
      case "276" -> StatusReader.inquiries(header, segments, faults);
      case "277" ->
          header.version().contains("X214")
              ? new ClaimAcknowledgmentReader(header, segments, faults).read()
              : StatusReader.answers(header, segments, faults);
      default -> new Unread(header, segments);
    };
  }

  private static int firstLevel(List<Segment> segments) {
    for (Segment segment : segments) {
      if (segment.is("HL")) return Math.max(1, segment.wholeNumber(1));
    }
    return 1;
  }

  /// The BHT, which stands right behind ST. Claims and authorizations hold its reference
  /// themselves.
  private static Transaction.@Nullable Beginning beginning(String type, List<Segment> segments) {
    Segment bht = segments.size() > 1 ? segments.get(1) : null;
    if (bht == null || !bht.is("BHT")) return null;
    boolean holdsReference = type.equals("837") || type.equals("278");
    return new Transaction.Beginning(
        bht.element(1),
        bht.element(2),
        holdsReference ? null : Values.orNull(bht.element(3)),
        new Values(Faults.ignored()).date(bht, 4),
        Values.orNull(bht.element(5)),
        Values.orNull(bht.element(6)));
  }

  public static Envelope envelope(Segment isa, Faults faults) {
    int elements = isa.isEmpty(16) ? Math.min(isa.elementCount(), 15) : 16;
    if (elements < 16) {
      faults.add(
          Check.ISA_ELEMENTS,
          isa,
          "The ISA segment has %d elements instead of 16.".formatted(elements),
          "Ask the sender to repeat the file.");
    }
    return new Envelope(
        isa.element(5),
        isa.element(6),
        isa.element(7),
        isa.element(8),
        new Values(faults).dateTime(isa, isa.element(9), isa.element(10)),
        isa.element(13),
        isa.element(15).equals("T"),
        isa.separators());
  }

  public static Optional<InterchangeAcknowledgment> interchangeAcknowledgment(
      Segment ta1, Faults faults) {
    if (ta1.elements().size() < 4) {
      faults.add(
          Check.TA1_SHORT, ta1, "The TA1 segment is incomplete.", "Ask the receiver to repeat it.");
      return Optional.empty();
    }
    LocalDateTime at = new Values(faults).dateTime(ta1, ta1.element(2), ta1.element(3));
    String note = ta1.element(5).isEmpty() ? "000" : ta1.element(5);
    return Optional.of(new InterchangeAcknowledgment(ta1.element(1), at, ta1.element(4), note));
  }
}
