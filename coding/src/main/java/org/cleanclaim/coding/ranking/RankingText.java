package org.cleanclaim.coding.ranking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A ranking as lines that a person can read.
final class RankingText {
  private static final Pattern TAB = Pattern.compile("\t");

  private RankingText() {}

  static String write(Ranking ranking, String source) {
    Learned learned = ranking.learned();
    var text = new StringBuilder();
    text.append("# Learned by `cleanclaim bench coding-train` from ").append(source).append('\n');
    line(text, "documents", learned.documents());
    line(text, "likely", ranking.likelyPermille());
    int i = 0;
    for (String when : Feature.CASES) {
      for (Feature feature : Feature.values()) {
        line(text, "weight", when + name(feature), ranking.weights().get(i++));
      }
    }
    i = 0;
    for (Ground ground : Ground.values()) {
      line(text, "confidence", name(ground), ranking.confidence().weights().get(i++));
    }
    new TreeMap<>(ranking.leanings().categories())
        .forEach((category, leaning) -> line(text, "category leaning", category, leaning));
    new TreeMap<>(ranking.leanings().codes())
        .forEach((code, leaning) -> line(text, "code leaning", code, leaning));
    new TreeMap<>(learned.codes()).forEach((code, given) -> line(text, "code", code, given));
    new TreeMap<>(learned.wordings())
        .forEach((code, tally) -> line(text, "wording", code, tally.seen(), tally.right()));
    new TreeMap<>(learned.phrases())
        .forEach((phrase, codes) ->
            new TreeMap<>(codes)
                .forEach((code, tally) ->
                    line(text, "phrase", phrase, code, tally.seen(), tally.right())));
    new TreeMap<>(learned.marked())
        .forEach((wording, codes) ->
            new TreeMap<>(codes)
                .forEach((code, tally) ->
                    line(text, "marked", wording, code, tally.seen(), tally.right())));
    return text.toString();
  }

  private static void line(StringBuilder text, Object... cells) {
    String separator = "";
    for (Object cell : cells) {
      text.append(separator).append(cell);
      separator = "\t";
    }
    text.append('\n');
  }

  private static String name(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// The ranking that the program brings.
  static Ranking own() {
    var file = RankingText.class.getResourceAsStream("mentions.tsv");
    if (file == null) throw new IllegalStateException("mentions.tsv is missing");
    try (var in = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return read(in.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Ranking read(List<String> lines) {
    var codes = new HashMap<String, Integer>();
    var wordings = new HashMap<String, Tally>();
    var phrases = new HashMap<String, Map<String, Tally>>();
    var marked = new TreeMap<String, Map<String, Tally>>();
    var weights = new HashMap<String, Integer>();
    var grounds = new HashMap<String, Integer>();
    var categoryLeanings = new HashMap<String, Integer>();
    var codeLeanings = new HashMap<String, Integer>();
    int documents = 0;
    int likely = 0;
    for (String line : lines) {
      if (line.startsWith("#")) continue;
      String[] cell = TAB.split(line);
      switch (cell[0]) {
        case "documents" -> documents = Integer.parseInt(cell[1]);
        case "likely" -> likely = Integer.parseInt(cell[1]);
        case "weight" -> weights.put(cell[1], Integer.valueOf(cell[2]));
        case "confidence" -> grounds.put(cell[1], Integer.valueOf(cell[2]));
        case "category leaning" -> categoryLeanings.put(cell[1], Integer.valueOf(cell[2]));
        case "code leaning" -> codeLeanings.put(cell[1], Integer.valueOf(cell[2]));
        case "code" -> codes.put(cell[1], Integer.valueOf(cell[2]));
        case "wording" -> wordings.put(cell[1], tally(cell[2], cell[3]));
        case "phrase" ->
            phrases
                .computeIfAbsent(cell[1], p -> new TreeMap<>())
                .put(cell[2], tally(cell[3], cell[4]));
        case "marked" ->
            marked
                .computeIfAbsent(cell[1], p -> new TreeMap<>())
                .put(cell[2], tally(cell[3], cell[4]));
        default -> throw new IllegalArgumentException("Not a line of a ranking: " + line);
      }
    }
    var ordered = new ArrayList<Integer>();
    for (String when : Feature.CASES) {
      for (Feature f : Feature.values()) ordered.add(weights.getOrDefault(when + name(f), 0));
    }
    List<Integer> confidence =
        Arrays.stream(Ground.values())
            .map(ground -> grounds.getOrDefault(name(ground), 0))
            .toList();
    return new Ranking(
        new Learned(documents, codes, wordings, phrases, marked),
        ordered,
        new Leanings(categoryLeanings, codeLeanings),
        likely,
        new Confidence(confidence));
  }

  private static Tally tally(String seen, String right) {
    return new Tally(Integer.parseInt(seen), Integer.parseInt(right));
  }
}
