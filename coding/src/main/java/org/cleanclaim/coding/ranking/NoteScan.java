package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.reading.ReadNote;
import org.cleanclaim.coding.reading.ReadSentence;
import org.cleanclaim.coding.specificity.CodeResolver;
import org.cleanclaim.coding.specificity.EpisodeOfCare;

/// Reads all that a note names, whatever its section.
final class NoteScan {
  /// The longest run of words that is looked at as a phrase.
  static final int LONGEST = 3;

  private static final int MOST_PLACES = 20;

  private final CodeResolver resolver;
  private final Edition codes;

  NoteScan(CodeResolver resolver, Edition codes) {
    this.resolver = resolver;
    this.codes = codes;
  }

  /// @param isWanted which phrases are kept
  /// @param wanted wordings that are looked for
  NoteReading read(ReadNote note, Predicate<String> isWanted, WordSets wanted) {
    var sightings = new ArrayList<Sighting>();
    var phrases = new LinkedHashMap<String, List<Evidence>>();
    var wordings = new LinkedHashMap<String, List<Evidence>>();
    var stems = new HashSet<String>();
    var stated = new HashSet<String>();
    var sentences = new TreeMap<Integer, Set<String>>();
    for (ReadSentence sentence : note.sentences()) {
      var near = new HashSet<String>();
      sentence.words().forEach(word -> near.add(word.stem()));
      sentences.put(sentence.sentence().start(), near);
      stems.addAll(near);
      for (TermIndex.Found match : sentence.mentions()) {
        Evidence evidence = sentence.evidence(match.first(), match.last());
        Assertion said = said(sentence, match.first(), match.last());
        for (CodeEntry entry : resolver.resolve(match.code(), sentence.telling())) {
          String code = inEpisode(entry, sentence);
          boolean isDirect = code.equals(match.code());
          sightings.add(new Sighting(code, isDirect, match.essential(), said, evidence));
        }
      }
      phrases(sentence, isWanted, phrases);
      for (WordSets.Found found : wanted.find(sentence.words(), sentence.barriers())) {
        keep(sentence, found.wording(), found.first(), found.last(), wordings);
        if (isStated(sentence, found.first(), found.last())) stated.add(found.wording());
      }
    }
    int length = note.note().text().length();
    return new NoteReading(length, sightings, phrases, wordings, stated, sentences, stems);
  }

  private static void phrases(
      ReadSentence sentence, Predicate<String> isWanted, Map<String, List<Evidence>> phrases) {
    List<ClinicalWord> words = sentence.words();
    boolean[] barriers = sentence.barriers();
    for (int first = 0; first < words.size(); first++) {
      var phrase = new StringBuilder();
      for (int last = first; last < Math.min(words.size(), first + LONGEST); last++) {
        if (last > first && barriers[last]) break;
        phrase.append(last > first ? " " : "").append(words.get(last).stem());
        String key = phrase.toString();
        if (!isWanted.test(key)) continue;
        if (isStated(sentence, first, last + 1)) keep(sentence, key, first, last + 1, phrases);
      }
    }
  }

  /// Keeps what is told with its place.
  private static void keep(
      ReadSentence sentence, String key, int first, int last, Map<String, List<Evidence>> kept) {
    List<Evidence> places = kept.computeIfAbsent(key, k -> new ArrayList<>());
    if (places.size() < MOST_PLACES) places.add(sentence.evidence(first, last));
  }

  private static boolean isStated(ReadSentence sentence, int first, int last) {
    Assertion said = said(sentence, first, last);
    return said == Assertion.AFFIRMED || said == Assertion.PAST || said == Assertion.RESOLVED;
  }

  private static Assertion said(ReadSentence sentence, int first, int last) {
    if (sentence.section() == SectionKind.FAMILY_HISTORY) return Assertion.FAMILY;
    return sentence.said(first, last);
  }

  private String inEpisode(CodeEntry entry, ReadSentence sentence) {
    if (entry.code().length() < 7) return entry.code();
    return EpisodeOfCare.of(entry.code(), sentence.text(), code -> codes.find(code).isPresent());
  }
}
