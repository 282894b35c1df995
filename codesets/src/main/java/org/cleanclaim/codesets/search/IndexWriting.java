package org.cleanclaim.codesets.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.cleanclaim.codesets.search.SearchEntry.Origin;

/// Writes an index: single-threaded and in the order of codes, so the same entries give the same
/// index.
final class IndexWriting {
  private static final int BUFFER_MEGABYTES = 256;

  /// A phrase ready to be written.
  private record Wording(int code, Origin origin, String text, int[] terms) {}

  private final MedicalLanguage language = MedicalLanguage.shared();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> stems = new ArrayList<>();
  private final Map<String, String> folds = new HashMap<>();
  private final Map<String, Integer> words = new TreeMap<>();

  private IndexWriting() {}

  static void write(Directory directory, Iterable<SearchEntry> entries) throws IOException {
    new IndexWriting().writeAll(directory, entries);
  }

  private void writeAll(Directory directory, Iterable<SearchEntry> entries) throws IOException {
    var sorted = new ArrayList<SearchEntry>();
    entries.forEach(sorted::add);
    sorted.sort(Comparator.comparing(SearchEntry::code));
    var titles = new ArrayList<Wording>(sorted.size());
    var phrases = new ArrayList<Wording>();
    for (var code = 0; code < sorted.size(); code++) {
      var entry = sorted.get(code);
      titles.add(wording(code, Origin.TITLE, entry.title()));
      for (var phrase : entry.phrases()) {
        if (!phrase.text().equals(entry.title())) {
          phrases.add(wording(code, phrase.origin(), phrase.text()));
        }
      }
    }
    var places = alphabetical();
    var standards = new StandardCodes(sorted).standards();
    var config = new IndexWriterConfig();
    config.setSimilarity(new IndexFormat.Candidates());
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    config.setMergePolicy(new LogDocMergePolicy());
    config.setMergeScheduler(new SerialMergeScheduler());
    try (var writer = new IndexWriter(directory, config)) {
      for (var title : titles) {
        var document = document(title, places);
        var entry = sorted.get(title.code());
        document.add(new BinaryDocValuesField(IndexFormat.CODE, new BytesRef(entry.code())));
        document.add(new SortedDocValuesField(IndexFormat.CHAPTER, new BytesRef(entry.chapter())));
        document.add(new NumericDocValuesField(IndexFormat.BILLABLE, entry.billable() ? 1 : 0));
        document.add(new NumericDocValuesField(IndexFormat.STANDARD, standards[title.code()]));
        writer.addDocument(document);
      }
      for (var phrase : phrases) {
        writer.addDocument(document(phrase, places));
      }
      writer.addDocument(vocabulary());
      writer.forceMerge(1);
    }
  }

  private Wording wording(int code, Origin origin, String text) {
    var cut = Words.of(text);
    cut.forEach(word -> words.merge(word.text(), 1, Integer::sum));
    var terms = language.terms(cut, word -> folds.computeIfAbsent(word, language::fold));
    var content = new int[terms.size()];
    for (var i = 0; i < content.length; i++) {
      var term = terms.get(i);
      var number = numbers.computeIfAbsent(term.stem(), this::number);
      content[i] = 2 * number + (term.optional() ? 1 : 0);
    }
    return new Wording(code, origin, text, content);
  }

  private int number(String stem) {
    stems.add(stem);
    return stems.size() - 1;
  }

  /// Each term's place in the alphabet, by its number of first sight.
  private int[] alphabetical() {
    var order = new ArrayList<Integer>();
    for (var i = 0; i < stems.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(stems::get));
    var places = new int[stems.size()];
    for (var place = 0; place < places.length; place++) {
      places[order.get(place)] = place;
    }
    return places;
  }

  private Document document(Wording wording, int[] places) throws IOException {
    var document = new Document();
    var distinct = new LinkedHashMap<String, Integer>();
    for (var term : wording.terms()) {
      distinct.put(stems.get(term >> 1), 1);
    }
    document.add(new Field(IndexFormat.TERMS, new Listed(distinct), IndexFormat.SEARCHED));
    document.add(new BinaryDocValuesField(IndexFormat.TEXT, new BytesRef(wording.text())));
    document.add(new BinaryDocValuesField(IndexFormat.CONTENT, content(wording.terms(), places)));
    var source = (long) wording.code() * IndexFormat.ORIGINS + wording.origin().ordinal();
    document.add(new NumericDocValuesField(IndexFormat.SOURCE, source));
    return document;
  }

  private Document vocabulary() {
    var document = new Document();
    document.add(new Field(IndexFormat.WORDS, new Listed(words), IndexFormat.COUNTED));
    return document;
  }

  private static BytesRef content(int[] terms, int[] places) throws IOException {
    var distinct = new LinkedHashSet<Integer>();
    for (var term : terms) {
      distinct.add(2 * places[term >> 1] + (term & 1));
    }
    var out = new ByteBuffersDataOutput();
    for (var term : distinct) {
      out.writeVInt(term);
    }
    return new BytesRef(out.toArrayCopy());
  }

  /// Words that are already cut and folded, each with its count, as Lucene takes them.
  private static final class Listed extends TokenStream {
    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute count = addAttribute(TermFrequencyAttribute.class);
    private final Map<String, Integer> words;
    private Iterator<Map.Entry<String, Integer>> rest;

    Listed(Map<String, Integer> words) {
      this.words = words;
      this.rest = words.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
      if (!rest.hasNext()) {
        return false;
      }
      clearAttributes();
      var next = rest.next();
      word.append(next.getKey());
      count.setTermFrequency(next.getValue());
      return true;
    }

    @Override
    public void reset() {
      rest = words.entrySet().iterator();
    }
  }
}
