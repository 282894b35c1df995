package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.assertion.AssertionReader;
import org.cleanclaim.coding.document.NoteReader;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.document.Sentence;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.specificity.CodeResolver;
import org.cleanclaim.coding.specificity.EpisodeOfCare;
import org.cleanclaim.coding.specificity.Sides;
import org.cleanclaim.coding.specificity.TellingWords;

/// Reads all that a note names, whatever its section.
final class NoteScan {
  /// The longest run of words that is looked at as a phrase.
  static final int LONGEST = 3;

  private static final int MOST_PLACES = 20;

  private final TermIndex terms;
  private final CodeResolver resolver;
  private final Edition codes;

  NoteScan(TermIndex terms, CodeResolver resolver, Edition codes) {
    this.terms = terms;
    this.resolver = resolver;
    this.codes = codes;
  }

  /// @param isWanted which phrases are kept
  /// @param wanted wordings that are looked for
  NoteReading read(Documentation note, Predicate<String> isWanted, WordSets wanted) {
    List<Sentence> sentences = NoteReader.read(note.text());
    Sides sides = Sides.of(sentences);
    var sightings = new ArrayList<Sighting>();
    var phrases = new LinkedHashMap<String, List<Evidence>>();
    var wordings = new LinkedHashMap<String, List<Evidence>>();
    var stems = new HashSet<String>();
    var stated = new HashSet<String>();
    for (Sentence sentence : sentences) {
      boolean[] barriers = sentence.barriers(note.text());
      sentence.words().forEach(word -> stems.add(word.stem()));
      List<TermIndex.Found> matches =
          terms.find(sentence.words(), barriers, sentence.denied(note.text()));
      Set<String> near =
          matches.isEmpty() ? Set.of() : TellingWords.of(note.text(), sentence, sides);
      for (TermIndex.Found match : matches) {
        Evidence evidence = evidence(note, sentence, match.first(), match.last());
        Assertion said = said(note, sentence, evidence);
        for (CodeEntry entry : resolver.resolve(match.code(), near)) {
          String code = inEpisode(entry, note.text(), sentence);
          boolean isDirect = code.equals(match.code());
          sightings.add(new Sighting(code, isDirect, match.essential(), said, evidence));
        }
      }
      phrases(note, sentence, barriers, isWanted, phrases);
      for (WordSets.Found found : wanted.find(sentence.words(), barriers)) {
        keep(note, sentence, found.wording(), found.first(), found.last(), wordings);
        if (isStated(note, sentence, found.first(), found.last())) stated.add(found.wording());
      }
    }
    return new NoteReading(note.text().length(), sightings, phrases, wordings, stated, stems);
  }

  private static void phrases(
      Documentation note,
      Sentence sentence,
      boolean[] barriers,
      Predicate<String> isWanted,
      Map<String, List<Evidence>> phrases) {
    List<ClinicalWord> words = sentence.words();
    for (int first = 0; first < words.size(); first++) {
      var phrase = new StringBuilder();
      for (int last = first; last < Math.min(words.size(), first + LONGEST); last++) {
        if (last > first && barriers[last]) break;
        phrase.append(last > first ? " " : "").append(words.get(last).stem());
        String key = phrase.toString();
        if (!isWanted.test(key)) continue;
        if (isStated(note, sentence, first, last + 1)) {
          keep(note, sentence, key, first, last + 1, phrases);
        }
      }
    }
  }

  /// Keeps what is told with its place.
  private static void keep(
      Documentation note,
      Sentence sentence,
      String key,
      int first,
      int last,
      Map<String, List<Evidence>> kept) {
    Evidence evidence = evidence(note, sentence, first, last);
    List<Evidence> places = kept.computeIfAbsent(key, k -> new ArrayList<>());
    if (places.size() < MOST_PLACES) places.add(evidence);
  }

  private static boolean isStated(Documentation note, Sentence sentence, int first, int last) {
    Assertion said = said(note, sentence, evidence(note, sentence, first, last));
    return said == Assertion.AFFIRMED || said == Assertion.PAST || said == Assertion.RESOLVED;
  }

  private static Evidence evidence(Documentation note, Sentence sentence, int first, int last) {
    int start = sentence.words().get(first).start();
    int end = sentence.words().get(last - 1).end();
    return new Evidence(note.documentId(), start, end, note.text().substring(start, end));
  }

  private static Assertion said(Documentation note, Sentence sentence, Evidence at) {
    if (sentence.section() == SectionKind.FAMILY_HISTORY) return Assertion.FAMILY;
    return AssertionReader.read(note.text(), sentence, at.start(), at.end());
  }

  private String inEpisode(CodeEntry entry, String text, Sentence sentence) {
    if (entry.code().length() < 7) return entry.code();
    String words = text.substring(sentence.start(), sentence.end()).toLowerCase(Locale.ROOT);
    return EpisodeOfCare.of(entry.code(), words, code -> codes.find(code).isPresent());
  }
}
