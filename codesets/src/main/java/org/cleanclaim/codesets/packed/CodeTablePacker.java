package org.cleanclaim.codesets.packed;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.kernel.EffectivePeriod;
import org.jspecify.annotations.Nullable;

/// Packs a code list into the buffer that [CodeTable] reads.
public final class CodeTablePacker {
  private static final int SHORTEST_HEADING = 3;

  private CodeTablePacker() {}

  /// @throws IllegalArgumentException for a code that occurs twice or has no key; readers of
  ///   publishers' files refuse such a list before
  public static byte[] pack(CodeList list) {
    List<CodeList.Row> rows = list.rows();
    int size = rows.size();
    var sorted = new long[size];
    for (int i = 0; i < size; i++) sorted[i] = key(rows.get(i).code());
    long[] keysInOrder = sorted.clone();
    Arrays.sort(sorted);
    var ordinals = new int[size];
    for (int i = 0; i < size; i++) {
      int at = Arrays.binarySearch(sorted, keysInOrder[i]);
      boolean isTwice =
          (at > 0 && sorted[at - 1] == sorted[at])
              || (at + 1 < size && sorted[at + 1] == sorted[at]);
      if (isTwice) {
        throw new IllegalArgumentException("code " + rows.get(i).code() + " occurs twice");
      }
      ordinals[at] = i;
    }
    var packedRows = new PackedOutput();
    var ends = new int[size];
    var parents = new int[size];
    var billable = new long[(size + 63) / 64];
    for (int i = 0; i < size; i++) {
      CodeList.Row row = rows.get(i);
      parents[i] = parent(rows, row, sorted, ordinals);
      if (row.billable()) billable[i >> 6] |= 1L << (i & 63);
      packedRows.text(row.code());
      packedRows.text(row.title());
      packedRows.text(row.shortTitle());
      packedRows.attributes(row.attributes());
      ends[i] = packedRows.size();
    }
    boolean hasPeriods = rows.stream().anyMatch(row -> row.period() != null);
    int bytes =
        Integer.BYTES
            + size * (Long.BYTES + (hasPeriods ? 5 : 3) * Integer.BYTES)
            + billable.length * Long.BYTES
            + 1
            + packedRows.size();
    var out = ByteBuffer.allocate(bytes);
    out.putInt(size);
    for (long key : sorted) out.putLong(key);
    for (int ordinal : ordinals) out.putInt(ordinal);
    for (int parent : parents) out.putInt(parent);
    for (long word : billable) out.putLong(word);
    out.put((byte) (hasPeriods ? 1 : 0));
    if (hasPeriods) {
      for (CodeList.Row row : rows) out.putInt(firstDay(row.period()));
      for (CodeList.Row row : rows) out.putInt(untilDay(row.period()));
    }
    for (int end : ends) out.putInt(end);
    out.put(packedRows.toBytes());
    return out.array();
  }

  private static int firstDay(@Nullable EffectivePeriod period) {
    return period == null ? Integer.MIN_VALUE : (int) period.from().toEpochDay();
  }

  private static int untilDay(@Nullable EffectivePeriod period) {
    return period == null || period.until() == null
        ? Integer.MAX_VALUE
        : (int) period.until().toEpochDay();
  }

  private static long key(String code) {
    long key = CodeKey.of(code);
    if (key == CodeKey.NONE) throw new IllegalArgumentException("no code: " + code);
    return key;
  }

  /// The parent that the publisher names, else the longest heading that the code begins with.
  private static int parent(
      List<CodeList.Row> rows, CodeList.Row row, long[] sorted, int[] ordinals) {
    if (row.parent() != null) return ordinal(row.parent(), sorted, ordinals);
    for (int length = row.code().length() - 1; length >= SHORTEST_HEADING; length--) {
      int ordinal = ordinal(row.code().substring(0, length), sorted, ordinals);
      if (ordinal != CodeTable.NONE && !rows.get(ordinal).billable()) return ordinal;
    }
    return CodeTable.NONE;
  }

  private static int ordinal(String code, long[] sorted, int[] ordinals) {
    int at = Arrays.binarySearch(sorted, CodeKey.of(code));
    return at < 0 ? CodeTable.NONE : ordinals[at];
  }
}
