package org.cleanclaim.grouping.msdrg;

import org.jspecify.annotations.Nullable;

/// What is known of each code in each version: open addressing over codes packed into longs, for
/// all versions at once.
final class CodeTable<F> {
  private final long[] keys;
  private final @Nullable Entry<F>[] entries;
  private final int mask;

  private record Entry<F>(int from, int to, F facts, @Nullable Entry<F> next) {}

  @SuppressWarnings({"unchecked", "rawtypes"})
  CodeTable(int size) {
    int capacity = Integer.highestOneBit(Math.max(8, size) * 2 - 1) * 2;
    keys = new long[capacity];
    entries = new Entry[capacity];
    mask = capacity - 1;
  }

  void add(String code, int from, int to, F facts) {
    long key = pack(code);
    if (key == 0) throw new IllegalArgumentException("no code: " + code);
    int slot = slot(key);
    keys[slot] = key;
    entries[slot] = new Entry<>(from, to, facts, entries[slot]);
  }

  /// The facts of a code in a version; null when the version does not know it.
  @Nullable F find(String code, int version) {
    long key = pack(code);
    if (key == 0) return null;
    Entry<F> entry = entries[slot(key)];
    while (entry != null && (version < entry.from || version > entry.to)) entry = entry.next;
    return entry == null ? null : entry.facts;
  }

  private int slot(long key) {
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (keys[slot] != 0 && keys[slot] != key) slot = (slot + 1) & mask;
    return slot;
  }

  /// Up to eight letters and digits in a long; 0 when it is no code.
  static long pack(String code) {
    int length = code.length();
    if (length == 0 || length > 8) return 0;
    long key = 0;
    for (int i = 0; i < length; i++) {
      char c = code.charAt(i);
      if (c <= ' ' || c > '~') return 0;
      key = key << 8 | c;
    }
    return key;
  }
}
