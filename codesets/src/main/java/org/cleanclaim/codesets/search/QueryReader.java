package org.cleanclaim.codesets.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.search.MedicalLanguage.Kind;
import org.cleanclaim.codesets.search.MedicalLanguage.Term;
import org.cleanclaim.codesets.search.Query.Alternative;
import org.cleanclaim.codesets.search.Query.Slot;
import org.cleanclaim.codesets.search.Words.Word;

/// Reads typed text: known words, abbreviations, stems and misspellings, names of people.
final class QueryReader {
  private static final float ABBREVIATION = 0.97f;
  private static final float COMPLETION = 0.9f;
  private static final float COMPLETION_OF_A_WORD = 0.7f;

  /// What a completion loses when it is much rarer than the most frequent one.
  private static final float RARITY = 0.25f;

  private static final float CORRECTION = 0.97f;
  private static final float PER_CHANGE = 0.05f;
  private static final int SHORTEST_JOINED = 7;
  private static final float REWORDED = 0.96f;
  private static final float REST = 0.5f;
  private static final int LONGEST_NAME = 9;

  private final MedicalLanguage language = MedicalLanguage.shared();
  private final Vocabulary vocabulary;
  private final TermWeights terms;

  QueryReader(Vocabulary vocabulary, TermWeights terms) {
    this.vocabulary = vocabulary;
    this.terms = terms;
  }

  /// What a typed word may be.
  private record Reading(List<String> words, float quality, String reason) {}

  /// The text as typed and, where a name in it is known under another wording, that wording too.
  List<Query> read(String text) {
    var readings = readings(Words.of(text));
    var main = new ArrayList<Term>();
    for (var i = 0; i < readings.size(); i++) {
      var several = readings.get(i).getFirst().words().size() > 1;
      for (var word : readings.get(i).getFirst().words()) {
        if (!language.drops(word)) {
          main.add(new Term(language.fold(word), several, i));
        }
      }
    }
    var typed = language.canonical(main);
    var slots = new LinkedHashMap<Integer, Slot>();
    for (var term : typed) {
      add(slots, slot(term, readings));
    }
    var query = new Query(List.copyOf(slots.values()), 1, "");
    return language
        .kind(typed)
        .map(kind -> List.of(query, reworded(typed, kind, readings)))
        .orElse(List.of(query));
  }

  private Query reworded(List<Term> typed, Kind kind, List<List<Reading>> readings) {
    var slots = new LinkedHashMap<Integer, Slot>();
    for (var stem : kind.wording().stems()) {
      add(slots, slot(new Term(stem, false, MedicalLanguage.SEVERAL), readings));
    }
    for (var i = 0; i < typed.size(); i++) {
      if (i < kind.from() || i >= kind.to()) {
        var rest = slot(typed.get(i), readings);
        add(slots, new Slot(rest.weight() * REST, rest.missing() * REST, rest.alternatives()));
      }
    }
    return new Query(
        List.copyOf(slots.values()), REWORDED, "classified as: " + kind.wording().printed());
  }

  private static void add(Map<Integer, Slot> slots, Slot slot) {
    if (!slot.alternatives().isEmpty()) {
      slots.putIfAbsent(slot.alternatives().getFirst().term(), slot);
    }
  }

  private List<List<Reading>> readings(List<Word> words) {
    var result = new ArrayList<List<Reading>>();
    for (var i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (language.drops(word.text()) || isName(words, i)) {
        continue;
      }
      var joined = i + 1 < words.size() ? word.text() + words.get(i + 1).text() : "";
      if (joined.length() >= SHORTEST_JOINED
          && vocabulary.knows(joined)
          && !language.drops(words.get(i + 1).text())) {
        result.add(List.of(new Reading(List.of(joined), 1, "written together: " + joined)));
        i++;
        continue;
      }
      var readings = readings(word, i == words.size() - 1);
      if (!readings.isEmpty()) {
        result.add(readings);
      }
    }
    return result;
  }

  private List<Reading> readings(Word word, boolean last) {
    var text = word.text();
    var result = new ArrayList<Reading>();
    var known = vocabulary.knows(text) || language.words().contains(text);
    if (text.length() > 1 || word.shortened()) {
      for (var meaning : language.meanings(text)) {
        result.add(new Reading(meaning, ABBREVIATION, abbreviation(text, meaning)));
      }
    }
    if (known && !(word.shortened() && text.length() <= 4 && !result.isEmpty())) {
      result.add(new Reading(List.of(text), 1, ""));
    }
    if ((last && text.length() >= 2) || (result.isEmpty() && text.length() >= 3)) {
      var corrections = known || hasDigit(text) ? List.<Reading>of() : corrections(text);
      var completions = completions(text, known ? COMPLETION_OF_A_WORD : COMPLETION);
      result.addAll(last || word.shortened() ? completions : corrections);
      result.addAll(last || word.shortened() ? corrections : completions);
    }
    if (result.isEmpty() && hasDigit(text)) {
      split(text, result);
    } else if (result.isEmpty()) {
      cut(text, result);
    }
    return result;
  }

  private List<Reading> completions(String text, float quality) {
    var result = new ArrayList<Reading>();
    var most = 0;
    for (var longer : vocabulary.completions(text)) {
      most = Math.max(most, longer.phrases());
      var frequency = (float) (Math.log1p(longer.phrases()) / Math.log1p(most));
      result.add(
          new Reading(
              List.of(longer.word()),
              quality * (1 - RARITY + RARITY * frequency),
              "begins: " + longer.word()));
    }
    return result;
  }

  private List<Reading> corrections(String text) {
    var result = new ArrayList<Reading>();
    if (terms.number(language.fold(text)) >= 0) {
      result.add(new Reading(List.of(text), CORRECTION, ""));
    }
    for (var found : vocabulary.corrections(text)) {
      var quality = CORRECTION - PER_CHANGE * found.changes();
      result.add(new Reading(List.of(found.word()), quality, "spelled alike: " + found.word()));
    }
    return result;
  }

  /// Cuts two words that were typed as one.
  private void cut(String text, List<Reading> result) {
    for (var cut = 3; cut <= text.length() - 3; cut++) {
      var front = text.substring(0, cut);
      var back = text.substring(cut);
      if (vocabulary.knows(front) && vocabulary.knows(back)) {
        result.add(new Reading(List.of(front, back), 0.9f, "written apart: " + front + " " + back));
        return;
      }
    }
  }

  private static String abbreviation(String text, List<String> meaning) {
    return "abbreviation: " + text + " → " + String.join(" ", meaning);
  }

  /// Cuts `bbs1` into `bbs` and `1`.
  private void split(String text, List<Reading> result) {
    var cut = 0;
    while (cut < text.length() && !Character.isDigit(text.charAt(cut))) {
      cut++;
    }
    if (cut >= 2) {
      var front = text.substring(0, cut);
      for (var meaning : language.meanings(front)) {
        result.add(
            new Reading(
                meaning,
                ABBREVIATION,
                "abbreviation: " + front + " → " + String.join(" ", meaning)));
      }
      if (result.isEmpty() && known(front)) {
        result.add(new Reading(List.of(front), 0.9f, ""));
      }
    }
  }

  private boolean known(String word) {
    return vocabulary.knows(word)
        || language.words().contains(word)
        || terms.number(language.fold(word)) >= 0;
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  /// A capital letter marks a person's name when a story follows or the word means nothing to us.
  private boolean isName(List<Word> words, int place) {
    var word = words.get(place);
    if (!word.capital() || word.text().length() > LONGEST_NAME) {
      return false;
    }
    var story = place + 1 < words.size() && isStory(words.get(place + 1).text());
    if (place == 0) {
      return story;
    }
    return !known(word.text()) && language.meanings(word.text()).isEmpty();
  }

  private boolean isStory(String word) {
    return language.narrates(word)
        || switch (word) {
          case "had", "has", "was", "is", "were", "will" -> true;
          default -> false;
        };
  }

  private Slot slot(Term term, List<List<Reading>> readings) {
    Map<Integer, Alternative> alternatives = new LinkedHashMap<>();
    if (term.word() == MedicalLanguage.SEVERAL) {
      add(alternatives, term.stem(), 1, "");
    } else {
      var first = readings.get(term.word()).getFirst();
      add(alternatives, term.stem(), first.quality(), first.reason());
      for (var reading : readings.get(term.word()).subList(1, readings.get(term.word()).size())) {
        if (reading.words().size() == 1) {
          var folded = new Term(language.fold(reading.words().getFirst()), false, 0);
          for (var other : language.canonical(List.of(folded))) {
            add(alternatives, other.stem(), reading.quality(), reading.reason());
          }
        }
      }
    }
    if (alternatives.isEmpty()) {
      return new Slot(0, 0, List.of());
    }
    var first = alternatives.values().iterator().next();
    var weight = terms.weight(first.term());
    var missing = terms.missing(first.term());
    return new Slot(weight, missing, List.copyOf(alternatives.values()));
  }

  private void add(Map<Integer, Alternative> all, String stem, float quality, String reason) {
    var number = terms.number(stem);
    if (number >= 0) {
      all.putIfAbsent(number, new Alternative(number, quality, reason));
    }
  }
}
