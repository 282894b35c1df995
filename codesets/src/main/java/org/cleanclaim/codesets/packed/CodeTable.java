package org.cleanclaim.codesets.packed;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.kernel.EffectivePeriod;
import org.jspecify.annotations.Nullable;

/// A packed code list. Rows have ordinals in the publisher's order, from 0.
///
/// The buffer: a count; the keys in ascending order; the ordinal of each key; the parent's ordinal
/// of each row (-1 at the top); a bit of each row, whether it is billable; whether rows have
/// periods of their own, and if so the first day and the day after the last of each; the end of
/// each row; the rows.
public final class CodeTable {
  /// The ordinal of no row.
  public static final int NONE = -1;

  private final ByteBuffer buffer;
  private final int size;
  private final long[] keys;
  private final int[] ordinals;
  private final KeyPlaces places;
  private final int[] parents;
  private final long[] billable;
  private final int[] firstDays;
  private final int[] untilDays;
  private final int rowEnds;
  private final int rows;
  private volatile int @Nullable [] nextSiblings;
  private int[] firstChildren = new int[0];

  private CodeTable(ByteBuffer packed) {
    var in = packed.slice();
    this.size = in.getInt();
    this.keys = new long[size];
    in.asLongBuffer().get(keys);
    in.position(in.position() + size * Long.BYTES);
    this.ordinals = ints(in, size);
    this.places = new KeyPlaces(keys, ordinals);
    this.parents = ints(in, size);
    this.billable = new long[(size + 63) / 64];
    in.asLongBuffer().get(billable);
    in.position(in.position() + billable.length * Long.BYTES);
    boolean hasPeriods = in.get() != 0;
    this.firstDays = ints(in, hasPeriods ? size : 0);
    this.untilDays = ints(in, hasPeriods ? size : 0);
    this.rowEnds = in.position();
    this.rows = rowEnds + size * Integer.BYTES;
    this.buffer = in;
  }

  /// Reads a packed list; the rows stay in the buffer.
  public static CodeTable of(ByteBuffer packed) {
    return new CodeTable(packed);
  }

  /// Packs a list and reads it back: what a list in memory has to become to be asked.
  public static CodeTable of(CodeList list) {
    return new CodeTable(ByteBuffer.wrap(CodeTablePacker.pack(list)));
  }

  private static int[] ints(ByteBuffer in, int count) {
    var values = new int[count];
    in.asIntBuffer().get(values);
    in.position(in.position() + count * Integer.BYTES);
    return values;
  }

  public int size() {
    return size;
  }

  /// How many rows are valid for submission.
  public int billableCount() {
    int count = 0;
    for (long word : billable) count += Long.bitCount(word);
    return count;
  }

  /// The ordinal of a code without dot, or [#NONE].
  public int ordinal(CharSequence code) {
    return places.of(CodeKey.of(code));
  }

  public boolean isBillable(int ordinal) {
    return ((billable[ordinal >> 6] >>> (ordinal & 63)) & 1) != 0;
  }

  /// Whether rows have periods of their own.
  public boolean hasPeriods() {
    return firstDays.length > 0;
  }

  /// Whether the row holds on the day, as far as the list itself says.
  public boolean holdsOn(int ordinal, LocalDate day) {
    if (firstDays.length == 0) return true;
    long epochDay = day.toEpochDay();
    return epochDay >= firstDays[ordinal] && epochDay < untilDays[ordinal];
  }

  private @Nullable EffectivePeriod period(int ordinal) {
    if (firstDays.length == 0 || firstDays[ordinal] == Integer.MIN_VALUE) return null;
    int until = untilDays[ordinal];
    return new EffectivePeriod(
        LocalDate.ofEpochDay(firstDays[ordinal]),
        until == Integer.MAX_VALUE ? null : LocalDate.ofEpochDay(until));
  }

  /// The ordinal of the next broader code, or [#NONE].
  public int parent(int ordinal) {
    return parents[ordinal];
  }

  /// The codes directly below, in the publisher's order.
  public int[] children(int ordinal) {
    int[] next = nextSiblings;
    if (next == null) next = linkSiblings();
    int count = 0;
    for (int child = firstChildren[ordinal]; child != NONE; child = next[child]) count++;
    var children = new int[count];
    int i = 0;
    for (int child = firstChildren[ordinal]; child != NONE; child = next[child]) {
      children[i++] = child;
    }
    return children;
  }

  private synchronized int[] linkSiblings() {
    int[] next = nextSiblings;
    if (next != null) return next;
    next = new int[size];
    var first = new int[size];
    Arrays.fill(next, NONE);
    Arrays.fill(first, NONE);
    for (int i = size - 1; i >= 0; i--) {
      if (parents[i] == NONE) continue;
      next[i] = first[parents[i]];
      first[parents[i]] = i;
    }
    firstChildren = first;
    nextSiblings = next;
    return next;
  }

  /// The ordinals of the codes that begin with the text, in the order of codes.
  public int[] beginningWith(CharSequence text) {
    long low = CodeKey.of(text);
    if (low == CodeKey.NONE) return new int[0];
    int from = Arrays.binarySearch(keys, low);
    if (from < 0) from = -from - 1;
    int until = from;
    while (until < size && CodeKey.code(keys[until]).startsWith(CodeKey.code(low))) until++;
    return Arrays.copyOfRange(ordinals, from, until);
  }

  /// One row, decoded.
  public CodeList.Row row(int ordinal) {
    int start = ordinal == 0 ? 0 : buffer.getInt(rowEnds + (ordinal - 1) * Integer.BYTES);
    var in = new PackedInput(buffer, rows + start);
    String code = in.text();
    String title = in.text();
    String shortTitle = in.text();
    var attributes = in.attributes();
    String parent = parents[ordinal] == NONE ? null : code(parents[ordinal]);
    return new CodeList.Row(
        code, title, shortTitle, isBillable(ordinal), parent, period(ordinal), attributes);
  }

  /// The code of a row alone.
  public String code(int ordinal) {
    int start = ordinal == 0 ? 0 : buffer.getInt(rowEnds + (ordinal - 1) * Integer.BYTES);
    return new PackedInput(buffer, rows + start).text();
  }

  /// All rows in the publisher's order, each decoded when it is asked for.
  public List<CodeList.Row> rows() {
    return new AbstractList<>() {
      @Override
      public CodeList.Row get(int index) {
        return row(index);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }
}
