package org.cleanclaim.app.scrub;

import java.util.Arrays;

/// Numbers by keys of 64 bits that are spread evenly: open addressing, without objects.
final class LongMap {
  private static final int ABSENT = -1;

  private long[] keys = new long[1 << 10];
  private int[] values = filled(1 << 10);
  private int size;

  private static int[] filled(int length) {
    int[] values = new int[length];
    Arrays.fill(values, ABSENT);
    return values;
  }

  /// -1 when the key is not there.
  int get(long key) {
    return values[slot(key)];
  }

  /// @param value 0 or more
  void put(long key, int value) {
    int slot = slot(key);
    if (values[slot] == ABSENT && ++size > keys.length / 2) {
      grow();
      slot = slot(key);
    }
    keys[slot] = key;
    values[slot] = value;
  }

  private int slot(long key) {
    int slot = (int) key & (keys.length - 1);
    while (values[slot] != ABSENT && keys[slot] != key) slot = (slot + 1) & (keys.length - 1);
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = filled(keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] == ABSENT) continue;
      int slot = slot(oldKeys[i]);
      keys[slot] = oldKeys[i];
      values[slot] = oldValues[i];
    }
  }
}
