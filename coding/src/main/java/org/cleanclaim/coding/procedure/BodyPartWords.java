package org.cleanclaim.coding.procedure;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.coding.statement.WordPatterns;

/// Words of records for parts of the body that the Index does not have.
record BodyPartWords(List<Pattern> said, Set<String> meant) {
  private static final List<BodyPartWords> ALL = read();

  /// The words of values that the text stands for besides its own.
  static Set<String> in(String lower) {
    var meant = new HashSet<String>();
    for (BodyPartWords part : ALL) {
      if (WordPatterns.anyIn(part.said, lower)) meant.addAll(part.meant);
    }
    return meant;
  }

  private static List<BodyPartWords> read() {
    var table = Objects.requireNonNull(BodyPartWords.class.getResourceAsStream("body_parts.txt"));
    return WordPatterns.rows(table).stream()
        .map(columns ->
            new BodyPartWords(WordPatterns.of(columns[0], ","), ProcedureTerms.words(columns[1])))
        .toList();
  }
}
