package org.cleanclaim.codesets.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/// What a search of codes is compared with: Lucene as it comes (BM25), on titles alone and on
/// titles with the index phrases, and the scan for titles that hold all words, as `LIKE '%word%'`
/// does it.
public final class BaselineSearches implements Closeable {
  private static final String TEXT = "text";
  private static final String CODE = "code";

  /// Codes repeat in an answer when several of their phrases match; so many more are asked for.
  private static final int PHRASES_PER_CODE = 4;

  private static final int MOST_WORDS = 64;

  private final List<SearchEntry> entries = new ArrayList<>();
  private final List<String> plainTitles = new ArrayList<>();
  private final StandardAnalyzer analyzer = new StandardAnalyzer();
  private final DirectoryReader titles;
  private final DirectoryReader phrases;

  public BaselineSearches(Iterable<SearchEntry> entries) throws IOException {
    for (var entry : entries) {
      this.entries.add(entry);
      plainTitles.add(entry.title().toLowerCase(Locale.ROOT));
    }
    this.titles = index(List.of());
    this.phrases = index(this.entries);
  }

  /// BM25 on titles.
  public List<String> titles(String text, int limit) throws IOException {
    return bm25(titles, text, limit);
  }

  /// BM25 on titles and all other phrases, the best phrase of a code counting.
  public List<String> titlesAndPhrases(String text, int limit) throws IOException {
    return bm25(phrases, text, limit);
  }

  /// Titles that hold every word somewhere, the shortest first.
  public List<String> allWords(String text, int limit) {
    var words = text.toLowerCase(Locale.ROOT).strip().split("\\s+");
    var found = new ArrayList<Integer>();
    for (var i = 0; i < plainTitles.size(); i++) {
      if (holdsAll(plainTitles.get(i), words)) {
        found.add(i);
      }
    }
    return found.stream()
        .sorted(Comparator.comparingInt(i -> plainTitles.get(i).length()))
        .limit(limit)
        .map(i -> entries.get(i).code())
        .toList();
  }

  private static boolean holdsAll(String title, String[] words) {
    for (var word : words) {
      if (!title.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private DirectoryReader index(List<SearchEntry> withPhrases) throws IOException {
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (var entry : entries) {
        writer.addDocument(document(entry.code(), entry.title()));
      }
      for (var entry : withPhrases) {
        for (var phrase : entry.phrases()) {
          writer.addDocument(document(entry.code(), phrase.text()));
        }
      }
    }
    return DirectoryReader.open(directory);
  }

  private static Document document(String code, String text) {
    var document = new Document();
    document.add(new StringField(CODE, code, Field.Store.YES));
    document.add(new TextField(TEXT, text, Field.Store.NO));
    return document;
  }

  private List<String> bm25(DirectoryReader reader, String text, int limit) throws IOException {
    var any = new BooleanQuery.Builder();
    for (var word : words(text)) {
      any.add(new TermQuery(new Term(TEXT, word)), Occur.SHOULD);
    }
    var searcher = new IndexSearcher(reader);
    var codes = new LinkedHashSet<String>();
    for (var hit : searcher.search(any.build(), limit * PHRASES_PER_CODE).scoreDocs) {
      codes.add(searcher.storedFields().document(hit.doc).get(CODE));
    }
    return codes.stream().limit(limit).toList();
  }

  private List<String> words(String text) throws IOException {
    var words = new LinkedHashSet<String>();
    try (var tokens = analyzer.tokenStream(TEXT, text)) {
      var word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken() && words.size() < MOST_WORDS) {
        words.add(word.toString());
      }
      tokens.end();
    }
    return List.copyOf(words);
  }

  @Override
  public void close() throws IOException {
    titles.close();
    phrases.close();
    analyzer.close();
  }
}
