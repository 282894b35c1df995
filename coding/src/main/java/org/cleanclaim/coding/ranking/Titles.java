package org.cleanclaim.coding.ranking;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.cleanclaim.codesets.search.ClinicalWord;

/// The titles of codes. Safe for many threads.
final class Titles {
  private static final Set<String> SAYS_NOTHING =
      Set.of("unspecifi", "other", "specifi", "nos", "nec", "elsewher", "classifi");

  private final Function<String, String> titles;
  private final Map<String, Set<String>> stems = new ConcurrentHashMap<>();

  /// @param titles the title of a billable code; empty for any other
  Titles(Function<String, String> titles) {
    this.titles = titles;
  }

  /// The title of a billable code; empty for any other.
  String of(String code) {
    return titles.apply(code);
  }

  /// Which share of the words of a title stand in a note.
  ///
  /// @param note its stems
  double share(String title, Set<String> note) {
    Set<String> own = stems.computeIfAbsent(title, Titles::stems);
    if (own.isEmpty()) return 0;
    return (double) own.stream().filter(note::contains).count() / own.size();
  }

  private static Set<String> stems(String title) {
    var stems = new HashSet<String>();
    for (ClinicalWord word : ClinicalWord.ofPhrase(title)) {
      if (!word.optional() && !SAYS_NOTHING.contains(word.stem())) stems.add(word.stem());
    }
    return Set.copyOf(stems);
  }
}
