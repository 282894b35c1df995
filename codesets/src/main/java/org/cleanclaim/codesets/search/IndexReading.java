package org.cleanclaim.codesets.search;

import java.io.IOException;
import java.util.ArrayList;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;

/// Reads the word lists of an index into memory.
final class IndexReading {
  private IndexReading() {}

  static Vocabulary vocabulary(LeafReader leaf) throws IOException {
    var list = WordCounts.of(leaf.terms(IndexFormat.WORDS));
    return new Vocabulary(list.words(), list.phrases());
  }

  static TermTable terms(LeafReader leaf) throws IOException {
    var list = WordCounts.of(leaf.terms(IndexFormat.TERMS));
    return new TermTable(list.words(), list.phrases(), leaf.maxDoc());
  }

  private record WordCounts(String[] words, int[] phrases) {
    static WordCounts of(@org.jspecify.annotations.Nullable Terms terms) throws IOException {
      var words = new ArrayList<String>();
      var counts = new ArrayList<Integer>();
      if (terms != null) {
        var all = terms.iterator();
        for (var word = all.next(); word != null; word = all.next()) {
          words.add(word.utf8ToString());
          counts.add(all.docFreq());
        }
      }
      return new WordCounts(
          words.toArray(String[]::new), counts.stream().mapToInt(Integer::intValue).toArray());
    }
  }
}
