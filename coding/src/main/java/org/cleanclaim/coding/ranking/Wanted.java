package org.cleanclaim.coding.ranking;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What is looked for in a note. Whoever asks for a few codes need not read what leads to others.
///
/// @param isCategory by the first three characters: whether codes of it are looked for
/// @param isCode whether a code is weighed
/// @param begins whether a stem begins a phrase that is looked for
/// @param isPhrase whether a run of stems is
/// @param isWording whether one of the wordings is
/// @param wordings those that coders marked
record Wanted(
    Predicate<String> isCategory,
    Predicate<String> isCode,
    Predicate<String> begins,
    Predicate<String> isPhrase,
    Predicate<String> isWording,
    WordSets wordings) {

  /// Whatever a note names, and each of its phrases.
  static Wanted everything(WordSets wordings) {
    return new Wanted(any -> true, any -> true, any -> true, any -> true, any -> true, wordings);
  }

  /// What was learned to lead to codes. Safe for many threads.
  static final class Leads {
    private final Map<String, Set<String>> phrases;
    private final Map<String, Set<String>> wordings;
    private final WordSets marked;
    private final Wanted all;

    Leads(Learned learned) {
      this.phrases = byCode(learned.phrases());
      this.wordings = byCode(learned.marked());
      this.marked = new WordSets(learned.marked().keySet());
      Set<String> known = learned.phrases().keySet();
      Set<String> beginnings = beginnings(known);
      this.all =
          new Wanted(
              any -> true, any -> true, beginnings::contains, known::contains, any -> true, marked);
    }

    private static Map<String, Set<String>> byCode(Map<String, Map<String, Tally>> leads) {
      var byCode = new HashMap<String, Set<String>>();
      leads.forEach((lead, codes) ->
          codes
              .keySet()
              .forEach(code -> byCode.computeIfAbsent(code, c -> new HashSet<>()).add(lead)));
      return byCode;
    }

    private static Set<String> beginnings(Collection<String> phrases) {
      var beginnings = new HashSet<String>();
      for (String phrase : phrases) {
        int blank = phrase.indexOf(' ');
        beginnings.add(blank < 0 ? phrase : phrase.substring(0, blank));
      }
      return beginnings;
    }

    /// All that was learned.
    Wanted all() {
      return all;
    }

    /// What leads to some codes, and what else is named of their categories.
    Wanted to(List<String> codes) {
      var categories = new HashSet<String>();
      var toThem = new HashSet<String>();
      var markedForThem = new HashSet<String>();
      for (String code : codes) {
        categories.add(Categories.of(code));
        toThem.addAll(phrases.getOrDefault(code, Set.of()));
        markedForThem.addAll(wordings.getOrDefault(code, Set.of()));
      }
      return new Wanted(
          categories::contains,
          Set.copyOf(codes)::contains,
          beginnings(toThem)::contains,
          toThem::contains,
          markedForThem::contains,
          marked);
    }
  }
}
