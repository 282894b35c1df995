package org.cleanclaim.coding.assertion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The phrases of `cues.txt`, found in the words of a sentence without cutting it into strings.
final class Cues {
  /// What a phrase tells of a condition near it.
  enum Kind {
    STOP,
    NEITHER,
    FAMILY,
    ANOTHER,
    HYPOTHETICAL,
    NEGATED,
    UNCERTAIN,
    PAST,
    RECENT_PAST,
    LASTING,
    NEGATED_AFTER,
    UNCERTAIN_AFTER,
    OPEN_AFTER,
    HYPOTHETICAL_AFTER,
    NAMED_AFTER,
    SEVERAL_NAMED_AFTER,
    NAMED_BETWEEN,
    RESULT_BETWEEN,
    NOT_FOUND_AFTER,
    RESOLVED,
    PAST_AFTER,
    CURED_AFTER,
    PAST_HEADING,
    PRESENT_HEADING,
    PRESENT_AFTER,
    INTRODUCED,
    COMES_AFTER,
    LIFELONG,
    HABIT
  }

  /// What the words of these phrases say one by one is not meant.
  private static final Set<Kind> HEARD_AS_A_WHOLE = EnumSet.of(Kind.NEITHER, Kind.OPEN_AFTER);

  private static final String NUMBER = "#";
  private static final int PLACES = 1 << 11;
  private static final Cues SHARED = new Cues();

  private final @Nullable String[] words = new String[PLACES];
  private final Phrase[][] byFirst = new Phrase[PLACES][];

  /// @param rest the places of the words behind the first
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Phrase(Kind kind, int[] rest) {
    int length() {
      return 1 + rest.length;
    }
  }

  private Cues() {
    Arrays.fill(byFirst, new Phrase[0]);
    var file = Objects.requireNonNull(Cues.class.getResourceAsStream("cues.txt"), "cues.txt");
    try (var in = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      in.lines().filter(line -> line.contains(" = ")).forEach(this::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Cues shared() {
    return SHARED;
  }

  private void read(String line) {
    if (line.startsWith("# ")) return;
    int equals = line.indexOf(" = ");
    var kind = Kind.valueOf(line.substring(0, equals).toUpperCase(Locale.ROOT).replace(' ', '_'));
    for (String phrase : line.substring(equals + 3).split("; ")) {
      learn(kind, List.of(phrase.strip().split(" ")), new int[0]);
    }
  }

  /// Every way to say a phrase whose words leave a choice.
  private void learn(Kind kind, List<String> words, int[] before) {
    if (before.length == words.size()) {
      Phrase[] known = byFirst[before[0]];
      Phrase[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = new Phrase(kind, Arrays.copyOfRange(before, 1, before.length));
      byFirst[before[0]] = more;
      return;
    }
    for (String word : words.get(before.length).split("\\|")) {
      int[] places = Arrays.copyOf(before, before.length + 1);
      places[before.length] = learned(word);
      learn(kind, words, places);
    }
  }

  private int learned(String word) {
    int place = place(word, 0, word.length());
    words[place] = word;
    return place;
  }

  /// The words of a stretch of text: each the place of a word that some phrase has, or an empty
  /// place.
  Stretch stretch(String text, int from, int to) {
    var places = new int[to - from];
    var starts = new int[to - from];
    int count = 0;
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      int start = at;
      while (at < to && Character.isLetterOrDigit(text.charAt(at))) at++;
      if (at == start) at++;
      if (!Character.isWhitespace(c)) {
        starts[count] = start;
        places[count++] = isNumber(text, start, at) ? place(NUMBER, 0, 1) : place(text, start, at);
      }
    }
    return new Stretch(Arrays.copyOf(places, count), Arrays.copyOf(starts, count));
  }

  private static boolean isNumber(String text, int from, int to) {
    for (int i = from; i < to; i++) if (!Character.isDigit(text.charAt(i))) return false;
    return true;
  }

  private int place(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) hash = 31 * hash + Character.toLowerCase(text.charAt(i));
    int place = (hash * 0x9E3779B9) >>> 21;
    while (true) {
      String there = words[place];
      if (there == null) return place;
      if (there.length() == to - from && there.regionMatches(true, 0, text, from, to - from)) {
        return place;
      }
      place = (place + 1) % PLACES;
    }
  }

  /// The phrases of a stretch from left to right, without those inside one that is heard as a
  /// whole.
  List<Cue> of(Stretch stretch) {
    int[] places = stretch.places();
    var found = new ArrayList<Cue>();
    int free = 0;
    for (int i = 0; i < places.length; i++) {
      for (Phrase phrase : byFirst[places[i]]) {
        if (!isAt(phrase, places, i)) continue;
        if (phrase.kind() == Kind.OPEN_AFTER && i >= free) {
          found.add(new Cue(phrase.kind(), i, i + phrase.length()));
        }
        if (HEARD_AS_A_WHOLE.contains(phrase.kind())) free = Math.max(free, i + phrase.length());
      }
      if (i < free) continue;
      for (Phrase phrase : byFirst[places[i]]) {
        if (isAt(phrase, places, i)) found.add(new Cue(phrase.kind(), i, i + phrase.length()));
      }
    }
    return found;
  }

  private boolean isAt(Phrase phrase, int[] places, int at) {
    int[] rest = phrase.rest();
    if (words[places[at]] == null || at + rest.length >= places.length) return false;
    for (int i = 0; i < rest.length; i++) if (places[at + 1 + i] != rest[i]) return false;
    return true;
  }

  /// Words of a text and where they start.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Stretch(int[] places, int[] starts) {
    int size() {
      return places.length;
    }
  }

  /// A phrase from word `first` (inclusive) to `last` (exclusive) of a stretch.
  record Cue(Kind kind, int first, int last) {}
}
