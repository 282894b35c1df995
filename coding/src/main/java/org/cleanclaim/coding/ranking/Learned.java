package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What coders did with a set of documents: how often they gave each code, how often the
/// classification's own wordings led to it rightly, and which phrases stood where they gave it.
///
/// @param codes in how many documents a code was given
/// @param wordings by code, of the documents in which a wording led to it
/// @param phrases by phrase and code
/// @param marked by wording and code: stems of passages that coders marked for the code
record Learned(
    int documents,
    Map<String, Integer> codes,
    Map<String, Tally> wordings,
    Map<String, Map<String, Tally>> phrases,
    Map<String, Map<String, Tally>> marked) {
  /// How often the code is given in any document.
  double common(String code) {
    return common(code, false);
  }

  /// The same; a code that was never given counts as a fifth of a document.
  ///
  /// @param isGiven whether it was given in the document that asks, which is not to count itself
  double common(String code, boolean isGiven) {
    return (codes.getOrDefault(code, 0) - (isGiven ? 1 : 0) + 0.2) / (documents + 1);
  }

  /// How often wordings are right, over all codes.
  Tally allWordings() {
    return wordings.values().stream().reduce(Tally.NONE, Tally::plus);
  }

  /// Without the phrases that say no more than a shorter one in them.
  Learned concise() {
    return kept((phrase, code, tally) -> !isSaidShorter(phrase, code, tally));
  }

  /// Without the phrases that may stand beside their code by chance.
  Learned sure() {
    return kept((phrase, code, tally) -> tally.points(common(code)));
  }

  private Learned kept(Choice choice) {
    var kept = new TreeMap<String, Map<String, Tally>>();
    phrases.forEach((phrase, codes) -> {
      var own = new TreeMap<String, Tally>();
      codes.forEach((code, tally) -> {
        if (choice.keeps(phrase, code, tally)) own.put(code, tally);
      });
      if (!own.isEmpty()) kept.put(phrase, own);
    });
    return new Learned(documents, codes, wordings, kept, marked);
  }

  private interface Choice {
    boolean keeps(String phrase, String code, Tally tally);
  }

  private boolean isSaidShorter(String phrase, String code, Tally tally) {
    double common = common(code);
    for (String part : parts(phrase)) {
      Tally shorter = phrases.getOrDefault(part, Map.of()).getOrDefault(code, Tally.NONE);
      if (shorter.points(common) && shorter.share(common, 2) >= tally.share(common, 2) - 0.05) {
        return true;
      }
    }
    return false;
  }

  private static List<String> parts(String phrase) {
    String[] words = phrase.split(" ");
    var parts = new ArrayList<String>();
    for (int first = 0; first < words.length; first++) {
      var part = new StringBuilder();
      for (int last = first; last < words.length; last++) {
        part.append(last > first ? " " : "").append(words[last]);
        if (last - first + 1 < words.length) parts.add(part.toString());
      }
    }
    return parts;
  }
}
