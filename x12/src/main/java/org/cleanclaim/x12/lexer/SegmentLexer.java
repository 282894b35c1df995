package org.cleanclaim.x12.lexer;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.lexer.Segment.Damage;
import org.jspecify.annotations.Nullable;

/// Reads segments one by one. Separators come from each ISA; anything before the first ISA is
/// passed over; line breaks after or inside segments do not count. Memory is bounded by the longest
/// segment, whatever the file's size.
///
/// Eight bytes are looked at in one step: the separators and the control characters of a word are
/// found by arithmetic on it (SWAR), so that text costs next to nothing.
public final class SegmentLexer {
  /// A segment longer than this is damage: the lexer gives its beginning and passes over the rest.
  public static final int LONGEST_SEGMENT = 1 << 20;

  /// Binary data (BIN, BDS) longer than this is taken for damage.
  public static final int LONGEST_BINARY = 1 << 26;

  private static final int BUFFER = 1 << 17;
  private static final int ISA_ELEMENTS = 16;
  private static final int LONGEST_ISA = 400;
  private static final int BIN = SegmentNames.code("BIN");
  private static final int BDS = SegmentNames.code("BDS");
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long[] ENDINGS = endings();
  private static final long EACH_BYTE = 0x0101010101010101L;
  private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
  private static final long HIGH_BITS = ~LOW_BITS;
  private static final long NOT_CONTROL = 0xE0E0E0E0E0E0E0E0L;

  private final InputStream in;
  private final SegmentNames names = new SegmentNames();
  private final ShortTexts shortTexts = new ShortTexts();
  private final Segment segment = new Segment(shortTexts);
  private final ArrayDeque<byte[]> free = new ArrayDeque<>();
  private byte[] buffer;
  private int position;
  private int limit;
  private long bufferOffset;
  private boolean isAtEnd;

  private Separators separators = Separators.STANDARD;
  private byte element;
  private byte terminator;
  private long elementWord;
  private long terminatorWord;
  private boolean isInside;
  private boolean isPart;
  private boolean hasIsa;
  private boolean isLineEach;
  private boolean endedInsideSegment;
  private long skippedBytes;
  private int number;

  public SegmentLexer(InputStream in) {
    this.in = in;
    this.buffer = new byte[BUFFER];
  }

  SegmentLexer(TakenTransaction taken) {
    this.in = InputStream.nullInputStream();
    this.buffer = taken.buffer;
    this.position = taken.from;
    this.limit = taken.to;
    this.bufferOffset = -taken.from;
    this.isAtEnd = true;
    use(taken.separators);
    this.isInside = true;
    this.isPart = true;
    this.isLineEach = taken.isLineEach;
  }

  /// The next segment, or null at the end of the file. It is the same object each time: see
  /// [Segment#keep].
  public @Nullable Segment next() throws IOException {
    if (!isInside && !findBeginning()) return null;
    while (skipBlanks()) {
      if (startsIsa(position)) return isa();
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
    return skippedBytes;
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
    return bufferOffset + position;
  }

  /// Takes the transaction whose ST was read last, from ST to before SE, and goes on with its SE.
  /// Null, and nothing is taken, when it is longer than `most`, is not closed, or holds binary
  /// data: then it is read segment by segment.
  public @Nullable TakenTransaction takeTransaction(int most) throws IOException {
    int behindSt = position - segment.start();
    position = segment.start();
    int i = position;
    while (true) {
      for (i = passOver(i); i + 8 <= limit; i = passOver(i)) {
        long word = (long) WORDS.get(buffer, i);
        long hits = zeroes(word ^ terminatorWord);
        // In a file with one segment a line a terminator may be lost before the line break.
        if (isLineEach) hits |= zeroes(word ^ ('\n' * EACH_BYTE));
        while (hits != 0) {
          int next = i + (Long.numberOfTrailingZeros(hits) >>> 3) + 1;
          while (next < limit && buffer[next] <= ' ' && buffer[next] >= 0) next++;
          if (next + 4 > limit) break;
          hits &= hits - 1;
          if (ENDINGS[pair(buffer[next], buffer[next + 1])] == 0) continue;
          if (isName(next, 'S', 'E') && buffer[next + 2] == element) return take(next);
          if (endsPlainTransaction(next)) {
            position += behindSt;
            return null;
          }
        }
        if (hits != 0 && !isAtEnd) break;
        i += 8;
      }
      int scanned = i - position;
      if (isAtEnd || limit - position >= most) {
        position += behindSt;
        return null;
      }
      compact();
      grow();
      read();
      i = position + scanned;
    }
  }

  // Where the first word from `at` on stands that may end or begin an envelope, or that is not
  // plain. Without a branch for each segment: what no terminator precedes is looked at alike.
  private int passOver(int at) {
    if (isLineEach) return at;
    int i = at;
    for (; i + 8 + 2 < limit; i += 8) {
      long hits = zeroes((long) WORDS.get(buffer, i) ^ terminatorWord);
      int next = i + (Long.numberOfTrailingZeros(hits) >>> 3) + 1;
      byte first = buffer[next];
      long isBlank = (long) (first - '!') >> 63;
      long isSeveral = hits - 1;
      if ((hits & (ENDINGS[pair(first, buffer[next + 1])] | isBlank | isSeveral)) != 0) break;
    }
    return i;
  }

  /// Takes back the bytes of a transaction that nobody reads any more.
  public void giveBack(TakenTransaction taken) {
    if (taken.buffer.length >= BUFFER) free.push(taken.buffer);
  }

  // A long transaction goes away in the buffer that it fills, a short one as a copy.
  private TakenTransaction take(int end) {
    if (end - position < limit - end) {
      byte[] copy = Arrays.copyOfRange(buffer, position, end);
      position = end;
      return new TakenTransaction(copy, 0, copy.length, separators, isLineEach);
    }
    var taken = new TakenTransaction(buffer, position, end, separators, isLineEach);
    byte[] next = free.poll();
    if (next == null || next.length < limit - end) next = new byte[buffer.length];
    System.arraycopy(buffer, end, next, 0, limit - end);
    buffer = next;
    bufferOffset += end;
    limit -= end;
    position = 0;
    return taken;
  }

  // An envelope's segment or binary data, by its name: ISA, IEA, BIN, BDS need no third letter.
  private boolean endsPlainTransaction(int at) {
    char first = (char) (buffer[at] & ~0x20);
    return first == 'I' || first == 'B' || !Character.isLetterOrDigit(buffer[at + 2]);
  }

  // By the first two letters of a name: all bits set where an envelope's segment or binary data may
  // stand.
  private static long[] endings() {
    var endings = new long[1 << 10];
    for (String name : List.of("ST", "SE", "GS", "GE", "ISA", "IEA", "BIN", "BDS")) {
      endings[pair((byte) name.charAt(0), (byte) name.charAt(1))] = -1;
    }
    return endings;
  }

  // Two letters without regard to case.
  private static int pair(byte first, byte second) {
    return (first & 31) << 5 | (second & 31);
  }

  private boolean isName(int at, char first, char second) {
    return (buffer[at] & ~0x20) == first
        && (buffer[at + 1] & ~0x20) == second
        && !Character.isLetterOrDigit(buffer[at + 2]);
  }

  private Segment segment() throws IOException {
    boolean hasBreaks = false;
    segment.open(buffer, position, separators, number + 1, bufferOffset + position);
    int i = position;
    long seen = 0;
    while (true) {
      while (i + 8 <= limit) {
        long word = (long) WORDS.get(buffer, i);
        seen |= word;
        long hits =
            zeroes(word ^ elementWord) | zeroes(word ^ terminatorWord) | zeroes(word & NOT_CONTROL);
        while (hits != 0) {
          int at = i + (Long.numberOfTrailingZeros(hits) >>> 3);
          byte b = buffer[at];
          if (b == element) {
            segment.separator(at);
          } else if (b == terminator) {
            return close(at, at + 1, Damage.NONE, hasBreaks, (seen & HIGH_BITS) == 0);
          } else if (b == '\n' || b == '\r') {
            if (isLostTerminator(at)) {
              return close(at, at + 1, Damage.LOST_TERMINATOR, hasBreaks, false);
            }
            hasBreaks = true;
          }
          hits &= hits - 1;
        }
        i += 8;
      }
      if (isAtEnd && limit - i < 8) return lastBytes(i, hasBreaks);
      if (limit - position >= LONGEST_SEGMENT) return tooLong();
      hasBreaks = false;
      seen = 0;
      fill();
      segment.open(buffer, position, separators, number + 1, bufferOffset + position);
      i = position;
    }
  }

  // The file's last seven bytes, which fill no word.
  private Segment lastBytes(int from, boolean breaksBefore) throws IOException {
    boolean hasBreaks = breaksBefore;
    for (int i = from; i < limit; i++) {
      byte b = buffer[i];
      if (b == element) {
        segment.separator(i);
      } else if (b == terminator) {
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
    int count = segment.elementCount();
    if (count > ISA_ELEMENTS) {
      int swallowed = swallowedIsa();
      if (swallowed > 0) {
        dropElementsFrom(swallowed);
        segment.close(swallowed, names, Damage.LOST_TERMINATOR, false);
        position = swallowed;
        return segment;
      }
    }
    if (hasBreaks) {
      squeeze(end, damage);
    } else {
      segment.close(end, names, damage, isAscii);
    }
    position = next;
    int id = segment.idCode();
    return id == BIN || id == BDS ? binary(id == BIN ? 1 : 2) : segment;
  }

  /// Line breaks inside a segment: it is copied without them.
  private void squeeze(int end, Damage damage) {
    int start = position;
    byte[] plain = new byte[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      if (buffer[i] != '\n' && buffer[i] != '\r') plain[length++] = buffer[i];
    }
    segment.open(plain, 0, separators, number + 1, bufferOffset + start);
    for (int i = 0; i < length; i++) {
      if (plain[i] == element) segment.separator(i);
    }
    segment.close(length, names, damage, false);
  }

  /// In a file with one segment a line, a line break before the beginning of a segment ends the one
  /// before it.
  private boolean isLostTerminator(int at) throws IOException {
    if (!isLineEach || at + 8 > limit) return false;
    int i = at;
    while (i < limit && (buffer[i] == '\r' || buffer[i] == '\n')) i++;
    int letters = 0;
    while (i < limit && isCapitalOrDigit(buffer[i])) {
      i++;
      letters++;
    }
    return (letters == 2 || letters == 3) && i < limit && buffer[i] == element;
  }

  /// Where an ISA begins inside the segment, or -1: the interchange before it was cut off.
  private int swallowedIsa() throws IOException {
    for (int i = 0; i + ISA_ELEMENTS <= segment.elementCount(); i++) {
      int at = segment.separatorAt(i) - 3;
      if (at > position && startsIsa(at)) return at;
    }
    return -1;
  }

  private void dropElementsFrom(int at) {
    int count = 0;
    while (count < segment.elementCount() && segment.separatorAt(count) < at) count++;
    segment.keepElements(count);
  }

  /// BIN and BDS say how long their data is: any byte may stand in it.
  private Segment binary(int lengthAt) throws IOException {
    if (segment.elementCount() <= lengthAt) return segment;
    String text = segment.element(lengthAt);
    if (text.isEmpty() || text.length() > 8 || !text.chars().allMatch(Character::isDigit)) {
      return segment;
    }
    int start = (int) (segment.byteOffset() - bufferOffset);
    int length = Integer.parseInt(text);
    int dataStart = start;
    for (int found = 0; found <= lengthAt; dataStart++) {
      if (buffer[dataStart] == element) found++;
    }
    if (length > LONGEST_BINARY) return segment;
    int shift = dataStart - start;
    int afterwards = position - start;
    position = start;
    boolean isThere = ensure(shift + length + 1);
    if (!isThere || buffer[position + shift + length] != terminator) {
      position += afterwards;
      return reopened(afterwards);
    }
    segment.open(buffer, position, separators, number + 1, bufferOffset + position);
    int found = 0;
    for (int i = position; found <= lengthAt; i++) {
      if (buffer[i] == element) {
        segment.separator(i);
        found++;
      }
    }
    segment.close(position + shift + length, names, Damage.NONE, false);
    position += shift + length + 1;
    return segment;
  }

  // The buffer may have moved while the binary data was looked for.
  private Segment reopened(int length) {
    int start = position - length;
    segment.open(buffer, start, separators, number + 1, bufferOffset + start);
    int end = position;
    while (end > start && buffer[end - 1] == terminator) end--;
    for (int i = start; i < end; i++) {
      if (buffer[i] == element) segment.separator(i);
    }
    segment.close(end, names, Damage.BINARY_LENGTH, false);
    return segment;
  }

  private Segment tooLong() throws IOException {
    Segment cut = new Segment(shortTexts);
    cut.open(
        Arrays.copyOfRange(buffer, position, position + LONGEST_SEGMENT),
        0,
        separators,
        number + 1,
        bufferOffset + position);
    for (int i = 0; i < LONGEST_SEGMENT; i++) {
      if (cut.bytes()[i] == element) cut.separator(i);
    }
    cut.close(LONGEST_SEGMENT, names, Damage.TOO_LONG, false);
    passOver();
    return cut;
  }

  private void passOver() throws IOException {
    while (true) {
      for (int i = position; i < limit; i++) {
        if (buffer[i] == terminator || (isLineEach && buffer[i] == '\n')) {
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

  private static long zeroes(long word) {
    return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
  }

  private static boolean isCapitalOrDigit(byte b) {
    return (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
  }

  /// Goes to the next byte that is not blank; false at the end of the file.
  private boolean skipBlanks() throws IOException {
    while (true) {
      while (position < limit) {
        byte b = buffer[position];
        if (b > ' ' || b < 0) return true;
        position++;
      }
      if (isAtEnd) return false;
      fill();
    }
  }

  private boolean findBeginning() throws IOException {
    if (!skipBlanks()) return false;
    ensure(LONGEST_ISA);
    if (limit - position >= 3 && (buffer[position] & 0xFF) == 0xEF) position += 3;
    if (!skipBlanks()) return false;
    isInside = true;
    if (startsIsa(position)) return true;
    if (startsWithoutIsa()) return true;
    isInside = false;
    while (true) {
      for (; position + 4 <= limit; position++) {
        if (startsIsa(position) && isLikelyIsa()) {
          isInside = true;
          return true;
        }
        if (buffer[position] > ' ' || buffer[position] < 0) skippedBytes++;
      }
      if (isAtEnd) {
        skippedBytes += limit - position;
        position = limit;
        return false;
      }
      fill();
    }
  }

  // In other text the letters alone say little: sixteen elements have to follow, and the twelfth is
  // a version of five digits.
  private boolean isLikelyIsa() throws IOException {
    ensure(LONGEST_ISA);
    byte by = buffer[position + 3];
    int found = 0;
    int digits = 0;
    for (int i = position; i < Math.min(limit, position + LONGEST_ISA); i++) {
      byte b = buffer[i];
      if (b == by && ++found == ISA_ELEMENTS) return digits == 5;
      if (b != by && found == 12 && b > ' ') digits += b >= '0' && b <= '9' ? 1 : 16;
    }
    return false;
  }

  /// A file that begins with GS or ST: the separators are taken from what stands there.
  private boolean startsWithoutIsa() {
    if (limit - position < 8) return false;
    boolean isGroup = buffer[position] == 'G' && buffer[position + 1] == 'S';
    boolean isSet = buffer[position] == 'S' && buffer[position + 1] == 'T';
    byte separator = buffer[position + 2];
    if ((!isGroup && !isSet) || separator <= ' ' || Character.isLetterOrDigit(separator)) {
      return false;
    }
    byte end = '\n';
    for (int i = position; i < limit; i++) {
      if (buffer[i] == '~') end = '~';
    }
    use(new Separators((char) separator, ':', '^', (char) end));
    return true;
  }

  /// Whether ISA and a separator stand at a place.
  private boolean startsIsa(int at) throws IOException {
    if (buffer[at] != 'I' && buffer[at] != 'i') return false;
    int offset = at - position;
    if (at + 4 > limit && !ensure(offset + 4)) return false;
    int i = position + offset;
    int separator = buffer[i + 3];
    return (buffer[i + 1] | 0x20) == 's'
        && (buffer[i + 2] | 0x20) == 'a'
        && separator > ' '
        && !Character.isLetterOrDigit(separator);
  }

  // ISA is told by counting its sixteen elements, not by its width: senders get the width wrong.
  private Segment isa() throws IOException {
    ensure(LONGEST_ISA);
    byte by = buffer[position + 3];
    segment.open(buffer, position, separators, 1, bufferOffset + position);
    number = 1;
    hasIsa = true;
    int last = Math.min(limit, position + LONGEST_ISA);
    boolean hasBreaks = false;
    int i = position;
    for (; i < last && segment.elementCount() < ISA_ELEMENTS; i++) {
      if (buffer[i] == by) segment.separator(i);
      if (buffer[i] == '\n' || buffer[i] == '\r') hasBreaks = true;
    }
    if (segment.elementCount() < ISA_ELEMENTS || i + 1 >= limit) return brokenIsa(by, i, last);
    byte component = buffer[i];
    byte end = buffer[i + 1];
    // An ISA that lacks elements took some of the next segment: its separators would be letters.
    if (Character.isLetterOrDigit(end)) return brokenIsa(by, i, last);
    int next = i + 2;
    segment.close(i + 1, names, Damage.NONE, false);
    use(new Separators((char) by, (char) (component & 0xFF), repetition(), (char) (end & 0xFF)));
    isLineEach = !hasBreaks && next < limit && (buffer[next] == '\r' || buffer[next] == '\n');
    if (hasBreaks) {
      squeezeIsa(i + 1);
    } else {
      segment.open(buffer, position, separators, 1, bufferOffset + position);
      splitIsa(by, i + 1);
    }
    position = next;
    return segment;
  }

  private void squeezeIsa(int end) {
    int start = position;
    byte[] plain = new byte[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      if (buffer[i] != '\n' && buffer[i] != '\r') plain[length++] = buffer[i];
    }
    segment.open(plain, 0, separators, 1, bufferOffset + start);
    splitIsa(element, length);
  }

  private void splitIsa(byte by, int end) {
    for (int i = segment.start(); i < end && segment.elementCount() < ISA_ELEMENTS; i++) {
      if (segment.bytes()[i] == by) segment.separator(i);
    }
    segment.close(end, names, Damage.NONE, false);
  }

  // Fewer than sixteen elements: it ends at the first tilde or line break, where there is one.
  private Segment brokenIsa(byte by, int scanned, int last) {
    int end = Math.min(scanned, last);
    for (int i = position; i < end; i++) {
      if (buffer[i] == '~' || buffer[i] == '\n') {
        end = i;
        break;
      }
    }
    segment.open(buffer, position, Separators.STANDARD, 1, bufferOffset + position);
    for (int i = position; i < end; i++) {
      if (buffer[i] == by) segment.separator(i);
    }
    boolean isCut = end >= limit;
    endedInsideSegment |= isCut;
    Damage damage = isCut ? Damage.TRUNCATED : Damage.LOST_TERMINATOR;
    segment.close(end, names, !isCut && buffer[end] == '~' ? Damage.NONE : damage, false);
    use(new Separators((char) by, ':', '^', '~'));
    position = end;
    return segment;
  }

  // Before version 00402 ISA11 held a standard's letter (U) instead of a separator.
  private char repetition() {
    int from = segment.elementStart(11);
    if (segment.elementEnd(11) - from != 1) return '^';
    char c = (char) (segment.bytes()[from] & 0xFF);
    if (!Character.isLetterOrDigit(c) && c > ' ') return c;
    return segment.element(12).compareTo("00402") < 0 ? Separators.NONE : '^';
  }

  private void use(Separators declared) {
    separators = declared;
    element = (byte) declared.element();
    terminator = (byte) declared.segment();
    elementWord = (element & 0xFF) * EACH_BYTE;
    terminatorWord = (terminator & 0xFF) * EACH_BYTE;
  }

  /// Reads on until so many bytes stand behind the position; false when the file is shorter.
  private boolean ensure(int count) throws IOException {
    while (limit - position < count && !isAtEnd) {
      if (position + count > buffer.length) {
        compact();
        if (count > buffer.length) buffer = Arrays.copyOf(buffer, count + BUFFER);
      }
      read();
    }
    return limit - position >= count;
  }

  /// Makes room and reads more: the bytes from the position on stay.
  private void fill() throws IOException {
    compact();
    if (buffer.length > 2 * LONGEST_SEGMENT && limit < BUFFER / 2) {
      buffer = Arrays.copyOf(buffer, BUFFER);
    }
    grow();
    read();
  }

  private void compact() {
    if (position == 0) return;
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    bufferOffset += position;
    limit -= position;
    position = 0;
  }

  private void grow() {
    if (limit == buffer.length) buffer = Arrays.copyOf(buffer, buffer.length * 2);
  }

  private void read() throws IOException {
    int got = in.read(buffer, limit, Math.min(BUFFER, buffer.length - limit));
    if (got < 0) {
      isAtEnd = true;
    } else {
      limit += got;
    }
  }
}
