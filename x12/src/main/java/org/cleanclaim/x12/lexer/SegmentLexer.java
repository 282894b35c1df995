package org.cleanclaim.x12.lexer;

import java.io.IOException;
import java.io.InputStream;
import org.cleanclaim.x12.lexer.Segment.Damage;
import org.jspecify.annotations.Nullable;

/// Reads segments one by one. Separators come from each ISA; anything before the first ISA is
/// passed over; line breaks after or inside segments do not count. Memory is bounded by the longest
/// segment, whatever the file's size.
public final class SegmentLexer extends Window {
  /// A segment longer than this is damage: the lexer gives its beginning and passes over the rest.
  public static final int LONGEST_SEGMENT = 1 << 20;

  /// Binary data (BIN, BDS) longer than this is taken for damage.
  public static final int LONGEST_BINARY = 1 << 26;

  private final Delimiters delimiters = new Delimiters();
  private final SegmentMaker maker = new SegmentMaker(this, delimiters);
  private final Segment segment = maker.segment;
  private final SegmentNames names = maker.names;
  private final IsaReader isa = new IsaReader(this, delimiters, maker);
  private final FileBeginning beginning = new FileBeginning(this, delimiters, isa);
  private final BinaryReader binary = new BinaryReader(this, delimiters, maker);
  private final TransactionTaker taker = new TransactionTaker(this, delimiters);
  private final boolean isPart;

  private boolean isInside;
  private boolean hasIsa;
  private boolean endedInsideSegment;
  private int number;

  public SegmentLexer(InputStream in) {
    super(in);
    this.isPart = false;
  }

  SegmentLexer(TakenTransaction taken) {
    super(taken.buffer, taken.from, taken.to);
    this.isPart = true;
    this.isInside = true;
    delimiters.use(taken.separators);
    delimiters.isLineEach = taken.isLineEach;
  }

  /// The next segment, or null at the end of the file. It is the same object each time: see
  /// [Segment#keep].
  public @Nullable Segment next() throws IOException {
    if (!isInside) isInside = beginning.find();
    while (isInside && skipBlanks()) {
      boolean mayBeIsa = IsaReader.mayBegin(bytes[position]);
      if (mayBeIsa && isa.startsAt(position)) return isa();
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
    return offsetOf(position);
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

  // What the loop needs is at hand in local variables: this is where the time goes.
  private Segment segment() throws IOException {
    Delimiters delimiters = this.delimiters;
    Segment segment = this.segment;
    byte element = delimiters.element;
    byte terminator = delimiters.terminator;
    long elements = delimiters.elements;
    long terminators = delimiters.terminators;
    while (true) {
      byte[] bytes = this.bytes;
      int limit = this.limit;
      int i = position;
      segment.open(bytes, i, delimiters.separators, number + 1, offsetOf(i));
      boolean hasBreaks = false;
      long seen = 0;
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
      if (isAtEnd && limit - i < 8) return lastBytes(i, hasBreaks);
      if (limit - position >= LONGEST_SEGMENT) return tooLong();
      fill();
    }
  }

  // The file's last seven bytes, which fill no word.
  private Segment lastBytes(int from, boolean breaksBefore) throws IOException {
    boolean hasBreaks = breaksBefore;
    int limit = this.limit;
    for (int i = from; i < limit; i++) {
      byte b = bytes[i];
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
        position = swallowed;
        return maker.cutAt(swallowed);
      }
    }
    if (hasBreaks) {
      maker.withoutBreaks(end, number + 1, damage, Integer.MAX_VALUE);
    } else {
      segment.close(end, names, damage, isAscii);
    }
    position = next;
    return BinaryReader.isBinary(segment.idCode())
        ? binary.lengthened(segment, number + 1)
        : segment;
  }

  // In a file with one segment a line, a line break before the beginning of a segment ends the one
  // before it.
  private boolean isLostTerminator(int at) {
    int limit = this.limit;
    if (!delimiters.isLineEach || at + 8 > limit) return false;
    byte[] bytes = this.bytes;
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
      for (int i = position; i < limit; i++) {
        byte b = bytes[i];
        if (b == delimiters.terminator || (delimiters.isLineEach && b == '\n')) {
          position = i + 1;
          return;
        }
      }
      position = limit;
      if (isAtEnd) {
        endedInsideSegment = true;
        return;
      }
      fill();
    }
  }
}
