package org.cleanclaim.codesets.packed;

/// Where keys lead, found at the first or second look: a table with open addressing, at most half
/// full.
final class KeyPlaces {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final long[] keys;
  private final int[] ordinals;
  private final int shift;

  KeyPlaces(long[] keys, int[] ordinals) {
    int bits = Math.max(4, 65 - Long.numberOfLeadingZeros(keys.length));
    this.keys = new long[1 << bits];
    this.ordinals = new int[1 << bits];
    this.shift = Long.SIZE - bits;
    for (int i = 0; i < keys.length; i++) {
      int at = (int) ((keys[i] * MIX) >>> shift);
      while (this.keys[at] != 0) at = (at + 1) & (this.keys.length - 1);
      this.keys[at] = keys[i];
      this.ordinals[at] = ordinals[i];
    }
  }

  /// The ordinal of a key, or [CodeTable#NONE].
  int of(long key) {
    if (key == CodeKey.NONE) return CodeTable.NONE;
    int at = (int) ((key * MIX) >>> shift);
    while (keys[at] != 0) {
      if (keys[at] == key) return ordinals[at];
      at = (at + 1) & (keys.length - 1);
    }
    return CodeTable.NONE;
  }
}
