package org.cleanclaim.coding.mention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.cleanclaim.codesets.search.SearchEntry;
import org.cleanclaim.codesets.search.SearchEntry.Origin;
import org.cleanclaim.codesets.search.SearchEntry.Phrase;

/// The entries of the books with what clinicians say and the books do not print.
public final class EverydayWordings implements Iterable<SearchEntry> {
  private static final Map<String, List<Phrase>> BY_CODE = read();

  private final Iterable<SearchEntry> books;

  public EverydayWordings(Iterable<SearchEntry> books) {
    this.books = books;
  }

  private static Map<String, List<Phrase>> read() {
    var phrases = new HashMap<String, List<Phrase>>();
    var in = Objects.requireNonNull(EverydayWordings.class.getResourceAsStream("wordings.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int equal = line.indexOf('=');
        if (equal < 0 || line.startsWith("#")) continue;
        var said = new ArrayList<Phrase>();
        for (String wording : line.substring(equal + 1).split(";")) {
          said.add(new Phrase(Origin.INCLUSION_TERM, wording.strip()));
        }
        phrases.put(line.substring(0, equal).strip(), List.copyOf(said));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(phrases);
  }

  @Override
  public Iterator<SearchEntry> iterator() {
    return StreamSupport.stream(books.spliterator(), false).map(this::said).iterator();
  }

  private SearchEntry said(SearchEntry entry) {
    List<Phrase> more = BY_CODE.getOrDefault(entry.code(), List.of());
    if (more.isEmpty()) return entry;
    var phrases = new ArrayList<Phrase>(entry.phrases());
    phrases.addAll(more);
    return new SearchEntry(
        entry.code(), entry.billable(), entry.title(), entry.category(), entry.chapter(), phrases);
  }
}
