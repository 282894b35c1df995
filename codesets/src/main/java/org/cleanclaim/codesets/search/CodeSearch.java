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
import org.cleanclaim.codesets.search.SearchEntry.Origin;

/// One open index and how a search goes through it: read the text, choose candidate phrases, rank
/// them, gather them by code, keep what the filter allows, say why.
final class CodeSearch {
  /// What a heading's phrase is worth for its standard code and for the heading itself: what may be
  /// sent on a claim comes first.
  private static final float STANDARD = 0.973f;

  private static final float HEADING = 0.91f;

  private static final Comparator<Best> ORDER =
      Comparator.comparingDouble((Best best) -> -best.score()).thenComparingInt(Best::code);

  private final LeafReader leaf;
  private final IndexedCodes codes;
  private final TermWeights terms;
  private final QueryReader queries;
  private final CandidateSearch candidates;

  CodeSearch(DirectoryReader reader) throws IOException {
    this.leaf = reader.leaves().getFirst().reader();
    this.codes = IndexedCodes.read(leaf);
    this.terms = IndexReading.terms(leaf);
    this.queries = new QueryReader(IndexReading.vocabulary(leaf), terms);
    this.candidates = new CandidateSearch(reader, terms);
  }

  /// The best phrase of a code.
  private record Best(int code, int document, Query query, float score) {}

  List<SearchHit> search(SearchRequest request) throws IOException {
    if (request.limit() < 1) {
      return List.of();
    }
    var typed = TypedCode.of(request.text(), codes);
    Map<Integer, Best> best = new HashMap<>();
    for (var query : queries.read(typed.words())) {
      if (!query.slots().isEmpty()) {
        rank(query, typed, best);
      }
    }
    if (best.isEmpty() && typed.isPresent()) {
      return listed(typed, request);
    }
    var ranked = new ArrayList<Best>();
    for (var hit : best.values()) {
      if (typed.covers(hit.code()) && codes.allows(hit.code(), request.filter())) {
        ranked.add(hit);
      }
    }
    ranked.sort(ORDER);
    return shown(ranked.subList(0, Math.min(ranked.size(), request.limit())));
  }

  private void rank(Query query, TypedCode typed, Map<Integer, Best> best) throws IOException {
    var ranking = new Ranking(query, terms);
    var contents = leaf.getBinaryDocValues(IndexFormat.CONTENT);
    var sources = DocValues.getNumeric(leaf, IndexFormat.SOURCE);
    for (var document : typed.isPresent() ? typed.titles() : candidates.documents(query)) {
      if (!contents.advanceExact(document) || !sources.advanceExact(document)) {
        continue;
      }
      var code = IndexFormat.code(sources.longValue());
      var score = query.trust() * ranking.score(contents.binaryValue());
      if (score == 0) {
        continue;
      }
      if (codes.billable(code)) {
        keep(best, new Best(code, document, query, score));
      } else {
        keep(best, new Best(code, document, query, score * HEADING));
        keep(best, new Best(codes.standard(code), document, query, score * STANDARD));
      }
    }
  }

  private static void keep(Map<Integer, Best> best, Best hit) {
    best.merge(hit.code(), hit, (one, other) -> other.score() > one.score() ? other : one);
  }

  /// The codes that begin as typed, in their order.
  private List<SearchHit> listed(TypedCode typed, SearchRequest request) throws IOException {
    var hits = new ArrayList<SearchHit>();
    var texts = leaf.getBinaryDocValues(IndexFormat.TEXT);
    for (var code : typed.titles()) {
      if (hits.size() < request.limit()
          && codes.allows(code, request.filter())
          && texts.advanceExact(code)) {
        var title = texts.binaryValue().utf8ToString();
        hits.add(new SearchHit(codes.code(code), 1, Origin.TITLE, title, "code"));
      }
    }
    return hits;
  }

  private List<SearchHit> shown(List<Best> ranked) throws IOException {
    var hits = new HashMap<Integer, SearchHit>();
    var texts = leaf.getBinaryDocValues(IndexFormat.TEXT);
    var contents = leaf.getBinaryDocValues(IndexFormat.CONTENT);
    var sources = DocValues.getNumeric(leaf, IndexFormat.SOURCE);
    for (var hit : ranked.stream().sorted(Comparator.comparingInt(Best::document)).toList()) {
      if (texts.advanceExact(hit.document())
          && contents.advanceExact(hit.document())
          && sources.advanceExact(hit.document())) {
        var origin = IndexFormat.origin(sources.longValue());
        var heading = IndexFormat.code(sources.longValue());
        var text = texts.binaryValue().utf8ToString();
        var reasons = new ArrayList<String>();
        reasons.add(Reasons.of(origin, text));
        reasons.addAll(new Ranking(hit.query(), terms).reasons(contents.binaryValue()));
        if (heading != hit.code()) {
          reasons.add("usual code under " + codes.code(heading));
        }
        var reason = String.join("; ", reasons);
        hits.put(
            hit.code(), new SearchHit(codes.code(hit.code()), hit.score(), origin, text, reason));
      }
    }
    return ranked.stream()
        .filter(hit -> hits.containsKey(hit.code()))
        .map(hit -> hits.get(hit.code()))
        .toList();
  }
}
