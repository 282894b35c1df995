package org.cleanclaim.codesets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;

/// Finds codes by what a coder types: a code or its beginning, or the beginnings of words in any
/// order, in titles and index phrases, with one slip of the finger allowed in longer words.
final class CodeSearch {
  private static final int EXACT_CODE = 0;
  private static final int CODE_PREFIX = 1;
  private static final int WHOLE_PHRASE = 2;
  private static final int WORD_PREFIXES = 3;
  private static final int WITH_TYPO = 4;

  private record Candidate(CodeHit hit, int rank, int length) {}

  private final CodeSystemVersion version;
  private final LocalDate asOf;

  CodeSearch(CodeSystemVersion version, LocalDate asOf) {
    this.version = version;
    this.asOf = asOf;
  }

  List<CodeHit> search(String query, int limit) {
    String code = query.strip().toUpperCase(Locale.ROOT).replace(".", "");
    String[] words = words(query);
    Map<String, Candidate> best = new HashMap<>();
    for (CodeEntry entry : version.codes().values()) {
      if (!entry.period().contains(asOf)) continue;
      if (!code.isEmpty() && entry.code().startsWith(code)) {
        keep(best, entry, entry.code(), entry.code().equals(code) ? EXACT_CODE : CODE_PREFIX);
      }
      consider(best, entry, entry.title(), words);
    }
    for (IndexTerm term : version.index()) {
      CodeEntry entry = version.codes().get(term.code());
      if (entry != null && entry.period().contains(asOf))
        consider(best, entry, term.phrase(), words);
    }
    return best.values().stream()
        .sorted(
            Comparator.comparingInt(Candidate::rank)
                .thenComparing(c -> !c.hit().entry().billable())
                .thenComparingInt(Candidate::length)
                .thenComparing(c -> c.hit().entry().code()))
        .limit(limit)
        .map(Candidate::hit)
        .toList();
  }

  private static void consider(
      Map<String, Candidate> best, CodeEntry entry, String text, String[] queryWords) {
    if (queryWords.length == 0) return;
    Integer rank = rank(queryWords, words(text));
    if (rank != null) keep(best, entry, text, rank);
  }

  private static void keep(Map<String, Candidate> best, CodeEntry entry, String matched, int rank) {
    var candidate = new Candidate(new CodeHit(entry, matched), rank, matched.length());
    best.merge(
        entry.code(),
        candidate,
        (old, found) ->
            found.rank() < old.rank()
                    || (found.rank() == old.rank() && found.length() < old.length())
                ? found
                : old);
  }

  private static @Nullable Integer rank(String[] query, String[] text) {
    boolean hasTypo = false;
    int whole = 0;
    for (String word : query) {
      boolean found = false;
      boolean foundWithTypo = false;
      for (String candidate : text) {
        if (candidate.startsWith(word)) {
          found = true;
          if (candidate.equals(word)) whole++;
          break;
        }
        if (word.length() >= 5 && isOneSlip(word, candidate)) foundWithTypo = true;
      }
      if (!found && !foundWithTypo) return null;
      hasTypo |= !found;
    }
    if (hasTypo) return WITH_TYPO;
    return whole == query.length && query.length == text.length ? WHOLE_PHRASE : WORD_PREFIXES;
  }

  /// One letter more, less, other or two exchanged.
  private static boolean isOneSlip(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1) return false;
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) i++;
    String restA = a.substring(i);
    String restB = b.substring(i);
    if (restA.length() == restB.length()) {
      if (restA.isEmpty() || restA.substring(1).equals(restB.substring(1))) return true;
      return restA.length() > 1
          && restA.charAt(0) == restB.charAt(1)
          && restA.charAt(1) == restB.charAt(0)
          && restA.substring(2).equals(restB.substring(2));
    }
    return restA.length() > restB.length()
        ? restA.substring(1).equals(restB)
        : restB.substring(1).equals(restA);
  }

  private static String[] words(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    if (plain.isEmpty()) return new String[0];
    var words = new ArrayList<>(List.of(plain.split(" ")));
    return words.toArray(String[]::new);
  }

  static List<CodeHit> search(
      CodeSets codeSets, CodeSystem system, String query, LocalDate asOf, int limit) {
    return codeSets
        .version(system, asOf)
        .map(v -> new CodeSearch(v, asOf).search(query, limit))
        .orElse(List.of());
  }
}
