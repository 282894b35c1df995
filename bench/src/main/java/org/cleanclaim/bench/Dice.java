package org.cleanclaim.bench;

/// Random numbers that are the same for a seed on every machine and every JDK (SplitMix64).
final class Dice {
  private long state;

  Dice(long seed) {
    state = seed;
  }

  /// From 0 up to but not including the bound.
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /// Both ends included.
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  /// Both ends included, the small numbers more often.
  int rather(int least, int most) {
    int first = between(least, most);
    int second = between(least, most);
    return Math.min(first, second);
  }

  boolean percent(int chance) {
    return below(100) < chance;
  }

  String oneOf(String[] texts) {
    return texts[below(texts.length)];
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
