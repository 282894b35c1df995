package org.cleanclaim.coding.external;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Something that happens to people, with the words that tell it.
///
/// @param kind `fall`, `bite`, `activity`, `place`, `status` …: of a kind a note has one
/// @param code without dot and seventh character
/// @param told what a sentence has to say, in any order
/// @param term the main term and subterms of the Index to External Causes
record Event(String kind, String code, List<Pattern> told, String term) {
  private static final String FALLING =
      "fell/fallen/falling/fall/fall from/slip and fall/mechanical fall/fall down";
  private static final Pattern SEASON =
      Pattern.compile(
          "\\b(?:in the|this|last|next|and|or|or the|and the|winter,?|summer,?) fall\\b(?!"
              + " (?:from|down|on))|\\bfell (?:asleep|ill|behind)\\b|\\b(?:from|without)"
              + " falling\\b|\\bfall(?:ing)? (?:risk|precautions|prevention)\\b");
  private static final String WORD_BEGINS = "(?<!\\w)";
  private static final List<Event> ALL = read();
  private static final Pattern BEGINNING =
      Pattern.compile(
          ALL.stream()
              .filter(event -> !event.isBeside())
              .map(event -> event.told().getFirst().pattern().substring(WORD_BEGINS.length()))
              .distinct()
              .collect(Collectors.joining("|", WORD_BEGINS + "(?=\\w)(?:", ")")));

  /// Whether a sentence may tell any event; most tell none.
  ///
  /// @param sentence in small letters
  static boolean mayBeIn(String sentence) {
    return BEGINNING.matcher(sentence).find();
  }

  static List<Event> all() {
    return ALL;
  }

  /// Whether it is no cause, but goes with one: what was being done, where, whether for pay.
  boolean isBeside() {
    return switch (kind) {
      case "activity", "place", "status" -> true;
      default -> false;
    };
  }

  /// The guideline that asks for it.
  String guideline() {
    return switch (kind) {
      case "place" -> "I.C.20.b";
      case "activity" -> "I.C.20.c";
      case "status" -> "I.C.20.k";
      default -> "I.C.20.a";
    };
  }

  /// A sentence whose seasons and other falls in which nobody falls are struck out; every other
  /// character keeps its place.
  ///
  /// @param sentence in small letters
  static String plain(String sentence) {
    return SEASON.matcher(sentence).replaceAll(m -> "-".repeat(m.group().length()));
  }

  /// Where in a sentence the first of its words stands; nowhere if one is missing.
  ///
  /// @param plain a sentence that [#plain] gave
  OptionalInt in(String plain) {
    int first = Integer.MAX_VALUE;
    for (Pattern each : told) {
      Matcher word = each.matcher(plain);
      if (!word.find()) return OptionalInt.empty();
      first = Math.min(first, word.start());
    }
    return OptionalInt.of(first);
  }

  private static List<Event> read() {
    var events = new ArrayList<Event>();
    var in = Objects.requireNonNull(Event.class.getResourceAsStream("events.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) continue;
        String[] column = line.split("\\|", -1);
        var told = new ArrayList<Pattern>();
        for (String part : column[2].replace("@fall", FALLING).split("\\+")) told.add(either(part));
        events.add(new Event(column[0], column[1].replace(".", ""), told, column[3].strip()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(events);
  }

  private static Pattern either(String words) {
    return Pattern.compile(
        List.of(words.split("/")).stream()
            .map(word ->
                Pattern.quote(word.strip())
                    .replace("*", "\\E\\w*\\Q")
                    .replace(" ", "\\E[\\s-]+\\Q"))
            .collect(Collectors.joining("|", WORD_BEGINS + "(?:", ")(?!\\w)")));
  }
}
