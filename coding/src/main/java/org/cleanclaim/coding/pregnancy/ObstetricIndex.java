package org.cleanclaim.coding.pregnancy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.mention.TermIndex.Found;

/// What the Alphabetic Index has for a condition below `Pregnancy, complicated by`: `hyperemesis`
/// there is O21.0, though by itself it is R11.10.
final class ObstetricIndex {
  private static final String COMPLICATED_BY = "pregnancy complicated by ";
  private static final int OWN_WORDS = ClinicalWord.ofPhrase(COMPLICATED_BY).size();

  /// The codes of the chapter that are for conditions of other chapters.
  private static final List<String> FOR_OTHER_CHAPTERS = List.of("O98", "O99", "O9A");

  private final TermIndex terms;

  ObstetricIndex(TermIndex terms) {
    this.terms = terms;
  }

  /// The code, which may have others below it; empty where the Index has no such entry, or one that
  /// leaves out a word of the condition.
  Optional<String> complicatedBy(String condition) {
    String phrase = COMPLICATED_BY + condition;
    List<ClinicalWord> words = ClinicalWord.ofNote(phrase, 0, phrase.length());
    long said = words.stream().map(ClinicalWord::start).distinct().count();
    return terms.find(words, new boolean[words.size()], new boolean[words.size()]).stream()
        .filter(found -> found.essential() == said && found.essential() > OWN_WORDS)
        .filter(found -> Gestation.isOfPregnancy(found.code()))
        .filter(found -> FOR_OTHER_CHAPTERS.stream().noneMatch(found.code()::startsWith))
        .max(Comparator.comparingInt(Found::essential))
        .map(Found::code);
  }
}
