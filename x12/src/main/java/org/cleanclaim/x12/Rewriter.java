package org.cleanclaim.x12;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;
import org.cleanclaim.x12.lexer.Segment;
import org.cleanclaim.x12.v005010.AcknowledgmentWriter;
import org.cleanclaim.x12.v005010.Guides;
import org.cleanclaim.x12.v005010.TransactionWriter;
import org.jspecify.annotations.Nullable;

/// Writes a file that was read. A transaction whose record is what the segments say is written as
/// it came, so that nothing gets lost that no field holds. Of a changed one the segments are taken
/// that the change touches; the others stay in place.
final class Rewriter {
  private final Separators separators;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Rewriter(Separators separators) {
    this.separators = separators;
  }

  static byte[] write(X12File file) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(piece(List.of(), file.outside().groups(), file.outside().source()));
    for (Interchange interchange : file.interchanges()) {
      out.writeBytes(
          piece(interchange.acknowledgments(), interchange.groups(), interchange.source()));
    }
    return out.toByteArray();
  }

  private static byte[] piece(
      List<InterchangeAcknowledgment> acknowledgments,
      List<ReadGroup> groups,
      List<Segment> source) {
    if (source.isEmpty()) return new byte[0];
    var rewriter = new Rewriter(source.getFirst().separators());
    rewriter.write(acknowledgments.iterator(), groups, source);
    return rewriter.out.toByteArray();
  }

  private void write(
      Iterator<InterchangeAcknowledgment> acknowledgments,
      List<ReadGroup> groups,
      List<Segment> source) {
    Map<Integer, Transaction> byFirstSegment = new HashMap<>();
    for (ReadGroup group : groups) {
      for (Transaction transaction : group.transactions()) {
        byFirstSegment.put(transaction.header().span().firstSegment(), transaction);
      }
    }
    for (int i = 0; i < source.size(); i++) {
      Segment segment = source.get(i);
      if (segment.is("TA1")) {
        acknowledgment(segment, acknowledgments);
        continue;
      }
      if (!segment.is("ST")) {
        line(segment);
        continue;
      }
      int end = end(source, i);
      transaction(source.subList(i, end), byFirstSegment.get(segment.number()));
      i = end - 1;
    }
  }

  /// A TA1 whose record is no longer there is left out; one that is no TA1 comes back as it stood.
  private void acknowledgment(Segment ta1, Iterator<InterchangeAcknowledgment> records) {
    var before = Guides.interchangeAcknowledgment(ta1, Faults.ignored());
    if (before.isEmpty()) {
      line(ta1);
      return;
    }
    if (!records.hasNext()) return;
    var now = records.next();
    if (now.equals(before.get())) {
      line(ta1);
      return;
    }
    var elements = new ArrayList<String>();
    elements.add("TA1");
    elements.addAll(AcknowledgmentWriter.elements(now));
    line(elements);
  }

  /// Where the transaction that begins at `start` is over: behind its SE, or before what comes next
  /// when that is missing.
  private static int end(List<Segment> source, int start) {
    for (int i = start + 1; i < source.size(); i++) {
      switch (source.get(i).id()) {
        case "SE" -> {
          return i + 1;
        }
        case "ST", "GE", "GS", "IEA", "ISA" -> {
          return i;
        }
        default -> {}
      }
    }
    return source.size();
  }

  /// A transaction that is no longer among the records was taken out: nothing is written.
  private void transaction(List<Segment> source, @Nullable Transaction now) {
    if (now == null) return;
    boolean isClosed = source.getLast().is("SE");
    var body = isClosed ? source.subList(0, source.size() - 1) : source;
    Transaction before = Guides.read(now.header(), body, Faults.ignored());
    if (before.equals(now)) {
      source.forEach(this::line);
      return;
    }
    List<List<String>> merged = SegmentMerge.merge(elements(body), typed(before), typed(now));
    for (List<String> segment : merged) line(segment);
    line(List.of("SE", Integer.toString(merged.size() + 1), now.header().controlNumber()));
  }

  private List<List<String>> typed(Transaction transaction) {
    return alone(transaction, separators);
  }

  /// The segments from ST on, without SE, that the writer makes of a record alone.
  static List<List<String>> alone(Transaction transaction, Separators separators) {
    byte[] bytes = TransactionWriter.again(transaction, separators);
    var segments = new ArrayList<Segment>();
    try {
      X12Reader.segments(new ByteArrayInputStream(bytes), s -> segments.add(s.keep()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory are always readable
    }
    segments.removeIf(s -> s.is("SE"));
    return elements(segments);
  }

  private static List<List<String>> elements(List<Segment> segments) {
    var all = new ArrayList<List<String>>();
    for (Segment segment : segments) {
      var elements = new ArrayList<String>();
      elements.add(segment.id());
      elements.addAll(segment.elements());
      all.add(elements);
    }
    return all;
  }

  private void line(Segment segment) {
    out.write(segment.bytes(), segment.start(), segment.end() - segment.start());
    close();
  }

  private void line(List<String> elements) {
    String text = String.join(String.valueOf(separators.element()), elements);
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    close();
  }

  private void close() {
    out.write(separators.segment());
    if (separators.segment() != '\n' && separators.segment() != '\r') out.write('\n');
  }
}
