package org.cleanclaim.coding.mention;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The numbers of stems, from 0 in the order in which they were given. Looked up without boxes, for
/// every word of every note.
final class StemNumbers {
  /// The number of no stem.
  static final int NONE = -1;

  private final @Nullable String[] stems;
  private final int[] numbers;
  private final int mask;

  StemNumbers(List<String> ordered) {
    int places = Integer.highestOneBit(Math.max(2, 3 * ordered.size())) << 1;
    this.stems = new String[places];
    this.numbers = new int[places];
    this.mask = places - 1;
    for (int number = 0; number < ordered.size(); number++) {
      int place = place(ordered.get(number));
      stems[place] = ordered.get(number);
      numbers[place] = number;
    }
  }

  /// The number of a stem, or [#NONE].
  int of(String stem) {
    int place = place(stem);
    return stems[place] == null ? NONE : numbers[place];
  }

  private int place(String stem) {
    int hash = stem.hashCode() * 0x9E3779B9;
    int place = (hash ^ hash >>> 16) & mask;
    while (true) {
      String there = stems[place];
      if (there == null || there.equals(stem)) return place;
      place = (place + 1) & mask;
    }
  }
}
