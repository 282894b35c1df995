package org.cleanclaim.edits.mce;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.cleanclaim.codesets.packed.CodeKey;
import org.cleanclaim.codesets.publication.RuleTables;

/// Codes with the days on which they hold and their flags, packed: about 20 bytes a row. A code is
/// found by hashing; its rows lie side by side.
final class FlaggedCodes {
  /// The code does not hold on the day.
  static final int ABSENT = -1;

  private final long[] keys;
  private final int[] from;
  private final int[] to;
  private final int[] flags;
  private final int[] slots;
  private final int shift;

  private FlaggedCodes(List<Row> rows) {
    int count = rows.size();
    keys = new long[count];
    from = new int[count];
    to = new int[count];
    flags = new int[count];
    int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(count));
    slots = new int[1 << bits];
    shift = 64 - bits;
    Arrays.fill(slots, -1);
    for (int i = 0; i < count; i++) {
      Row row = rows.get(i);
      keys[i] = row.key;
      from[i] = row.from;
      to[i] = row.to;
      flags[i] = row.flags;
      if (i == 0 || keys[i - 1] != row.key) place(row.key, i);
    }
  }

  private record Row(long key, int from, int to, int flags) {}

  /// Packs a table with the columns code, from, to, flags.
  ///
  /// @throws IllegalArgumentException for a flag, day or code that cannot be one
  static FlaggedCodes of(RuleTables.Table table) {
    if (table.rows().isEmpty()) return new FlaggedCodes(List.of());
    int code = table.column("code");
    int from = table.column("from");
    int to = table.column("to");
    int flags = table.column("flags");
    return new FlaggedCodes(
        table.rows().stream()
            .map(row ->
                new Row(
                    key(row.get(code)),
                    day(row.get(from)),
                    day(row.get(to)),
                    CodeFlag.bits(row.get(flags))))
            .sorted(Comparator.comparingLong(Row::key).thenComparingInt(Row::from))
            .toList());
  }

  static int day(String text) {
    return Math.toIntExact(LocalDate.parse(text).toEpochDay());
  }

  private static long key(String code) {
    long key = CodeKey.of(code);
    if (key == CodeKey.NONE) throw new IllegalArgumentException("not a code: " + code);
    return key;
  }

  private void place(long key, int row) {
    int slot = slot(key);
    while (slots[slot] >= 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = row;
  }

  private int slot(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
  }

  /// The flags of a code on a day as bits of [CodeFlag], or [#ABSENT].
  ///
  /// @param day as an epoch day
  int on(String code, int day) {
    long key = CodeKey.of(code);
    int slot = slot(key);
    int row = slots[slot];
    while (row >= 0 && keys[row] != key) {
      slot = (slot + 1) & (slots.length - 1);
      row = slots[slot];
    }
    for (; row >= 0 && row < keys.length && keys[row] == key; row++) {
      if (from[row] <= day && day <= to[row]) return flags[row];
    }
    return ABSENT;
  }

  /// The latest first day and the latest last day of all rows; both the beginning of time when
  /// there are none.
  LocalDate newestRow() {
    return latest(from);
  }

  LocalDate lastDay() {
    return latest(to);
  }

  int size() {
    return keys.length;
  }

  private static LocalDate latest(int[] days) {
    return LocalDate.ofEpochDay(Arrays.stream(days).max().orElse(0));
  }
}
