package org.cleanclaim.grouping.msdrg;

/// A set of lists, by their numbers.
final class Bits {
  private final long[] words;

  Bits(int words) {
    this.words = new long[words];
  }

  void set(int number) {
    words[number >> 6] |= 1L << number;
  }

  boolean has(int number) {
    return (words[number >> 6] & 1L << number) != 0;
  }

  boolean meets(Bits others) {
    for (int i = 0; i < words.length; i++) if ((words[i] & others.words[i]) != 0) return true;
    return false;
  }

  void add(Bits others) {
    for (int i = 0; i < words.length; i++) words[i] |= others.words[i];
  }
}
