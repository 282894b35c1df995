package org.cleanclaim.coding.hcpcs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;

/// The drug codes of an edition by the words of their names.
final class DrugCodes {
  private final Map<String, List<DrugTitle>> byWord = new HashMap<>();

  /// A word of a statement and where it stands in it.
  record Word(int start, int end) {}

  /// A drug that a statement names: the codes whose name is all there, the longest names only.
  ///
  /// @param start of the name in the statement
  /// @param said the words of the statement with what they stand for
  record Named(int start, int end, List<DrugTitle> titles, Map<String, Word> said) {}

  private DrugCodes() {}

  static DrugCodes of(Edition edition) {
    var codes = new DrugCodes();
    edition
        .entries()
        .filter(CodeEntry::billable)
        .forEach(entry ->
            DrugTitle.of(entry.code(), entry.title())
                .ifPresent(drug -> {
                  for (Set<String> name : drug.names()) {
                    String first = name.iterator().next();
                    codes.byWord.computeIfAbsent(first, w -> new ArrayList<>()).add(drug);
                  }
                }));
    return codes;
  }

  /// The words of a statement and of the names behind them.
  static Map<String, Word> words(String lower) {
    var words = new LinkedHashMap<String, Word>();
    Matcher word = DrugTitle.WORD.matcher(lower);
    while (word.find()) {
      var at = new Word(word.start(), word.end());
      words.putIfAbsent(word.group(), at);
      for (String meant : DrugNames.meant(word.group())) words.putIfAbsent(meant, at);
    }
    return words;
  }

  /// The drugs that a statement names, in the order of their first words.
  List<Named> in(String lower) {
    Map<String, Word> said = words(lower);
    var named = new ArrayList<Named>();
    for (Map.Entry<String, Word> word : said.entrySet()) {
      var best = new ArrayList<DrugTitle>();
      int most = 0;
      int end = word.getValue().end();
      for (DrugTitle drug : byWord.getOrDefault(word.getKey(), List.of())) {
        for (Set<String> name : drug.names()) {
          if (!name.iterator().next().equals(word.getKey())) continue;
          int last = near(name, said, word.getValue());
          if (last < 0 || name.size() < most) continue;
          if (name.size() > most) best.clear();
          most = name.size();
          end = last;
          best.add(drug);
        }
      }
      if (!best.isEmpty()) named.add(new Named(word.getValue().start(), end, best, said));
    }
    return named;
  }

  /// The end of the last word of the name, when all stand close to the first; else negative.
  private static int near(Set<String> name, Map<String, Word> said, Word first) {
    int end = first.end();
    for (String word : name) {
      Word at = said.get(word);
      if (at == null || Math.abs(at.start() - first.start()) > 60) return -1;
      end = Math.max(end, at.end());
    }
    return end;
  }
}
