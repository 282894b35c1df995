package org.cleanclaim.codesets.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;

/// Reads the word lists of an index into memory.
final class IndexReading {
  private IndexReading() {}

  /// A word and how often it stands.
  record Count(String word, int times) {}

  static Vocabulary vocabulary(LeafReader leaf) throws IOException {
    return new Vocabulary(counts(leaf, IndexFormat.WORDS));
  }

  static TermWeights terms(LeafReader leaf) throws IOException {
    return new TermWeights(counts(leaf, IndexFormat.TERMS), leaf.maxDoc());
  }

  /// In alphabetical order.
  private static List<Count> counts(LeafReader leaf, String field) throws IOException {
    var counts = new ArrayList<Count>();
    var terms = leaf.terms(field);
    if (terms != null) {
      var all = terms.iterator();
      for (var word = all.next(); word != null; word = all.next()) {
        counts.add(new Count(word.utf8ToString(), Math.toIntExact(all.totalTermFreq())));
      }
    }
    return counts;
  }
}
