package org.cleanclaim.coding.specificity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.coding.document.Sentence;

/// Which side of a part of the body a note speaks of: the one that stands before the part's name
/// throughout the note, none where it names both or neither.
public final class Sides {
  private static final Set<String> SIDES = Set.of("right", "left", "bilater");

  /// How far behind the side the part may stand.
  private static final int REACH = 3;

  private final Map<String, Set<String>> bySite = new HashMap<>();

  private Sides() {}

  public static Sides of(List<Sentence> sentences) {
    var sides = new Sides();
    for (Sentence sentence : sentences) {
      List<ClinicalWord> words = sentence.words();
      for (int i = 0; i < words.size(); i++) {
        if (!SIDES.contains(words.get(i).stem())) continue;
        for (int j = i + 1; j <= Math.min(i + REACH, words.size() - 1); j++) {
          if (SIDES.contains(words.get(j).stem())) break;
          sides
              .bySite
              .computeIfAbsent(words.get(j).stem(), site -> new java.util.HashSet<>())
              .add(words.get(i).stem());
        }
      }
    }
    return sides;
  }

  /// The side of what these words name; empty when they name it themselves or the note is not of
  /// one mind.
  public Optional<String> of(Set<String> stems) {
    if (stems.stream().anyMatch(SIDES::contains)) return Optional.empty();
    Set<String> told = Set.of();
    for (String stem : stems) {
      Set<String> here = bySite.getOrDefault(stem, Set.of());
      if (here.isEmpty()) continue;
      if (here.size() > 1) return Optional.empty();
      if (!told.isEmpty() && !told.equals(here)) return Optional.empty();
      told = here;
    }
    return told.stream().findFirst();
  }
}
