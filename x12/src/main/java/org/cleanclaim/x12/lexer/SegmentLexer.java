package org.cleanclaim.x12.lexer;

import java.io.IOException;
import java.io.InputStream;
import org.cleanclaim.x12.lexer.Segment.Damage;
import org.jspecify.annotations.Nullable;

/// Reads segments one by one. Separators come from each ISA; anything before the first ISA is
/// passed over; line breaks after or inside segments do not count. Memory is bounded by the longest
/// segment, whatever the file's size.
public final class SegmentLexer {
  /// A segment longer than this is damage: the lexer gives its beginning and passes over the rest.
  public static final int LONGEST_SEGMENT = 1 << 20;

  /// Binary data (BIN, BDS) longer than this is taken for damage.
  public static final int LONGEST_BINARY = 1 << 26;

  private final Window window;
  private final Delimiters delimiters = new Delimiters();
  private final SegmentMaker maker;
  private final Segment segment;
  private final IsaReader isa;
  private final FileBeginning beginning;
  private final BinaryReader binary;
  private final TransactionTaker taker;
  private final boolean isPart;

  private boolean isInside;
  private boolean hasIsa;
  private boolean endedInsideSegment;
  private int number;

  public SegmentLexer(InputStream in) {
    this(new Window(in), false);
  }

  SegmentLexer(TakenTransaction taken) {
    this(new Window(taken.buffer, taken.from, taken.to), true);
    delimiters.use(taken.separators);
    delimiters.isLineEach = taken.isLineEach;
  }

  private SegmentLexer(Window window, boolean isPart) {
    this.window = window;
    this.isPart = isPart;
    this.isInside = isPart;
    this.maker = new SegmentMaker(window, delimiters);
    this.segment = maker.segment;
    this.isa = new IsaReader(window, delimiters, maker);
    this.beginning = new FileBeginning(window, delimiters, isa);
    this.binary = new BinaryReader(window, delimiters, maker);
    this.taker = new TransactionTaker(window, delimiters);
  }

  /// The next segment, or null at the end of the file. It is the same object each time: see
  /// [Segment#keep].
  public @Nullable Segment next() throws IOException {
    if (!isInside) isInside = beginning.find();
    while (isInside && window.skipBlanks()) {
      if (isa.startsAt(window.position)) return isa();
      segment.forget();
      Segment read = segment();
      if (read.start() < read.end()) {
        number++;
        return read;
      }
    }
    return null;
  }

  /// Bytes before the first ISA that are neither blank nor a byte order mark.
  public long skippedBytes() {
    return beginning.skippedBytes();
  }

  /// Whether the file stopped inside a segment, without its terminator.
  public boolean endedInsideSegment() {
    return endedInsideSegment;
  }

  /// Whether an ISA was found: without one the separators are a guess.
  public boolean hasIsa() {
    return hasIsa;
  }

  /// How many bytes have been read so far.
  public long bytesRead() {
    return window.offsetOf(window.position);
  }

  /// Takes the transaction whose ST was read last, from ST to before SE, and goes on with its SE.
  /// Null, and nothing is taken, when it is longer than `most`, is not closed, or holds binary
  /// data: then it is read segment by segment.
  public @Nullable TakenTransaction takeTransaction(int most) throws IOException {
    return taker.take(segment.start(), most);
  }

  /// Takes back the bytes of a transaction that nobody reads any more.
  public void giveBack(TakenTransaction taken) {
    taker.giveBack(taken);
  }

  private Segment isa() throws IOException {
    hasIsa = true;
    number = 1;
    Segment read = isa.read();
    endedInsideSegment |= read.damage() == Damage.TRUNCATED;
    return read;
  }

  private Segment segment() throws IOException {
    byte element = delimiters.element;
    byte terminator = delimiters.terminator;
    long elements = delimiters.elements;
    long terminators = delimiters.terminators;
    while (true) {
      maker.open(number + 1);
      byte[] bytes = window.bytes;
      int limit = window.limit;
      boolean hasBreaks = false;
      long seen = 0;
      int i = window.position;
      for (; i + 8 <= limit; i += 8) {
        long word = EightBytes.at(bytes, i);
        seen |= word;
        long hits =
            EightBytes.zeroes(word ^ elements)
                | EightBytes.zeroes(word ^ terminators)
                | EightBytes.controls(word);
        for (; hits != 0; hits &= hits - 1) {
          int at = i + EightBytes.first(hits);
          byte b = bytes[at];
          if (b == element) {
            segment.separator(at);
          } else if (b == terminator) {
            return close(at, at + 1, Damage.NONE, hasBreaks, EightBytes.isAscii(seen));
          } else if (b == '\n' || b == '\r') {
            if (isLostTerminator(at)) {
              return close(at, at + 1, Damage.LOST_TERMINATOR, hasBreaks, false);
            }
            hasBreaks = true;
          }
        }
      }
      if (window.isAtEnd && limit - i < 8) return lastBytes(i, hasBreaks);
      if (limit - window.position >= LONGEST_SEGMENT) return tooLong();
      window.fill();
    }
  }

  // The file's last seven bytes, which fill no word.
  private Segment lastBytes(int from, boolean breaksBefore) throws IOException {
    boolean hasBreaks = breaksBefore;
    int limit = window.limit;
    for (int i = from; i < limit; i++) {
      byte b = window.bytes[i];
      if (b == delimiters.element) {
        segment.separator(i);
      } else if (b == delimiters.terminator) {
        return close(i, i + 1, Damage.NONE, hasBreaks, false);
      } else if (b == '\n' || b == '\r') {
        hasBreaks = true;
      }
    }
    if (isPart) return close(limit, limit, Damage.LOST_TERMINATOR, hasBreaks, false);
    endedInsideSegment = true;
    Segment last = close(limit, limit, Damage.TRUNCATED, hasBreaks, false);
    // An IEA with both its elements may be the last word all the same.
    if (last.is("IEA") && last.elementCount() == 2) last.mark(Damage.LOST_TERMINATOR);
    return last;
  }

  private Segment close(int end, int next, Damage damage, boolean hasBreaks, boolean isAscii)
      throws IOException {
    if (segment.elementCount() > IsaReader.ELEMENTS) {
      int swallowed = isa.swallowed();
      if (swallowed > 0) {
        window.position = swallowed;
        return maker.cutAt(swallowed);
      }
    }
    if (hasBreaks) {
      maker.withoutBreaks(end, number + 1, damage, Integer.MAX_VALUE);
    } else {
      segment.close(end, maker.names, damage, isAscii);
    }
    window.position = next;
    return BinaryReader.isBinary(segment.idCode())
        ? binary.lengthened(segment, number + 1)
        : segment;
  }

  // In a file with one segment a line, a line break before the beginning of a segment ends the one
  // before it.
  private boolean isLostTerminator(int at) {
    int limit = window.limit;
    if (!delimiters.isLineEach || at + 8 > limit) return false;
    byte[] bytes = window.bytes;
    int i = at;
    while (i < limit && (bytes[i] == '\r' || bytes[i] == '\n')) i++;
    int letters = 0;
    while (i < limit && isCapitalOrDigit(bytes[i])) {
      i++;
      letters++;
    }
    return (letters == 2 || letters == 3) && i < limit && bytes[i] == delimiters.element;
  }

  private static boolean isCapitalOrDigit(byte b) {
    return (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
  }

  private Segment tooLong() throws IOException {
    Segment cut = maker.beginning(LONGEST_SEGMENT, number + 1);
    passOver();
    return cut;
  }

  private void passOver() throws IOException {
    while (true) {
      for (int i = window.position; i < window.limit; i++) {
        byte b = window.bytes[i];
        if (b == delimiters.terminator || (delimiters.isLineEach && b == '\n')) {
          window.position = i + 1;
          return;
        }
      }
      window.position = window.limit;
      if (window.isAtEnd) {
        endedInsideSegment = true;
        return;
      }
      window.fill();
    }
  }
}
