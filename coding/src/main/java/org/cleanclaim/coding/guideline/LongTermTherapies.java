package org.cleanclaim.coding.guideline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.reading.ReadNote;
import org.cleanclaim.coding.reading.ReadSentence;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Drugs that a patient takes over a long time for a coded condition (Official Guidelines
/// I.C.21.c.3, I.C.4.a.3). Suggested where the problem itself is told with the drug; what only a
/// list of drugs or the plan names is kept as a mention, which the chart check on additional codes
/// shows. A drug that is begun, stopped or given for the day is none.
public final class LongTermTherapies {
  private static final Pattern NOT_LASTING =
      Pattern.compile(
          "\\b(?:start\\w*|begin\\w*|initiat\\w+|add|added|adding|trial|switch\\w*|new|hold|held"
              + "|stop\\w*|discontinu\\w+|d/c|avoid\\w*|consider\\w*|discuss\\w*|if|allerg\\w+|intoleran\\w+|declin\\w+|refus\\w+|sliding"
              + " scale|temporar\\w+|not|no|denies|without|never|off|quit|was on|had been|used"
              + " to|until|ran out|drip|infusion(?! pump)|iv|during|perioperative|stress"
              + " dose|taper\\w*|previous(?:ly)?|past|candidate|may|would|bridge|resistan\\w+)\\b");

  /// What the Alphabetic Index calls it (Long-term drug therapy): the drug is named with it.
  private static final Pattern LONG_TERM =
      Pattern.compile(
          "(?i)\\blong[- ]term(?: \\(?current\\)?)?(?: (?:use of|use -|(?:drug )?therapy with))?"
              + " $");

  private static final Pattern MAY_BE_LONG_TERM = Pattern.compile("(?i)\\blong[- ]term\\b");

  /// In a narrative, which tells of other times too.
  private static final Pattern LASTING =
      Pattern.compile(
          "\\b(?:on|takes?|taking|uses?|using|continu\\w+|increas\\w+|decreas\\w+|(?:controlled|managed|treated)"
              + " (?:with|by))\\b");

  /// A clause ends there at the latest; a text without full stops is one sentence.
  private static final int REACH = 300;

  /// As sure as a code that the index leads to directly.
  private static final int NAMED = 90;

  private static final Pattern CLAUSE = Pattern.compile("[,;.:]|\\band\\b|\\s[-–—]\\s");

  private static final List<Therapy> THERAPIES = read();

  private final Edition codes;

  public LongTermTherapies(Edition codes) {
    this.codes = codes;
  }

  private record Therapy(String code, List<String> conditions, Pattern names) {
    boolean isFor(Suggestion suggestion) {
      return conditions.stream().anyMatch(suggestion.code()::startsWith);
    }
  }

  private static List<Therapy> read() {
    var therapies = new ArrayList<Therapy>();
    var in = Objects.requireNonNull(LongTermTherapies.class.getResourceAsStream("therapies.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) continue;
        List<String> cells = List.of(line.split("\\|"));
        String names = cells.get(2).replace(";", "|");
        therapies.add(
            new Therapy(
                cells.get(0),
                List.of(cells.get(1).split(" ")),
                Pattern.compile("(?i)\\b(?:" + names + ")\\b")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(therapies);
  }

  /// Whether words are a drug's name, which says nothing of how long it is taken.
  public static boolean isName(String words) {
    return THERAPIES.stream().anyMatch(each -> each.names().matcher(words).matches());
  }

  /// What is told with the problems.
  ///
  /// @param suggestions so far
  /// @param notCoded what stands elsewhere is added
  public List<Suggestion> of(ReadNote note, List<Suggestion> suggestions, List<Mention> notCoded) {
    var found = new ArrayList<Suggestion>();
    boolean mayBeNamed = MAY_BE_LONG_TERM.matcher(note.note().text()).find();
    for (Therapy therapy : THERAPIES) {
      boolean isSuggested = suggestions.stream().anyMatch(s -> s.code().equals(therapy.code()));
      if (isSuggested) continue;
      if (mayBeNamed) {
        List<Evidence> named = namedLongTerm(note, therapy);
        if (!named.isEmpty()) {
          named(therapy, named).ifPresent(found::add);
          continue;
        }
      }
      List<Suggestion> treated = suggestions.stream().filter(therapy::isFor).toList();
      if (treated.isEmpty()) continue;
      List<Evidence> taken = taken(note, therapy);
      for (Suggestion condition : treated) {
        List<Place> stretches = stretches(note, condition);
        List<Evidence> told =
            taken.stream().filter(e -> stretches.stream().anyMatch(s -> s.holds(e))).toList();
        if (told.isEmpty()) continue;
        suggestion(therapy, condition, told).ifPresent(found::add);
        break;
      }
      if (found.stream().anyMatch(s -> s.code().equals(therapy.code()))) continue;
      String why =
          "taken for %s, told apart from it (I.C.21.c.3)"
              .formatted(Icd10Cm.written(treated.getFirst().code()));
      taken.forEach(at -> notCoded.add(new Mention(at, therapy.code(), true, why)));
    }
    return List.copyOf(found);
  }

  /// `Long-term use of warfarin` among what is assessed says it without the condition.
  private static List<Evidence> namedLongTerm(ReadNote note, Therapy therapy) {
    String text = note.note().text();
    return taken(note, therapy).stream()
        .filter(at ->
            note.sentences().stream()
                .filter(s -> s.section() == SectionKind.ASSESSMENT)
                .map(s -> new Place(s.sentence().start(), s.sentence().end()))
                .filter(place -> place.holds(at))
                .anyMatch(
                    place -> LONG_TERM.matcher(text).region(place.start(), at.start()).find()))
        .toList();
  }

  private Optional<Suggestion> named(Therapy therapy, List<Evidence> named) {
    return codes
        .find(therapy.code())
        .map(entry ->
            new Suggestion(
                CodeSystem.ICD10CM,
                entry.code(),
                entry.title(),
                NAMED,
                named,
                List.of(
                    "“%s” is named as a long-term therapy (I.C.21.c.3)"
                        .formatted(named.getFirst().quote())),
                List.of()));
  }

  private Optional<Suggestion> suggestion(
      Therapy therapy, Suggestion condition, List<Evidence> told) {
    return codes
        .find(therapy.code())
        .map(entry ->
            new Suggestion(
                CodeSystem.ICD10CM,
                entry.code(),
                entry.title(),
                condition.confidencePercent(),
                told,
                List.of(
                    "“%s” is taken over a long time for %s (I.C.21.c.3)"
                        .formatted(told.getFirst().quote(), Icd10Cm.written(condition.code()))),
                List.of()));
  }

  /// Where the note names what the patient takes now.
  private static List<Evidence> taken(ReadNote note, Therapy therapy) {
    var taken = new ArrayList<Evidence>();
    for (ReadSentence sentence : note.sentences()) {
      boolean isOfOthers =
          sentence.section() == SectionKind.FAMILY_HISTORY
              || sentence.section() == SectionKind.PAST_HISTORY;
      if (isOfOthers) continue;
      int start = sentence.sentence().start();
      int end = sentence.sentence().end();
      Matcher name = therapy.names().matcher(note.note().text()).region(start, end);
      while (name.find()) {
        String clause = clause(sentence.text(), name.start() - start);
        if (NOT_LASTING.matcher(clause).find()) continue;
        boolean isTold = sentence.section() == SectionKind.NARRATIVE;
        if (isTold && !LASTING.matcher(clause).find()) continue;
        if (said(sentence, name.start(), name.end()) != Assertion.AFFIRMED) continue;
        taken.add(new Evidence(note.note().documentId(), name.start(), name.end(), name.group()));
      }
    }
    return taken;
  }

  private static Assertion said(ReadSentence sentence, int start, int end) {
    int first = 0;
    int beyond = sentence.words().size() - 1;
    while (first < beyond) {
      int middle = (first + beyond) / 2;
      if (sentence.words().get(middle).end() <= start) first = middle + 1;
      else beyond = middle;
    }
    int last = first + 1;
    while (last < sentence.words().size() && sentence.words().get(last).start() < end) last++;
    return sentence.said(first, last);
  }

  private static String clause(String sentence, int at) {
    int from = Math.max(0, at - REACH);
    int to = Math.min(sentence.length(), at + REACH);
    Matcher border = CLAUSE.matcher(sentence).region(from, to);
    while (border.find()) {
      if (border.start() >= at) return sentence.substring(from, border.start());
      from = border.end();
    }
    return sentence.substring(from, to);
  }

  /// Characters of the note, from the first inclusive to the last exclusive.
  private record Place(int start, int end) {
    boolean holds(Evidence evidence) {
      return start <= evidence.start() && evidence.end() <= end;
    }
  }

  /// What stands behind a condition on the line of the assessment that names it; in a note without
  /// an assessment in the sentence that does.
  private static List<Place> stretches(ReadNote note, Suggestion condition) {
    boolean hasAssessment =
        note.sentences().stream().anyMatch(s -> s.section() == SectionKind.ASSESSMENT);
    SectionKind naming = hasAssessment ? SectionKind.ASSESSMENT : SectionKind.NARRATIVE;
    String text = note.note().text();
    var stretches = new ArrayList<Place>();
    for (ReadSentence each : note.sentences()) {
      if (each.section() != naming) continue;
      var sentence = new Place(each.sentence().start(), each.sentence().end());
      for (Evidence named : condition.evidence()) {
        if (!sentence.holds(named)) continue;
        int line = text.indexOf('\n', named.end());
        int lineEnd = line < 0 ? text.length() : line;
        stretches.add(new Place(named.end(), hasAssessment ? lineEnd : sentence.end()));
      }
    }
    return stretches;
  }
}
