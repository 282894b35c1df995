package org.cleanclaim.x12.lexer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.x12.Separators;
import org.jspecify.annotations.Nullable;

/// One segment as it stands in the file: a window on the lexer's buffer with the places of its
/// elements. Nothing is copied until somebody asks for a value. The lexer hands out the same object
/// again for the next segment: who wants to hold on to one calls [#keep].
public final class Segment {
  private static final byte[] NOTHING = {};
  private static final int[] NO_PLACES = {};
  private static final int MANY_ELEMENTS = 24;

  private byte[] bytes = NOTHING;
  private int start;
  private int end;

  // separatorAt[i] is the place of the separator before element i + 1.
  private int[] separatorAt = NO_PLACES;
  private int elementCount;
  private Separators separators = Separators.STANDARD;
  private int number;
  private long byteOffset;
  private int idCode;
  private String id = "";
  private Damage damage = Damage.NONE;
  private boolean isKept;
  private boolean isAscii;
  private final ShortTexts shortTexts;

  Segment(ShortTexts shortTexts) {
    this.shortTexts = shortTexts;
  }

  /// What happened to a segment on its way.
  public enum Damage {
    NONE,
    /// Its terminator is missing; where it ends was told by what follows.
    LOST_TERMINATOR,
    /// It is longer than [SegmentLexer#LONGEST_SEGMENT]; the rest was passed over.
    TOO_LONG,
    /// It is binary data whose stated length does not lead to a terminator.
    BINARY_LENGTH,
    /// The file ends inside it.
    TRUNCATED
  }

  void open(byte[] in, int from, Separators by, int at, long offset) {
    bytes = in;
    start = from;
    separators = by;
    number = at;
    byteOffset = offset;
    elementCount = 0;
    damage = Damage.NONE;
  }

  void separator(int at) {
    if (elementCount == separatorAt.length) {
      separatorAt = Arrays.copyOf(separatorAt, Math.max(MANY_ELEMENTS, elementCount * 2));
    }
    separatorAt[elementCount++] = at;
  }

  /// Drops the room of a segment with very many elements.
  void forget() {
    if (separatorAt.length > 4096) separatorAt = new int[MANY_ELEMENTS];
  }

  /// @param allAscii when it is known already that no byte is above 127
  void close(int at, SegmentNames names, Damage what, boolean allAscii) {
    isAscii = allAscii || isAscii(bytes, start, at);
    end = at;
    damage = what;
    int idEnd = elementCount == 0 ? at : separatorAt[0];
    idCode = SegmentNames.code(bytes, start, idEnd);
    id = names.name(idCode, bytes, start, idEnd);
  }

  void mark(Damage what) {
    damage = what;
  }

  /// Forgets the separators behind the given number of elements: binary data may hold any byte.
  void keepElements(int count) {
    elementCount = Math.min(count, elementCount);
  }

  int separatorAt(int index) {
    return separatorAt[index];
  }

  /// The segment's name in capital letters: `CLM`.
  public String id() {
    return id;
  }

  /// The name as one number, see [SegmentNames#code(String)]; 0 when it is no name.
  public int idCode() {
    return idCode;
  }

  /// Whether the segment has this name of two or three capital letters and digits.
  public boolean is(String name) {
    return idCode == SegmentNames.code(name);
  }

  public Damage damage() {
    return damage;
  }

  /// How many elements the segment has, empty ones included; trailing separators count.
  public int elementCount() {
    return elementCount;
  }

  /// Element by its number, 1-based, empty when absent: `element(1)` of `CLM` is CLM01. Blanks
  /// around it do not count.
  public String element(int position) {
    return position > elementCount ? "" : text(elementStart(position), elementEnd(position));
  }

  /// Whether the element is absent or holds blanks only.
  public boolean isEmpty(int position) {
    if (position > elementCount) return true;
    int from = elementStart(position);
    int to = elementEnd(position);
    while (from < to && bytes[from] <= ' ' && bytes[from] >= 0) from++;
    return from >= to;
  }

  /// Whether the element is exactly these ASCII characters; allocates nothing.
  public boolean elementIs(int position, String ascii) {
    if (position > elementCount) return ascii.isEmpty();
    int from = elementStart(position);
    if (elementEnd(position) - from != ascii.length()) return element(position).equals(ascii);
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[from + i] != ascii.charAt(i)) return false;
    }
    return true;
  }

  /// Component of an element, both 1-based; empty when absent. Of a repeating element the first
  /// repetition is meant.
  public String component(int position, int component) {
    if (position > elementCount) return "";
    int from = elementStart(position);
    int to = elementEnd(position);
    byte separator = (byte) separators.component();
    for (int i = 1; i < component; i++) {
      while (from < to && bytes[from] != separator) from++;
      if (from == to) return "";
      from++;
    }
    int until = from;
    while (until < to && bytes[until] != separator) until++;
    return text(from, until);
  }

  /// How many components the element has, 0 when it is absent or empty.
  public int componentCount(int position) {
    if (position > elementCount) return 0;
    int to = elementEnd(position);
    int from = elementStart(position);
    if (from == to) return 0;
    byte separator = (byte) separators.component();
    int count = 1;
    for (int i = from; i < to; i++) {
      if (bytes[i] == separator) count++;
    }
    return count;
  }

  /// What [#cents] gives for a value that is no amount of dollars and cents.
  public static final long NO_AMOUNT = Long.MIN_VALUE;

  /// An amount in cents, 0 when the element is empty, [#NO_AMOUNT] when it is not a decimal number,
  /// has parts of a cent or does not fit; allocates nothing.
  public long cents(int position) {
    if (isEmpty(position)) return 0;
    int i = elementStart(position);
    int to = elementEnd(position);
    while (bytes[i] == ' ') i++;
    while (bytes[to - 1] == ' ') to--;
    boolean isNegative = bytes[i] == '-';
    if (isNegative || bytes[i] == '+') i++;
    if (to - i > 17) return NO_AMOUNT;
    long value = 0;
    int digits = 0;
    int decimals = -1;
    for (; i < to; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9') {
        digits++;
        if (decimals >= 2) {
          if (b != '0') return NO_AMOUNT;
          continue;
        }
        if (decimals >= 0) decimals++;
        value = value * 10 + b - '0';
      } else if (b == '.' && decimals < 0) {
        decimals = 0;
      } else {
        return NO_AMOUNT;
      }
    }
    if (digits == 0) return NO_AMOUNT;
    for (int d = Math.max(decimals, 0); d < 2; d++) value *= 10;
    return isNegative ? -value : value;
  }

  /// A whole number, -1 when the element is empty or holds anything else; allocates nothing.
  public int wholeNumber(int position) {
    if (position > elementCount) return -1;
    int from = elementStart(position);
    int to = elementEnd(position);
    if (from == to || to - from > 9) return -1;
    int value = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') return -1;
      value = value * 10 + bytes[i] - '0';
    }
    return value;
  }

  /// Eight digits of an element from an offset on, as a number: a day. -1 when there is anything
  /// else; allocates nothing.
  public int eightDigits(int position, int offset) {
    if (position > elementCount) return -1;
    int from = elementStart(position) + offset;
    if (elementEnd(position) - from < 8) return -1;
    int value = 0;
    for (int i = from; i < from + 8; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') return -1;
      value = value * 10 + bytes[i] - '0';
    }
    return value;
  }

  /// How many bytes the element has.
  public int length(int position) {
    return position > elementCount ? 0 : elementEnd(position) - elementStart(position);
  }

  /// The repetitions of an element.
  public List<String> repetitions(int position) {
    return isEmpty(position) ? List.of() : split(position, separators.repetition());
  }

  /// The components of an element; one empty text when the element is absent.
  public List<String> components(int position) {
    return split(position, separators.component());
  }

  /// All elements behind the name.
  public List<String> elements() {
    var all = new ArrayList<String>(elementCount);
    for (int i = 1; i <= elementCount; i++) all.add(element(i));
    return all;
  }

  private List<String> split(int position, char separator) {
    if (position > elementCount) return List.of("");
    var parts = new ArrayList<String>();
    int from = elementStart(position);
    int to = elementEnd(position);
    for (int i = from; i <= to; i++) {
      if (i == to || bytes[i] == (byte) separator) {
        parts.add(text(from, i));
        from = i + 1;
      }
    }
    return parts;
  }

  /// The bytes that the places of [#elementStart] and [#elementEnd] refer to. Not to be changed.
  public byte[] bytes() {
    return bytes;
  }

  /// Where the segment begins in [#bytes].
  public int start() {
    return start;
  }

  /// Where the segment ends in [#bytes], before its terminator.
  public int end() {
    return end;
  }

  /// Where an element begins in [#bytes].
  public int elementStart(int position) {
    return separatorAt[position - 1] + 1;
  }

  /// Where an element ends in [#bytes].
  public int elementEnd(int position) {
    return position == elementCount ? end : separatorAt[position];
  }

  /// 1-based number of the segment in its interchange.
  public int number() {
    return number;
  }

  /// Where the segment begins in the file.
  public long byteOffset() {
    return byteOffset;
  }

  /// The segment as sent, without terminator and line breaks.
  public String raw() {
    return decoded(start, end);
  }

  public Separators separators() {
    return separators;
  }

  /// A copy under another number.
  public Segment numbered(int other) {
    Segment copy = copy();
    copy.number = other;
    return copy;
  }

  /// A copy that stays what it is when the lexer goes on.
  public Segment keep() {
    return isKept ? this : copy();
  }

  /// A copy that stays what it is, made in the room of an earlier one that nobody needs any more.
  public Segment keepIn(@Nullable Segment earlier) {
    return earlier == null ? copy() : copyTo(earlier);
  }

  private Segment copy() {
    return copyTo(new Segment(shortTexts));
  }

  private Segment copyTo(Segment kept) {
    int length = end - start;
    if (kept.bytes.length < length) kept.bytes = new byte[length + Long.BYTES];
    System.arraycopy(bytes, start, kept.bytes, 0, length);
    if (kept.separatorAt.length < elementCount) kept.separatorAt = new int[elementCount];
    for (int i = 0; i < elementCount; i++) kept.separatorAt[i] = separatorAt[i] - start;
    kept.isKept = true;
    kept.start = 0;
    kept.end = length;
    kept.elementCount = elementCount;
    kept.separators = separators;
    kept.number = number;
    kept.byteOffset = byteOffset;
    kept.idCode = idCode;
    kept.id = id;
    kept.damage = damage;
    kept.isAscii = isAscii;
    return kept;
  }

  private String text(int from, int to) {
    int first = from;
    int last = to;
    while (first < last && bytes[first] == ' ') first++;
    while (last > first && bytes[last - 1] == ' ') last--;
    return first == last ? "" : decoded(first, last);
  }

  // Senders write UTF-8 or Latin-1 without saying which. A text of ASCII alone is never searched.
  private String decoded(int from, int to) {
    if (isAscii) {
      return to - from <= ShortTexts.LONGEST
          ? shortTexts.of(bytes, from, to)
          : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0
        ? text
        : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static boolean isAscii(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) return false;
    }
    return true;
  }

  /// Only the name and place: the rest may identify a patient.
  @Override
  public String toString() {
    return id() + " (" + number + ")";
  }
}
