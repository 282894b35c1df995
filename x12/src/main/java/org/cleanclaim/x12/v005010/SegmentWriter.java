package org.cleanclaim.x12.v005010;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Writes segments of one interchange, one per line, and keeps the counts that the trailers state.
/// A separator inside a value becomes a space: X12 has no escape.
public final class SegmentWriter {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

  private final Separators separators;
  private final StringBuilder out = new StringBuilder(4096);
  private int segmentsInTransaction;
  private int transactions;
  private String groupNumber = "";
  private String transactionNumber = "";
  private Transaction.@Nullable Header header;

  private SegmentWriter(Separators separators) {
    this.separators = separators;
  }

  /// One transaction that was read, without an envelope: its number, version and BHT are those that
  /// were read.
  static byte[] again(
      Separators separators,
      Transaction.Header header,
      java.util.function.Consumer<SegmentWriter> body) {
    var writer = new SegmentWriter(separators);
    writer.header = header;
    body.accept(writer);
    return writer.bytes();
  }

  /// One interchange with one group; `body` writes its transaction sets.
  public static byte[] interchange(
      Envelope envelope,
      String functionalId,
      String groupNumber,
      String version,
      java.util.function.Consumer<SegmentWriter> body) {
    var writer = new SegmentWriter(envelope.separators());
    writer.isa(envelope);
    writer.groupNumber = groupNumber;
    writer.segment(
        "GS",
        functionalId,
        envelope.senderId(),
        envelope.receiverId(),
        DAY.format(envelope.preparedAt()),
        DateTimeFormatter.ofPattern("HHmm").format(envelope.preparedAt()),
        groupNumber,
        "X",
        version);
    body.accept(writer);
    writer.segment("GE", Integer.toString(writer.transactions), groupNumber);
    writer.segment("IEA", "1", envelope.controlNumber());
    return writer.bytes();
  }

  /// An interchange without groups, for a TA1 alone.
  static byte[] interchangeOnly(
      Envelope envelope, java.util.function.Consumer<SegmentWriter> body) {
    var writer = new SegmentWriter(envelope.separators());
    writer.isa(envelope);
    body.accept(writer);
    writer.segment("IEA", "0", envelope.controlNumber());
    return writer.bytes();
  }

  void transaction(String type, String version, Runnable body) {
    transactions++;
    transactionNumber = header == null ? "%04d".formatted(transactions) : header.controlNumber();
    segmentsInTransaction = 0;
    segment("ST", type, transactionNumber, stated(version));
    body.run();
    segment("SE", Integer.toString(segmentsInTransaction + 1), transactionNumber);
  }

  // ST03 may be missing where GS08 says it.
  private String stated(String version) {
    if (header == null) return version;
    return header.isVersioned() ? header.version() : "";
  }

  /// BHT, as it was read or as the guide wants it.
  void begin(Envelope envelope, String structure, String purpose, String reference, String kind) {
    var read = header == null ? null : header.beginning();
    if (read == null) {
      segment(
          "BHT",
          structure,
          purpose,
          text(reference),
          DAY.format(envelope.preparedAt()),
          DateTimeFormatter.ofPattern("HHmm").format(envelope.preparedAt()),
          kind);
    } else {
      segment(
          "BHT",
          read.structure(),
          read.purpose(),
          text(read.reference() == null ? reference : read.reference()),
          day(read.on()),
          text(read.time()),
          read.kind());
    }
  }

  /// Writes a segment; empty elements at its end are left out. Values may be null for empty.
  void segment(String id, @Nullable String... elements) {
    int last = elements.length;
    while (last > 0 && isEmpty(elements[last - 1])) last--;
    out.append(id);
    for (int i = 0; i < last; i++) {
      out.append(separators.element());
      String value = elements[i];
      if (value != null) out.append(value);
    }
    out.append(separators.segment()).append('\n');
    segmentsInTransaction++;
  }

  /// A segment as it was read.
  void again(Segment segment) {
    segment(segment.id(), segment.elements().toArray(String[]::new));
  }

  /// A free text value made safe for an element.
  String text(@Nullable String value) {
    if (value == null) return "";
    var safe = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean isUnsafe =
          c == separators.element()
              || c == separators.component()
              || c == separators.repetition()
              || c == separators.segment()
              || c < ' ';
      safe.append(isUnsafe ? ' ' : c);
    }
    return safe.toString().strip();
  }

  /// Components of a composite; empty ones at its end are left out.
  String composite(@Nullable String... components) {
    int last = components.length;
    while (last > 0 && isEmpty(components[last - 1])) last--;
    var composite = new StringBuilder();
    for (int i = 0; i < last; i++) {
      if (i > 0) composite.append(separators.component());
      String value = components[i];
      if (value != null) composite.append(value);
    }
    return composite.toString();
  }

  String repeated(java.util.List<String> values) {
    return String.join(String.valueOf(separators.repetition()), values);
  }

  static String day(@Nullable LocalDate date) {
    return date == null ? "" : DAY.format(date);
  }

  /// The number of the first HL.
  int firstLevel() {
    return header == null ? 1 : header.firstLevel();
  }

  String groupNumber() {
    return groupNumber;
  }

  private void isa(Envelope envelope) {
    segment(
        "ISA",
        "00",
        " ".repeat(10),
        "00",
        " ".repeat(10),
        envelope.senderQualifier(),
        padded(envelope.senderId()),
        envelope.receiverQualifier(),
        padded(envelope.receiverId()),
        DateTimeFormatter.ofPattern("uuMMdd").format(envelope.preparedAt()),
        DateTimeFormatter.ofPattern("HHmm").format(envelope.preparedAt()),
        String.valueOf(separators.repetition()),
        "00501",
        envelope.controlNumber(),
        "0",
        envelope.test() ? "T" : "P",
        String.valueOf(separators.component()));
  }

  private static String padded(String id) {
    return "%-15s".formatted(id.length() > 15 ? id.substring(0, 15) : id);
  }

  private static boolean isEmpty(@Nullable String value) {
    return value == null || value.isEmpty();
  }

  private byte[] bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
