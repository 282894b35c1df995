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

  private OwnWords() {}

  /// What tells of the words `first` (inclusive) to `last` (exclusive).
  ///
  /// @param telling of the whole statement
  public static Set<String> of(List<ClinicalWord> words, int first, int last, Set<String> telling) {
    var own = new HashSet<String>();
    for (ClinicalWord word : words.subList(first, last)) own.add(word.stem());
    own.retainAll(SIDES);
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
}
