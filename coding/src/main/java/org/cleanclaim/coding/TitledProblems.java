package org.cleanclaim.coding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.mention.OfficialTitles;
import org.cleanclaim.coding.mention.OfficialTitles.Written;
import org.cleanclaim.coding.reading.ReadSentence;
import org.cleanclaim.coding.specificity.MissingDetail;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Problems of the assessment that are written in the words of the tabular list, each on a line of
/// its own: their codes are those with these titles (Official Guidelines I.B.1).
final class TitledProblems {
  private static final int CONFIDENCE_PERCENT = 90;

  /// Words behind a title that make its code another one, or ask for a second.
  private static final Pattern DETAIL =
      Pattern.compile(
          "(?i)\\b(?:stage|grade|class|type|with|due|secondary|mild|moderate|severe|acute|chronic|right"
              + "|left|bilateral|remission|relapse|suspected|possible|probable|likely|declined|refused)\\b");

  private final OfficialTitles titles;
  private final MissingDetail missingDetail;

  TitledProblems(OfficialTitles titles, MissingDetail missingDetail) {
    this.titles = titles;
    this.missingDetail = missingDetail;
  }

  /// The code whose title a line says that begins with a sentence; its evidence is the title. Empty
  /// where the sentence does not affirm it, or tells more of it: that is for the reader of words.
  Optional<Suggestion> of(Documentation note, ReadSentence sentence) {
    boolean isOfAssessment =
        sentence.section() == SectionKind.ASSESSMENT || sentence.section() == SectionKind.REASONING;
    String text = note.text();
    int start = sentence.words().getFirst().start();
    if (!isOfAssessment || !isFirstOfLine(text, start)) return Optional.empty();
    int end = text.indexOf('\n', start);
    return titles
        .at(text, start, end < 0 ? text.length() : end)
        .filter(written -> isPlain(sentence, written))
        .map(written -> suggestion(note, start, written));
  }

  private static boolean isPlain(ReadSentence sentence, Written written) {
    int inTitle =
        Math.toIntExact(
            sentence.words().stream().filter(word -> word.end() <= written.end()).count());
    boolean isMore = sentence.mentions().stream().anyMatch(found -> found.last() > inTitle);
    int end = sentence.sentence().end() - sentence.sentence().start();
    int behind = Math.min(end, written.end() - sentence.sentence().start());
    if (isMore || inTitle == 0 || DETAIL.matcher(sentence.text()).region(behind, end).find()) {
      return false;
    }
    return sentence.said(0, inTitle).of(written.entry().code()) == Assertion.AFFIRMED;
  }

  private static boolean isFirstOfLine(String text, int start) {
    for (int i = start - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
      if (Character.isLetter(text.charAt(i))) return false;
    }
    return true;
  }

  private Suggestion suggestion(Documentation note, int start, Written written) {
    CodeEntry entry = written.entry();
    String quote = note.text().substring(start, written.end()).stripTrailing();
    return new Suggestion(
        CodeSystem.ICD10CM,
        entry.code(),
        entry.title(),
        CONFIDENCE_PERCENT,
        List.of(new Evidence(note.documentId(), start, start + quote.length(), quote)),
        List.of("“%s” is the title of %s".formatted(quote, Icd10Cm.written(entry.code()))),
        missingDetail.of(entry));
  }
}
