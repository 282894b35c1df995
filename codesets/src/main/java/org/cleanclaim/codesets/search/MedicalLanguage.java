package org.cleanclaim.codesets.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.cleanclaim.codesets.packed.Recent;
import org.cleanclaim.codesets.search.Words.Word;

/// General knowledge of medical English: words that mean the same, abbreviations, and words that
/// say little. The lists are our own and stand as plain text beside this class.
final class MedicalLanguage {
  private static final MedicalLanguage SHARED = new MedicalLanguage();
  private static final int LONGEST_ALIAS = 5;
  private static final int LONGEST_KIND = 7;

  /// A folded word.
  ///
  /// @param word the place of the word it comes from; [#SEVERAL] if several words became this one
  /// @param first the place of the first word it comes from
  /// @param last the place of the last one
  record Term(String stem, boolean optional, int word, int first, int last) {
    Term(String stem, boolean optional, int word) {
      this(stem, optional, word, word, word);
    }
  }

  static final int SEVERAL = -1;

  private final Map<Long, List<String>> rewrites = new HashMap<>();
  private final Map<Long, Wording> kinds = new HashMap<>();
  private final Map<String, Long> stems = new HashMap<>();
  private final Map<String, List<List<String>>> abbreviations = new HashMap<>();
  private final Map<String, Float> extra = new HashMap<>();
  private final Map<String, Float> missing = new HashMap<>();
  private final Set<String> dropped = new HashSet<>();
  private final Set<String> narrative = new HashSet<>();
  private final Set<String> words = new HashSet<>();
  private final Recent<String, String> folds = new Recent<>(Stems::of);
  private int longest = 1;

  private MedicalLanguage() {
    for (var line : lines("words.txt")) {
      readWeights(line);
    }
    for (var line : lines("synonyms.txt")) {
      read(line, rewrites);
    }
    rewrites.replaceAll((alias, common) -> canonicalStems(common));
    for (var line : lines("kinds.txt")) {
      readKinds(line);
    }
    for (var line : lines("abbreviations.txt")) {
      readAbbreviation(line);
    }
  }

  static MedicalLanguage shared() {
    return SHARED;
  }

  /// Whether the word carries nothing: `of`, `the`.
  boolean drops(String word) {
    return dropped.contains(word);
  }

  /// Whether the word belongs to a story about a patient rather than to a diagnosis: `had`,
  /// `suffers`.
  boolean narrates(String word) {
    return narrative.contains(word);
  }

  /// Words of the lists, known even when no title holds them.
  Set<String> words() {
    return words;
  }

  /// The share of its weight that counts when a phrase has a word that was not asked for.
  float extra(String stem) {
    return extra.getOrDefault(stem, 1f);
  }

  /// The share of its weight that counts when a phrase lacks a word that was asked for.
  float missing(String stem) {
    return missing.getOrDefault(stem, 1f);
  }

  /// What an abbreviation may stand for, most likely first.
  List<List<String>> meanings(String abbreviation) {
    return abbreviations.getOrDefault(abbreviation, List.of());
  }

  /// The folded words of a text in the wording all synonyms share.
  List<Term> terms(String text) {
    return terms(Words.of(text), this::fold);
  }

  /// The same of words already cut.
  ///
  /// @param folds gives a word's fold
  List<Term> terms(List<Word> words, UnaryOperator<String> folds) {
    var terms = new ArrayList<Term>(words.size());
    for (var word : words) {
      if (!drops(word.text())) {
        terms.add(new Term(folds.apply(word.text()), word.optional(), terms.size()));
      }
    }
    return canonical(terms);
  }

  /// A word's fold: numbers in Roman figures become digits; `burning` is felt, a `burn` is an
  /// injury; a `splinter` is in the skin, a `splint` around the limb.
  String fold(String word) {
    return switch (word) {
      case "i" -> "1";
      case "ii" -> "2";
      case "iii" -> "3";
      case "iiia" -> "3a";
      case "iiib" -> "3b";
      case "iv" -> "4";
      case "vi" -> "6";
      case "vii" -> "7";
      case "viii" -> "8";
      case "ix" -> "9";
      case "1st" -> "first";
      case "2nd" -> "second";
      case "3rd" -> "third";
      case "4th" -> "fourth";
      case "5th" -> "fifth";
      case "another", "others" -> "other";
      case "burning", "splinter" -> word;
      case "splinters" -> "splinter";
      default -> folds.of(word);
    };
  }

  /// Replaces each run of words that a list knows by the common wording. A run may stand in any
  /// order: the index prints `Attack, heart`.
  List<Term> canonical(List<Term> terms) {
    var result = new ArrayList<Term>(terms.size() + 4);
    var hashes = hashes(terms);
    var at = 0;
    while (at < terms.size()) {
      at = rewrite(terms, hashes, at, result);
    }
    bindNegations(result);
    return result;
  }

  /// Adds what the longest known run from here becomes and returns where it ends.
  private int rewrite(List<Term> terms, long[] hashes, int at, List<Term> result) {
    var first = terms.get(at);
    var most = 0;
    while (most < longest && at + most < hashes.length && hashes[at + most] != 0) {
      most++;
    }
    for (var length = most; length > 0; length--) {
      var common = rewrites.get(sum(hashes, at, length));
      if (common != null) {
        for (var stem : common) {
          int word = length == 1 ? first.word() : SEVERAL;
          int last = terms.get(at + length - 1).last();
          result.add(new Term(stem, first.optional(), word, first.first(), last));
        }
        return at + length;
      }
    }
    result.add(first);
    return at + 1;
  }

  /// The hash of each word; 0 for words of no list, which no run can hold.
  private long[] hashes(List<Term> terms) {
    var hashes = new long[terms.size()];
    for (var i = 0; i < hashes.length; i++) {
      hashes[i] = stems.getOrDefault(terms.get(i).stem(), 0L);
    }
    return hashes;
  }

  /// Joins a negation to the word behind it, so that `without loss, with repair` and `with loss,
  /// without repair` differ.
  private static void bindNegations(List<Term> terms) {
    for (var i = terms.size() - 2; i >= 0; i--) {
      var term = terms.get(i);
      var next = terms.get(i + 1);
      switch (term.stem()) {
        case "without" -> terms.set(i, joined("without", term, next));
        case "non" -> {
          terms.set(i, joined("non", term, next));
          terms.remove(i + 1);
        }
        default -> {}
      }
    }
  }

  private static Term joined(String negation, Term term, Term next) {
    String stem = negation + next.stem();
    return new Term(stem, term.optional(), SEVERAL, term.first(), next.last());
  }

  /// The key of a run of words, learned for [#hashes].
  private long learn(List<Term> terms) {
    terms.forEach(term -> stems.computeIfAbsent(term.stem(), MedicalLanguage::mixed));
    var hashes = hashes(terms);
    return sum(hashes, 0, hashes.length);
  }

  private static long sum(long[] hashes, int from, int length) {
    var sum = 0L;
    for (var i = from; i < from + length; i++) {
      sum += hashes[i];
    }
    return sum;
  }

  /// Sums of these are equal for the same words in any order and, at 64 bits, for no others.
  private static long mixed(String stem) {
    var hash = 0xcbf29ce484222325L;
    for (var i = 0; i < stem.length(); i++) {
      hash = (hash ^ stem.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    return hash * 0x9e3779b97f4a7c15L;
  }

  /// Reads `common = alias; alias`.
  private void read(String line, Map<Long, List<String>> into) {
    var sides = line.split("=", 2);
    var common = plainTerms(sides[0]).stream().map(Term::stem).toList();
    for (var alias : sides[1].split(";")) {
      var terms = plainTerms(alias);
      if (terms.isEmpty() || terms.size() > LONGEST_ALIAS) {
        throw new IllegalStateException("synonyms.txt: " + line);
      }
      longest = Math.max(longest, terms.size());
      into.put(learn(terms), common);
    }
  }

  /// Reads `name; name = wording`.
  private void readKinds(String line) {
    var sides = line.split("=", 2);
    var terms = canonical(plainTerms(sides[1])).stream().map(Term::stem).toList();
    var wording = new Wording(sides[1].strip(), terms);
    for (var name : sides[0].split(";")) {
      kinds.putIfAbsent(learn(canonical(plainTerms(name))), wording);
    }
  }

  private List<String> canonicalStems(List<String> stems) {
    var terms = stems.stream().map(stem -> new Term(stem, false, SEVERAL)).toList();
    return canonical(terms).stream().map(Term::stem).toList();
  }

  /// The longest run of words that names a disease the classification words otherwise.
  ///
  /// @param terms in the common wording
  Optional<Kind> kind(List<Term> terms) {
    var hashes = hashes(terms);
    for (var length = Math.min(LONGEST_KIND, terms.size()); length > 0; length--) {
      for (var from = 0; from + length <= terms.size(); from++) {
        var wording = kinds.get(sum(hashes, from, length));
        if (wording != null) {
          return Optional.of(new Kind(from, from + length, wording));
        }
      }
    }
    return Optional.empty();
  }

  /// A run of words and what the classification has for it.
  record Kind(int from, int to, Wording wording) {}

  /// Words of the classification, as printed and folded.
  record Wording(String printed, List<String> stems) {}

  private List<Term> plainTerms(String text) {
    var terms = new ArrayList<Term>();
    for (var word : Words.of(text)) {
      words.add(word.text());
      if (!drops(word.text())) {
        terms.add(new Term(fold(word.text()), false, SEVERAL));
      }
    }
    return terms;
  }

  private void readAbbreviation(String line) {
    var sides = line.split("=", 2);
    var meanings = new ArrayList<List<String>>();
    for (var meaning : sides[1].split(";")) {
      meanings.add(List.of(meaning.strip().split(" +")));
    }
    for (var abbreviation : sides[0].strip().split(" +")) {
      abbreviations.put(abbreviation, meanings);
    }
  }

  private void readWeights(String line) {
    var sides = line.split("=", 2);
    var members = Arrays.stream(sides[1].strip().split(" +")).filter(w -> !w.isEmpty()).toList();
    switch (sides[0].strip()) {
      case "dropped" -> dropped.addAll(members);
      case "narrative" -> narrative.addAll(members);
      default -> {
        var shares = sides[0].strip().split(" +");
        members.forEach(word -> extra.put(fold(word), Float.parseFloat(shares[0])));
        members.forEach(word -> missing.put(fold(word), Float.parseFloat(shares[1])));
      }
    }
  }

  private static List<String> lines(String name) {
    var file = Objects.requireNonNull(MedicalLanguage.class.getResourceAsStream(name), name);
    try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
