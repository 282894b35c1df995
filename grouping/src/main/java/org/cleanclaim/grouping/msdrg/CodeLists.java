package org.cleanclaim.grouping.msdrg;

import java.util.HashMap;
import java.util.Map;

/// The names of the lists that codes are on, numbered, so that "on which lists" is a set of bits.
final class CodeLists {
  private final Map<String, Integer> numbers = new HashMap<>();

  /// The number of a list, which is new with its first mention.
  int number(String name) {
    return numbers.computeIfAbsent(name, n -> numbers.size());
  }

  int words() {
    return (numbers.size() + 63) >> 6;
  }

  /// The bits of names separated by commas.
  Bits bits(String names) {
    Bits bits = new Bits(words());
    if (names.isEmpty()) return bits;
    for (String name : names.split(",")) bits.set(number(name));
    return bits;
  }

  /// Numbers the names, to know how many words the bits of all need.
  void note(String names) {
    if (names.isEmpty()) return;
    for (String name : names.split(",")) number(name);
  }

  /// The number of a list; -1 when nothing mentions it.
  int find(String name) {
    return numbers.getOrDefault(name, -1);
  }
}
