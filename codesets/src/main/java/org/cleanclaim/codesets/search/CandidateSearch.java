package org.cleanclaim.codesets.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/// Chooses by Lucene the phrases worth ranking: those that share the most telling words.
final class CandidateSearch {
  private static final int CANDIDATES = 300;

  /// Beyond this many matches Lucene may skip phrases that cannot win.
  private static final int COUNTED = 1000;

  private final IndexSearcher searcher;
  private final TermWeights terms;

  CandidateSearch(DirectoryReader reader, TermWeights terms) {
    this.searcher = new IndexSearcher(reader);
    this.terms = terms;
    searcher.setSimilarity(new IndexFormat.Candidates());
    searcher.setQueryCache(null);
  }

  /// Document numbers in rising order.
  int[] documents(Query query) throws IOException {
    var any = new BooleanQuery.Builder();
    for (var slot : query.slots()) {
      var answers = new ArrayList<org.apache.lucene.search.Query>();
      for (var alternative : slot.alternatives()) {
        var term = new TermQuery(new Term(IndexFormat.TERMS, terms.stem(alternative.term())));
        answers.add(new BoostQuery(term, slot.weight() * alternative.quality()));
      }
      any.add(
          answers.size() == 1 ? answers.getFirst() : new DisjunctionMaxQuery(answers, 0),
          Occur.SHOULD);
    }
    var collectors = new TopScoreDocCollectorManager(CANDIDATES, COUNTED);
    return Arrays.stream(searcher.search(any.build(), collectors).scoreDocs)
        .mapToInt(hit -> hit.doc)
        .sorted()
        .toArray();
  }
}
