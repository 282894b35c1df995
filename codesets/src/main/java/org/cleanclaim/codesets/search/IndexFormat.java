package org.cleanclaim.codesets.search;

import java.util.List;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.cleanclaim.codesets.search.SearchEntry.Origin;

/// What stands in an index directory. One Lucene document is one wording of one code. The titles
/// come first in the order of codes, so a title's document number is its code's number; the other
/// phrases follow, and last a document with the words of all.
final class IndexFormat {
  /// Folded words, searched.
  static final String TERMS = "term";

  /// All words as printed, for stems and misspellings. Only the last document has them, each as
  /// often as it is printed.
  static final String WORDS = "word";

  /// The phrase as printed.
  static final String TEXT = "text";

  /// The phrase's folded words as numbers: twice the term's place in the alphabet, plus one if
  /// optional.
  static final String CONTENT = "content";

  /// The code's number times sixteen plus the origin.
  static final String SOURCE = "source";

  /// Titles only: the code, its chapter, whether it is billable, the billable code that stands for
  /// it.
  static final String CODE = "code";

  static final String CHAPTER = "chapter";
  static final String BILLABLE = "billable";
  static final String STANDARD = "standard";

  private static final int ORIGINS = 16;
  private static final List<Origin> ORIGIN = List.of(Origin.values());

  static final FieldType SEARCHED = type(IndexOptions.DOCS);
  static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS);

  private IndexFormat() {}

  static long source(int code, Origin origin) {
    return (long) code * ORIGINS + ORIGIN.indexOf(origin);
  }

  static int code(long source) {
    return (int) (source / ORIGINS);
  }

  static Origin origin(long source) {
    return ORIGIN.get((int) (source % ORIGINS));
  }

  private static FieldType type(IndexOptions options) {
    var type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  /// Scores a word by the weight the query gave it, less in longer phrases. Only chooses
  /// candidates; [Ranking] orders them.
  static final class Candidates extends Similarity {
    private static final float PER_WORD = 0.05f;

    @Override
    public long computeNorm(FieldInvertState state) {
      return Math.min(state.getLength(), Byte.MAX_VALUE);
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics all, TermStatistics... terms) {
      return new SimScorer() {
        @Override
        public float score(float freq, long norm) {
          return boost / (1 + PER_WORD * norm);
        }
      };
    }
  }
}
