package org.cleanclaim.x12.tool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cleanclaim.x12.lexer.Segment;

/// One part of a split file: a whole interchange with one group and one transaction set.
final class SplitPart implements AutoCloseable {
  private static final String TRANSACTION_NUMBER = "0001";

  private final OutputStream out;
  private final Segment isa;
  private final long number;
  private int segmentsInTransaction;
  private int levels;

  // Whether a level has children in this part is known later; what follows it waits so long.
  private int waitingLevel;
  private byte[] beforeAnswer = {};
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

  SplitPart(
      OutputStream out,
      Segment isa,
      List<Segment> acknowledgments,
      Segment gs,
      Segment st,
      long number)
      throws IOException {
    this.out = out;
    this.isa = isa;
    this.number = number;
    put(bytes(isa, Map.of(13, "%09d".formatted(number))));
    for (Segment acknowledgment : acknowledgments) put(bytes(acknowledgment, Map.of()));
    put(bytes(gs, Map.of(6, Long.toString(number))));
    put(bytes(st, Map.of(2, TRANSACTION_NUMBER)));
    segmentsInTransaction = 1;
  }

  void write(Segment segment) throws IOException {
    segmentsInTransaction++;
    put(bytes(segment, Map.of()));
  }

  /// Writes a level under a new number and gives that number.
  ///
  /// @param parent 0 at the top
  int writeLevel(Segment hl, int parent, boolean hasChild) throws IOException {
    if (waitingLevel > 0) answer(parent == waitingLevel);
    segmentsInTransaction++;
    levels++;
    var changed =
        Map.of(1, Integer.toString(levels), 2, parent == 0 ? "" : Integer.toString(parent));
    if (hasChild) {
      put(bytes(hl, with(changed, "1")));
    } else if (hl.elementIs(4, "1")) {
      waitingLevel = levels;
      beforeAnswer = bytes(hl, with(changed, ""));
    } else {
      put(bytes(hl, changed));
    }
    return levels;
  }

  private static Map<Integer, String> with(Map<Integer, String> changed, String child) {
    return Map.of(1, changed.getOrDefault(1, ""), 2, changed.getOrDefault(2, ""), 4, child);
  }

  private void answer(boolean hasChild) throws IOException {
    out.write(beforeAnswer);
    out.write(hasChild ? '1' : '0');
    end(out);
    waiting.writeTo(out);
    waiting.reset();
    waitingLevel = 0;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      if (waitingLevel > 0) answer(false);
      char by = isa.separators().element();
      put(text("SE" + by + (segmentsInTransaction + 1) + by + TRANSACTION_NUMBER));
      put(text("GE" + by + 1 + by + number));
      put(text("IEA" + by + 1 + by + "%09d".formatted(number)));
    }
  }

  private void put(byte[] segment) throws IOException {
    OutputStream to = waitingLevel > 0 ? waiting : out;
    to.write(segment);
    end(to);
  }

  private void end(OutputStream to) throws IOException {
    char terminator = isa.separators().segment();
    to.write(terminator);
    if (terminator != '\n' && terminator != '\r') to.write('\n');
  }

  /// The segment as it was sent, with some elements changed.
  private static byte[] bytes(Segment segment, Map<Integer, String> changed) {
    int last = segment.elementCount();
    for (int position : changed.keySet()) last = Math.max(last, position);
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(text(segment.id()));
    for (int i = 1; i <= last; i++) {
      bytes.write(segment.separators().element());
      String value = changed.get(i);
      if (value != null) {
        bytes.writeBytes(text(value));
      } else if (i <= segment.elementCount()) {
        bytes.write(segment.bytes(), segment.elementStart(i), segment.length(i));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] text(String ascii) {
    return ascii.getBytes(StandardCharsets.ISO_8859_1);
  }
}
