package org.cleanclaim.coding.ranking;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cleanclaim.codesets.search.ClinicalWord;

/// The title of a billable code; of any other the empty one.
///
/// @param isVague it leaves open what the classification could tell
/// @param stems those of its words that say something
record Title(String text, boolean isVague, List<String> stems) {
  private static final Set<String> SAYS_NOTHING =
      Set.of("unspecifi", "other", "specifi", "nos", "nec", "elsewher", "classifi");

  Title {
    stems = List.copyOf(stems);
  }

  static Title of(String text) {
    var stems = new HashSet<String>();
    for (ClinicalWord word : ClinicalWord.ofPhrase(text)) {
      if (!word.optional() && !SAYS_NOTHING.contains(word.stem())) stems.add(word.stem());
    }
    boolean isVague = text.toLowerCase(Locale.ROOT).contains("unspecified");
    return new Title(text, isVague, List.copyOf(stems));
  }

  /// Which share of its words stand in a text.
  ///
  /// @param told the stems of the text
  double share(Set<String> told) {
    if (stems.isEmpty()) return 0;
    int there = 0;
    for (String stem : stems) if (told.contains(stem)) there++;
    return (double) there / stems.size();
  }
}
