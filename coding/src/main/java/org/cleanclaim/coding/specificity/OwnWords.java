package org.cleanclaim.coding.specificity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cleanclaim.codesets.search.ClinicalWord;

/// Of the words of a statement that names several things, those that tell of one of them: the side
/// that its own words have, and not that something else is secondary to it.
public final class OwnWords {
  private static final Set<String> SIDES = Set.of("right", "left");

  /// How far before the words both sides may stand.
  private static final int REACH = 2;

  private OwnWords() {}

  /// What tells of the words `first` (inclusive) to `last` (exclusive).
  ///
  /// @param telling of the whole statement
  public static Set<String> of(List<ClinicalWord> words, int first, int last, Set<String> telling) {
    var own = new HashSet<String>();
    for (ClinicalWord word : words.subList(first, last)) own.add(word.stem());
    own.retainAll(SIDES);
    if (isOfBoth(words, first, last)) return withBoth(telling);
    boolean isOfOneSide = own.size() == 1 && telling.containsAll(SIDES);
    List<String> caused =
        IntStream.range(0, first)
            .filter(i -> words.get(i).leadsToACause(words.get(i + 1)))
            .mapToObj(i -> words.get(i).stem())
            .toList();
    if (!isOfOneSide && caused.isEmpty()) return telling;
    var told = new HashSet<>(telling);
    caused.forEach(told::remove);
    if (isOfOneSide) told.removeIf(word -> SIDES.contains(word) && !own.contains(word));
    return told;
  }

  /// `Right and left` stands right before the words, in them or right behind.
  private static boolean isOfBoth(List<ClinicalWord> words, int first, int last) {
    int until = Math.min(words.size() - 1, last + 1);
    for (int i = Math.max(1, first - REACH); i <= until; i++) {
      ClinicalWord side = words.get(i);
      if (!side.isJoined() || !SIDES.contains(side.stem())) continue;
      // An abbreviation such as `OD` is the side and the organ at one place.
      int before = i - 1;
      if (before > 0 && words.get(before - 1).start() == words.get(before).start()) before--;
      String other = words.get(before).stem();
      if (SIDES.contains(other) && !other.equals(side.stem())) return true;
    }
    return false;
  }

  private static Set<String> withBoth(Set<String> telling) {
    var told = new HashSet<>(telling);
    told.removeAll(SIDES);
    told.add("bilater");
    return told;
  }
}
