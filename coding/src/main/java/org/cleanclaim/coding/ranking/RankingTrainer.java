package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.ranking.Weighing.Weighed;
import org.cleanclaim.coding.specificity.CodeResolver;

/// Learns from coded notes. The same notes give the same text, byte for byte.
public final class RankingTrainer {
  private final NoteScan scan;
  private final CodeResolver resolver;
  private final Function<String, String> titles;
  private final List<Example> examples = new ArrayList<>();

  RankingTrainer(NoteScan scan, CodeResolver resolver, Function<String, String> titles) {
    this.scan = scan;
    this.resolver = resolver;
    this.titles = titles;
  }

  private record Example(
      NoteReading reading, String text, Set<String> given, Map<String, Set<Integer>> lines) {}

  /// Takes a note in.
  ///
  /// @param codes that its coder gave, without dots
  /// @param lines by code the lines of the text that support it, from 1, as far as they are known
  public void add(Documentation note, List<String> codes, Map<String, Set<Integer>> lines) {
    var given = new LinkedHashSet<String>();
    var known = new HashMap<String, Set<Integer>>();
    for (String code : codes) {
      String today = today(code);
      given.add(today);
      if (lines.containsKey(code)) known.put(today, lines.getOrDefault(code, Set.of()));
    }
    examples.add(new Example(scan.read(note, phrase -> true), note.text(), given, known));
  }

  /// A code that is a heading or was divided since stands for the one below it without more.
  private String today(String code) {
    if (!titles.apply(code).isEmpty()) return code;
    return resolver.resolve(code, Set.of()).stream().map(CodeEntry::code).findFirst().orElse(code);
  }

  /// What was learned of all notes taken in.
  ///
  /// @param source the notes' name and licence
  public String learned(String source) {
    Learned learned = counted().concise();
    var inputs = new ArrayList<double[]>();
    var isRight = new ArrayList<Boolean>();
    var weighing = new Weighing(learned, titles);
    for (Example each : examples) {
      for (Weighed code : weighing.of(each.reading(), each.given())) {
        inputs.add(code.features());
        isRight.add(each.given().contains(code.code()));
      }
    }
    double[] weights = Regression.fit(inputs, isRight);
    List<Integer> rounded =
        Arrays.stream(weights).mapToObj(w -> (int) Math.round(1_000 * w)).toList();
    int given = examples.stream().mapToInt(each -> each.given().size()).sum();
    int likely = likely(inputs, isRight, weights, given);
    return RankingText.write(new Ranking(learned.sure(), rounded, likely), source);
  }

  private Learned counted() {
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
              if (titles.apply(code).isEmpty() || !isNear(each, code, places)) continue;
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
    return new Learned(examples.size(), codes, wordings, phrases);
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
