package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /// @param wanted what is looked for
  NoteReading read(ReadNote note, Wanted wanted) {
    var sightings = new ArrayList<Sighting>();
    var phrases = new LinkedHashMap<String, List<Evidence>>();
    var wordings = new LinkedHashMap<String, List<Evidence>>();
    var stated = new HashSet<String>();
    var stems = new HashSet<String>();
    for (ReadSentence sentence : note.sentences()) {
      for (ClinicalWord word : sentence.words()) stems.add(word.stem());
      for (TermIndex.Found match : sentence.mentions()) sight(sentence, match, wanted, sightings);
      boolean[] barriers = sentence.barriers();
      phrases(sentence, barriers, wanted, phrases);
      for (WordSets.Found found :
          wanted.wordings().find(sentence.words(), barriers, wanted.isWording())) {
        keep(sentence, found.wording(), found.first(), found.last(), wordings);
        if (isStated(sentence, found.first(), found.last())) stated.add(found.wording());
      }
    }
    return new NoteReading(note, sightings, phrases, wordings, stated, stems);
  }

  private void sight(
      ReadSentence sentence, TermIndex.Found match, Wanted wanted, List<Sighting> sightings) {
    for (CodeEntry entry : resolver.resolve(match.code(), sentence.telling())) {
      if (!wanted.isCategory().test(Categories.of(entry.code()))) continue;
      String code = inEpisode(entry, sentence);
      boolean isDirect = code.equals(match.code());
      Assertion said = said(sentence, match.first(), match.last());
      Evidence evidence = sentence.evidence(match.first(), match.last());
      sightings.add(new Sighting(code, isDirect, match.essential(), said, evidence));
    }
  }

  private static void phrases(
      ReadSentence sentence,
      boolean[] barriers,
      Wanted wanted,
      Map<String, List<Evidence>> phrases) {
    List<ClinicalWord> words = sentence.words();
    for (int first = 0; first < words.size(); first++) {
      if (!wanted.begins().test(words.get(first).stem())) continue;
      var phrase = new StringBuilder();
      for (int last = first; last < Math.min(words.size(), first + LONGEST); last++) {
        if (last > first && barriers[last]) break;
        phrase.append(last > first ? " " : "").append(words.get(last).stem());
        String key = phrase.toString();
        if (!wanted.isPhrase().test(key)) continue;
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
