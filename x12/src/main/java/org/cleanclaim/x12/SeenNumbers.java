package org.cleanclaim.x12;

import java.util.HashSet;
import java.util.Set;

/// The control numbers of one kind that were read so far.
final class SeenNumbers {
  /// How many are remembered to find repetitions.
  private static final int REMEMBERED = 100_000;

  private final Set<String> seen = new HashSet<>();

  /// Takes a number; whether it was taken before.
  boolean isRepeated(String number) {
    return seen.size() < REMEMBERED && !seen.add(number);
  }

  /// Begins anew.
  void forget() {
    seen.clear();
  }

  /// Whether two numbers are the same, whatever zeroes stand before them.
  static boolean areSame(String a, String b) {
    return withoutZeroes(a).equals(withoutZeroes(b));
  }

  private static String withoutZeroes(String number) {
    int i = 0;
    while (i < number.length() - 1 && number.charAt(i) == '0') i++;
    return number.substring(i);
  }
}
