package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
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
    NoteReading reading = scan.read(read, phrase -> true, WordSets.NONE);
    examples.add(new Example(read, reading, given, known, original));
  }

  /// A code that is a heading or was divided since stands for the one below it without more.
  private String today(String code) {
    if (!titles.of(code).isEmpty()) return code;
    return resolver.resolve(code, Set.of()).stream().map(CodeEntry::code).findFirst().orElse(code);
  }

  /// What was learned of all notes taken in.
  ///
  /// @param source the notes' name and licence
  public String learned(String source) {
    Map<String, Map<String, Set<Integer>>> marked = marked();
    read(new WordSets(marked.keySet()));
    Learned learned = counted(marked).concise();
    var weighed = new ArrayList<List<Weighed>>();
    var inputs = new ArrayList<double[]>();
    var isRight = new ArrayList<Boolean>();
    var weighing = new Weighing(learned, titles);
    for (int i = 0; i < examples.size(); i++) {
      Example each = examples.get(i);
      Set<Integer> own = Set.of(i);
      BiPredicate<String, String> isOwn =
          (wording, code) -> own.equals(marked.getOrDefault(wording, Map.of()).get(code));
      weighed.add(weighing.of(each.reading(), each.given(), isOwn));
      for (Weighed code : weighed.getLast()) {
        inputs.add(code.features());
        isRight.add(each.given().contains(code.code()));
      }
    }
    double[] weights = Regression.fit(inputs, isRight);
    int given = examples.stream().mapToInt(each -> each.given().size()).sum();
    int likely = likely(inputs, isRight, weights, given);
    return RankingText.write(
        new Ranking(learned.sure(), rounded(weights), likely, confidence(weighed, weights)),
        source);
  }

  private static List<Integer> rounded(double[] weights) {
    return Arrays.stream(weights).mapToObj(w -> (int) Math.round(1_000 * w)).toList();
  }

  /// What the coders did with the suggestions of the rules; no note teaches its own likelihoods.
  ///
  /// @param weighed by note the codes that it names
  private Confidence confidence(List<List<Weighed>> weighed, double[] weights) {
    var inputs = new ArrayList<double[]>();
    var isRight = new ArrayList<Boolean>();
    for (int i = 0; i < examples.size(); i++) {
      Example each = examples.get(i);
      var likelihoods = new HashMap<String, Double>();
      for (Weighed code : weighed.get(i)) {
        likelihoods.put(code.code(), Regression.likelihood(weights, code.features()));
      }
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
        if (titles.of(code).isEmpty()) continue;
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
            scan.read(each.note(), phrase -> true, wanted),
            each.given(),
            each.lines(),
            each.original()));
  }

  private Map<String, Map<String, Tally>> tallied(Map<String, Map<String, Set<Integer>>> marked) {
    var tallied = new TreeMap<String, Map<String, Tally>>();
    for (Example each : examples) {
      for (String wording : each.reading().wordings().keySet()) {
        for (String code : marked.getOrDefault(wording, Map.of()).keySet()) {
          var here = new Tally(1, each.given().contains(code) ? 1 : 0);
          tallied.computeIfAbsent(wording, w -> new TreeMap<>()).merge(code, here, Tally::plus);
        }
      }
    }
    return tallied;
  }

  private Learned counted(Map<String, Map<String, Set<Integer>>> marked) {
    var codes = new TreeMap<String, Integer>();
    var wordings = new TreeMap<String, Tally>();
    var seen = new HashMap<String, Integer>();
    var together = new HashMap<String, Map<String, Integer>>();
    for (Example each : examples) {
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
              if (titles.of(code).isEmpty() || !isNear(each, code, places)) continue;
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
    return new Learned(examples.size(), codes, wordings, phrases, tallied(marked));
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

  /// The likelihood from which on the list agrees best with the coders.
  private static int likely(
      List<double[]> inputs, List<Boolean> isRight, double[] weights, int given) {
    record Guess(int permille, boolean isRight) {}
    var guesses = new ArrayList<Guess>();
    for (int i = 0; i < inputs.size(); i++) {
      int permille = (int) Math.round(1_000 * Regression.likelihood(weights, inputs.get(i)));
      guesses.add(new Guess(permille, isRight.get(i)));
    }
    guesses.sort(Comparator.comparingInt((Guess guess) -> -guess.permille()));
    int right = 0;
    double best = 0;
    int likely = 1_000;
    for (int i = 0; i < guesses.size(); i++) {
      if (guesses.get(i).isRight()) right++;
      double agreement = 2.0 * right / (i + 1 + given);
      if (agreement > best) {
        best = agreement;
        likely = guesses.get(i).permille();
      }
    }
    return likely;
  }
}
