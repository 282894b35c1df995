package org.cleanclaim.codesets.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.cleanclaim.codesets.search.SearchEntry.Origin;

/// One open index and how a search goes through it: read the text, choose candidate phrases, rank
/// them, gather them by code, keep what the filter allows.
final class CodeSearch {
  static int CANDIDATES = 300;
  static int THRESHOLD = 1000;
  static float STANDARD = 0.985f;
  static float HEADING = 0.97f;

  private final LeafReader leaf;
  private final IndexSearcher searcher;
  private final CodeTable codes;
  private final TermTable terms;
  private final QueryReader queries;

  CodeSearch(DirectoryReader reader) throws IOException {
    if (reader.leaves().isEmpty()) {
      throw new IOException("The index holds no codes");
    }
    this.leaf = reader.leaves().getFirst().reader();
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new IndexFormat.Candidates());
    searcher.setQueryCache(null);
    this.codes = CodeTable.read(leaf);
    this.terms = IndexReading.terms(leaf);
    this.queries = new QueryReader(IndexReading.vocabulary(leaf), terms);
  }

  /// The best phrase of a code.
  private record Best(int code, int document, Origin origin, float score) {}

  List<SearchHit> search(SearchRequest request) throws IOException {
    if (request.limit() < 1) {
      return List.of();
    }
    Map<Integer, Best> best = new HashMap<>();
    for (var query : queries.read(request.text())) {
      if (!query.slots().isEmpty()) {
        rank(query, best);
      }
    }
    var ranked = new ArrayList<>(best.values());
    ranked.removeIf(hit -> !codes.allows(hit.code(), request.filter()));
    ranked.sort(Comparator.comparingDouble((Best b) -> -b.score()).thenComparingInt(Best::code));
    var hits = new ArrayList<SearchHit>();
    var texts = leaf.getBinaryDocValues(IndexFormat.TEXT);
    var shown = ranked.subList(0, Math.min(ranked.size(), request.limit()));
    var wording = new HashMap<Integer, String>();
    for (var document : shown.stream().map(Best::document).sorted().distinct().toList()) {
      texts.advanceExact(document);
      wording.put(document, texts.binaryValue().utf8ToString());
    }
    for (var hit : shown) {
      var text = wording.getOrDefault(hit.document(), "");
      hits.add(new SearchHit(codes.code(hit.code()), hit.score(), hit.origin(), text, ""));
    }
    return hits;
  }

  private void rank(Query query, Map<Integer, Best> best) throws IOException {
    var candidates = candidates(query);
    var ranking = new Ranking(query, terms);
    var contents = leaf.getBinaryDocValues(IndexFormat.CONTENT);
    var sources = DocValues.getNumeric(leaf, IndexFormat.SOURCE);
    var origins = Origin.values();
    for (var document : candidates) {
      contents.advanceExact(document);
      sources.advanceExact(document);
      var source = sources.longValue();
      var code = (int) (source / IndexFormat.ORIGINS);
      var origin = origins[(int) (source % IndexFormat.ORIGINS)];
      var score = query.trust() * ranking.score(contents.binaryValue());
      if (codes.billable(code)) {
        keep(best, new Best(code, document, origin, score));
      } else {
        keep(best, new Best(code, document, origin, score * HEADING));
        keep(best, new Best(codes.standard(code), document, origin, score * STANDARD));
      }
    }
  }

  private static void keep(Map<Integer, Best> best, Best hit) {
    best.merge(hit.code(), hit, (one, other) -> other.score() > one.score() ? other : one);
  }

  /// Phrases that share the most telling words, in the order of the index.
  private int[] candidates(Query query) throws IOException {
    var all = new BooleanQuery.Builder();
    for (var slot : query.slots()) {
      var clauses = new ArrayList<org.apache.lucene.search.Query>();
      for (var alternative : slot.alternatives()) {
        var term = new TermQuery(new Term(IndexFormat.TERMS, terms.stem(alternative.term())));
        clauses.add(new BoostQuery(term, slot.weight() * alternative.quality()));
      }
      all.add(
          clauses.size() == 1 ? clauses.getFirst() : new DisjunctionMaxQuery(clauses, 0),
          Occur.SHOULD);
    }
    var found =
        searcher.search(all.build(), new TopScoreDocCollectorManager(CANDIDATES, THRESHOLD));
    return java.util.Arrays.stream(found.scoreDocs).mapToInt(hit -> hit.doc).sorted().toArray();
  }
}
