package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.ranking.MarkedWordings.NoteWord;
import org.cleanclaim.coding.ranking.Weighing.Weighed;
import org.cleanclaim.coding.reading.ReadNote;
import org.cleanclaim.coding.specificity.CodeResolver;

/// Learns from coded notes. The same notes give the same text, byte for byte.
public final class RankingTrainer {
  /// In how many parts the notes go, each ranked by what the others teach.
  private static final int FOLDS = 5;

  private final TermIndex terms;
  private final NoteScan scan;
  private final CodeResolver resolver;
  private final Titles titles;
  private final Function<ReadNote, List<Suggestion>> rules;
  private final List<Example> examples = new ArrayList<>();

  RankingTrainer(
      TermIndex terms,
      NoteScan scan,
      CodeResolver resolver,
      Titles titles,
      Function<ReadNote, List<Suggestion>> rules) {
    this.terms = terms;
    this.scan = scan;
    this.resolver = resolver;
    this.titles = titles;
    this.rules = rules;
  }

  private record Example(
      ReadNote note,
      NoteReading reading,
      Set<String> given,
      Map<String, Set<Integer>> lines,
      Original original) {
    String text() {
      return note.note().text();
    }

    Set<String> categories() {
      return given.stream().map(code -> code.substring(0, 3)).collect(Collectors.toSet());
    }
  }

  /// Takes a note in.
  ///
  /// @param codes that its coder gave, without dots
  /// @param lines by code the lines of the text that support it, from 1, as far as they are known
  public void add(Documentation note, List<String> codes, Map<String, Set<Integer>> lines) {
    add(note, codes, lines, Original.NONE);
  }

  /// Takes a note in that coders read in another language.
  public void add(
      Documentation note, List<String> codes, Map<String, Set<Integer>> lines, Original original) {
    var given = new LinkedHashSet<String>();
    var known = new HashMap<String, Set<Integer>>();
    for (String code : codes) {
      String today = today(code);
      given.add(today);
      if (lines.containsKey(code)) known.put(today, lines.getOrDefault(code, Set.of()));
    }
    ReadNote read = ReadNote.of(note, terms);
    NoteReading reading = scan.read(read, Wanted.everything(WordSets.NONE));
    examples.add(new Example(read, reading, given, known, original));
  }

  /// A code that is a heading or was divided since stands for the one below it without more.
  private String today(String code) {
    if (!titles.of(code).text().isEmpty()) return code;
    return resolver.resolve(code, Set.of()).stream().map(CodeEntry::code).findFirst().orElse(code);
  }

  /// What was learned of all notes taken in. From which likelihood on a code is likely is chosen on
  /// notes ranked by what the others teach.
  ///
  /// @param source the notes' name and licence
  public String learned(String source) {
    Map<String, Map<String, Set<Integer>>> marked = marked();
    read(new WordSets(marked.keySet()));
    var guesses = new ArrayList<LikelyChoice.Guess>();
    Map<Integer, Map<String, Double>> byOthers = new TreeMap<>();
    for (int fold = 0; fold < FOLDS; fold++) guesses.addAll(guesses(fold, marked, byOthers));
    int codes = examples.stream().mapToInt(each -> each.given().size()).sum();
    int categories = examples.stream().mapToInt(each -> each.categories().size()).sum();
    Fitted all = fitted(example -> true, marked);
    Ranking ranking =
        new Ranking(
            all.learned().sure(),
            rounded(all.weights()),
            all.leanings(),
            LikelyChoice.of(guesses, codes, categories),
            confidence(byOthers));
    return RankingText.write(ranking, source);
  }

  /// What some of the notes taught.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Fitted(Learned learned, double[] weights, Leanings leanings) {
    double likelihood(Weighed code) {
      double odds = Regression.odds(weights, code.features());
      return Regression.likelihood(odds + leanings.of(code.code()));
    }
  }

  /// Learns from some notes.
  ///
  /// @param isTaught by number of a note
  /// @param marked by wording and code the numbers of the notes in which the wording was marked
  private Fitted fitted(IntPredicate isTaught, Map<String, Map<String, Set<Integer>>> marked) {
    List<Integer> taught = IntStream.range(0, examples.size()).filter(isTaught).boxed().toList();
    Learned learned = counted(taught.stream().map(examples::get).toList(), marked).concise();
    var weighed = new ArrayList<Weighed>();
    var inputs = new ArrayList<double[]>();
    var isRight = new ArrayList<Boolean>();
    var weighing = new Weighing(learned, titles);
    for (int i : taught) {
      Example each = examples.get(i);
      Set<Integer> own = Set.of(i);
      BiPredicate<String, String> isOwn =
          (wording, code) -> own.equals(marked.getOrDefault(wording, Map.of()).get(code));
      for (Weighed code : weighing.of(each.reading(), each.given(), isOwn)) {
        weighed.add(code);
        inputs.add(code.features());
        isRight.add(each.given().contains(code.code()));
      }
    }
    double[] weights =
        inputs.isEmpty() ? new double[Feature.COUNT] : Regression.fit(inputs, isRight);
    var named = new ArrayList<Leanings.Named>();
    for (int i = 0; i < weighed.size(); i++) {
      double odds = Regression.odds(weights, inputs.get(i));
      named.add(new Leanings.Named(weighed.get(i).code(), odds, isRight.get(i)));
    }
    return new Fitted(learned, weights, Leanings.fit(named));
  }

  /// How the notes of a fold are ranked by what the others teach.
  ///
  /// @param byOthers the likelihoods of their codes are added, by number of the note
  private List<LikelyChoice.Guess> guesses(
      int fold,
      Map<String, Map<String, Set<Integer>>> marked,
      Map<Integer, Map<String, Double>> byOthers) {
    IntPredicate isOwn = number -> number % FOLDS == fold;
    Fitted others = fitted(isOwn.negate(), without(marked, isOwn));
    var weighing = new Weighing(others.learned().sure(), titles);
    var guesses = new ArrayList<LikelyChoice.Guess>();
    for (int i = fold; i < examples.size(); i += FOLDS) {
      Example each = examples.get(i);
      List<Weighed> codes = weighing.of(each.reading());
      var categories = new CategoryLikelihood();
      var likelihoods = new HashMap<String, Double>();
      for (Weighed code : codes) {
        likelihoods.put(code.code(), others.likelihood(code));
        categories.add(code.code(), others.likelihood(code));
      }
      byOthers.put(i, likelihoods);
      for (Weighed code : codes) {
        double likelihood = others.likelihood(code);
        guesses.add(
            new LikelyChoice.Guess(
                i,
                code.code(),
                categories.permille(code.code(), likelihood),
                each.given().contains(code.code()),
                each.categories().contains(code.code().substring(0, 3))));
      }
    }
    return guesses;
  }

  /// The wordings without what some notes marked.
  private static Map<String, Map<String, Set<Integer>>> without(
      Map<String, Map<String, Set<Integer>>> marked, IntPredicate isLeftOut) {
    var rest = new TreeMap<String, Map<String, Set<Integer>>>();
    marked.forEach((wording, codes) ->
        codes.forEach((code, notes) -> {
          var others = new TreeSet<Integer>(notes);
          others.removeIf(isLeftOut::test);
          if (others.isEmpty()) return;
          rest.computeIfAbsent(wording, w -> new TreeMap<>()).put(code, others);
        }));
    return rest;
  }

  private static List<Integer> rounded(double[] weights) {
    return Arrays.stream(weights).mapToObj(w -> (int) Math.round(1_000 * w)).toList();
  }

  /// What the coders did with the suggestions of the rules.
  ///
  /// @param byOthers by number of a note the likelihoods of its codes, which it did not teach
  private Confidence confidence(Map<Integer, Map<String, Double>> byOthers) {
    var inputs = new ArrayList<double[]>();
    var isRight = new ArrayList<Boolean>();
    for (int i = 0; i < examples.size(); i++) {
      Example each = examples.get(i);
      Map<String, Double> likelihoods = byOthers.getOrDefault(i, Map.of());
      for (Suggestion ruled : rules.apply(each.note())) {
        inputs.add(Confidence.grounds(ruled, likelihoods.get(ruled.code())));
        isRight.add(each.given().contains(ruled.code()));
      }
    }
    return new Confidence(
        inputs.isEmpty()
            ? Collections.nCopies(Ground.values().length, 0)
            : rounded(Regression.fit(inputs, isRight)));
  }

  /// By wording and code the numbers of the notes in which the wording was marked for the code.
  private Map<String, Map<String, Set<Integer>>> marked() {
    var notes = new ArrayList<List<NoteWord>>();
    var both = new ArrayList<Translation.Both>();
    var frequency = new HashMap<String, Integer>();
    for (Example each : examples) {
      List<NoteWord> words = MarkedWordings.words(each.text());
      notes.add(words);
      List<PlacedWord> placed = words.stream().map(NoteWord::placed).toList();
      placed.stream()
          .map(PlacedWord::word)
          .distinct()
          .forEach(w -> frequency.merge(w, 1, Integer::sum));
      String original = each.original().text();
      both.add(new Translation.Both(PlacedWord.of(original, 0, original.length()), placed));
    }
    frequency.values().removeIf(count -> 4 * count < 3 * examples.size());
    var wordings = new MarkedWordings(Translation.learn(both), frequency.keySet());
    var marked = new TreeMap<String, Map<String, Set<Integer>>>();
    for (int i = 0; i < examples.size(); i++) {
      for (Marking marking : examples.get(i).original().markings()) {
        String code = today(marking.code());
        if (titles.of(code).text().isEmpty()) continue;
        Original original = examples.get(i).original();
        var found = new TreeSet<String>();
        wordings.of(original, marking, notes.get(i)).ifPresent(found::add);
        wordings.anywhere(original, marking).ifPresent(found::add);
        for (String wording : found) {
          marked
              .computeIfAbsent(wording, w -> new TreeMap<>())
              .computeIfAbsent(code, c -> new TreeSet<>())
              .add(i);
        }
      }
    }
    return marked;
  }

  /// Looks for the wordings in all notes.
  private void read(WordSets wanted) {
    examples.replaceAll(each ->
        new Example(
            each.note(),
            scan.read(each.note(), Wanted.everything(wanted)),
            each.given(),
            each.lines(),
            each.original()));
  }

  private static Map<String, Map<String, Tally>> tallied(
      List<Example> taught, Map<String, Map<String, Set<Integer>>> marked) {
    var tallied = new TreeMap<String, Map<String, Tally>>();
    for (Example each : taught) {
      for (String wording : each.reading().wordings().keySet()) {
        for (String code : marked.getOrDefault(wording, Map.of()).keySet()) {
          var here = new Tally(1, each.given().contains(code) ? 1 : 0);
          tallied.computeIfAbsent(wording, w -> new TreeMap<>()).merge(code, here, Tally::plus);
        }
      }
    }
    return tallied;
  }

  private Learned counted(List<Example> taught, Map<String, Map<String, Set<Integer>>> marked) {
    var codes = new TreeMap<String, Integer>();
    var wordings = new TreeMap<String, Tally>();
    var seen = new HashMap<String, Integer>();
    var together = new HashMap<String, Map<String, Integer>>();
    for (Example each : taught) {
      each.given().forEach(code -> codes.merge(code, 1, Integer::sum));
      each.reading()
          .byCode()
          .forEach((code, sightings) -> {
            if (sightings.stream().noneMatch(Sighting::isStated)) return;
            wordings.merge(code, new Tally(1, each.given().contains(code) ? 1 : 0), Tally::plus);
          });
      each.reading()
          .phrases()
          .forEach((phrase, places) -> {
            seen.merge(phrase, 1, Integer::sum);
            for (String code : each.given()) {
              if (titles.of(code).text().isEmpty() || !isNear(each, code, places)) continue;
              together.computeIfAbsent(phrase, p -> new TreeMap<>()).merge(code, 1, Integer::sum);
            }
          });
    }
    var phrases = new TreeMap<String, Map<String, Tally>>();
    together.forEach((phrase, counts) ->
        counts.forEach((code, right) -> {
          if (right < 2) return;
          phrases
              .computeIfAbsent(phrase, p -> new TreeMap<>())
              .put(code, new Tally(seen.getOrDefault(phrase, 0), right));
        }));
    return new Learned(taught.size(), codes, wordings, phrases, tallied(taught, marked));
  }

  /// Whether a place stands on a line that supports the code, or beside one; where the lines are
  /// not known, anywhere.
  private static boolean isNear(Example example, String code, List<Evidence> places) {
    Set<Integer> lines = example.lines().getOrDefault(code, Set.of());
    if (lines.isEmpty()) return true;
    return places.stream()
        .mapToInt(place -> line(example.text(), place))
        .anyMatch(
            line -> lines.contains(line) || lines.contains(line - 1) || lines.contains(line + 1));
  }

  private static int line(String text, Evidence place) {
    int line = 1;
    for (int i = 0; i < place.start(); i++) if (text.charAt(i) == '\n') line++;
    return line;
  }
}
