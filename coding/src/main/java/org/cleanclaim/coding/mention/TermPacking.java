package org.cleanclaim.coding.mention;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.codesets.search.SearchEntry;
import org.cleanclaim.codesets.search.SearchEntry.Origin;
import org.cleanclaim.codesets.search.SearchEntry.Phrase;
import org.cleanclaim.coding.mention.TermIndex.TooGeneral;

/// Compiles the wordings of a code book into the form that [Terms] reads.
final class TermPacking {
  private static final int LONGEST = 12;
  private static final int FULL = 7;

  /// A wording that says `and` itself is told across an `and`: `mixed anxiety and depressed mood`.
  private static final Pattern JOINING = Pattern.compile("(?i)\\band\\b");

  private final TooGeneral general;
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<Term> raw = new ArrayList<>();

  private TermPacking(TooGeneral general) {
    this.general = general;
  }

  static byte[] pack(Iterable<SearchEntry> entries, TooGeneral general) {
    var packing = new TermPacking(general);
    for (SearchEntry entry : entries) {
      boolean isDetail = Residual.isSide(entry.title()) || entry.code().length() == FULL;
      if (!isDetail) packing.add(entry, Origin.TITLE, entry.title());
      for (Phrase phrase : entry.phrases()) {
        if (phrase.origin() == Origin.SHORT_TITLE || phrase.origin() == Origin.DRUG_TABLE) continue;
        if (Residual.lacksItsCause(entry.title(), phrase.text())) continue;
        packing.add(entry, phrase.origin(), phrase.text());
      }
    }
    return packing.written();
  }

  private void add(SearchEntry entry, Origin origin, String wording) {
    if (origin == Origin.TITLE && Residual.isResidual(wording)) return;
    var essential = new LinkedHashSet<String>();
    var optional = new LinkedHashSet<String>();
    List<ClinicalWord> words = ClinicalWord.ofPhrase(wording);
    for (ClinicalWord word : words) {
      boolean isOptional = word.optional() || Residual.saysNothing(word.stem(), origin, words);
      (isOptional ? optional : essential).add(word.stem());
    }
    add(entry, origin, wording, essential, optional);
    Residual.ofAnEnd(essential).ifPresent(named -> add(entry, origin, wording, named, optional));
    if (origin != Origin.INDEX) return;
    for (Set<String> named : Residual.ofOneSide(essential)) {
      add(entry, origin, wording, named, optional);
    }
  }

  private void add(
      SearchEntry entry,
      Origin origin,
      String wording,
      Set<String> essential,
      Set<String> optional) {
    var others = new LinkedHashSet<String>(optional);
    others.removeAll(essential);
    if (essential.isEmpty() || essential.size() > LONGEST || general.test(essential)) return;
    boolean isJoining = essential.size() > 1 && JOINING.matcher(wording).find();
    raw.add(
        new Term(
            entry.code(),
            entry.billable(),
            isJoining,
            origin,
            wording,
            ids(essential),
            ids(others)));
  }

  private int[] ids(Set<String> stems) {
    return stems.stream().mapToInt(stem -> ids.computeIfAbsent(stem, s -> ids.size())).toArray();
  }

  /// Each wording with its rarest word first, once for each code, by that word.
  private List<Term> settled() {
    int[] frequency = new int[ids.size()];
    raw.forEach(term -> Arrays.stream(term.words()).forEach(word -> frequency[word]++));
    raw.sort(Comparator.comparing(Term::origin).thenComparing(Term::code));
    var byWords = new LinkedHashMap<String, Term>();
    for (Term term : raw) {
      int[] words =
          Arrays.stream(term.words())
              .boxed()
              .sorted(Comparator.comparingInt((Integer w) -> frequency[w]).thenComparing(w -> w))
              .mapToInt(Integer::intValue)
              .toArray();
      byWords.merge(term.code() + Arrays.toString(words), term.ordered(words), Term::joined);
    }
    var settled = new ArrayList<>(byWords.values());
    settled.sort(Comparator.comparingInt(term -> term.words()[0]));
    return settled;
  }

  private byte[] written() {
    List<Term> terms = settled();
    var codes = new TreeSet<String>();
    terms.forEach(term -> codes.add(term.code()));
    List<String> ordered = List.copyOf(codes);
    var places = new HashMap<String, Integer>();
    for (String code : ordered) places.put(code, places.size());
    int[] keyed = new int[ids.size()];
    terms.forEach(term -> keyed[term.words()[0]]++);
    Arrays.parallelPrefix(keyed, Integer::sum);
    var stems = new String[ids.size()];
    ids.forEach((stem, id) -> stems[id] = stem);
    var out = new ByteArrayOutputStream();
    texts(out, Arrays.asList(stems));
    ints(out, keyed);
    ints(out, terms.stream().mapToInt(term -> places.getOrDefault(term.code(), 0)).toArray());
    for (Term term : terms) out.write(term.kind());
    lists(out, terms.stream().map(Term::words).toList());
    lists(out, terms.stream().map(Term::optional).toList());
    texts(out, ordered);
    texts(out, terms.stream().map(Term::wording).toList());
    return out.toByteArray();
  }

  private static void lists(ByteArrayOutputStream out, List<int[]> lists) {
    int[] ends = lists.stream().mapToInt(list -> list.length).toArray();
    Arrays.parallelPrefix(ends, Integer::sum);
    ints(out, ends);
    ints(out, lists.stream().flatMapToInt(Arrays::stream).toArray());
  }

  private static void texts(ByteArrayOutputStream out, List<String> texts) {
    List<byte[]> encoded =
        texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    int[] ends = encoded.stream().mapToInt(bytes -> bytes.length).toArray();
    Arrays.parallelPrefix(ends, Integer::sum);
    ints(out, ends);
    encoded.forEach(out::writeBytes);
  }

  private static void ints(ByteArrayOutputStream out, int[] values) {
    var buffer = ByteBuffer.allocate((1 + values.length) * Integer.BYTES).putInt(values.length);
    buffer.asIntBuffer().put(values);
    out.writeBytes(buffer.array());
  }

  /// A wording of the classification, its words as numbers.
  ///
  /// @param words the essential ones
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Term(
      String code,
      boolean isBillable,
      boolean isJoining,
      Origin origin,
      String wording,
      int[] words,
      int[] optional) {
    Term ordered(int[] order) {
      return new Term(code, isBillable, isJoining, origin, wording, order, optional);
    }

    int kind() {
      return Terms.kind(origin, isBillable, isJoining);
    }

    /// Two wordings with the same essential words are one, with what either may have besides.
    Term joined(Term other) {
      int[] either =
          IntStream.concat(Arrays.stream(optional), Arrays.stream(other.optional))
              .distinct()
              .toArray();
      boolean isEitherJoining = isJoining || other.isJoining;
      return new Term(code, isBillable, isEitherJoining, origin, wording, words, either);
    }
  }
}
