package org.cleanclaim.coding.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.reading.ReadNote;
import org.cleanclaim.coding.reading.ReadSentence;
import org.cleanclaim.kernel.code.CodeSystem;

/// What an earlier stroke left: a deficit that is there now because of it is one code of I69.3, and
/// the stroke is not coded as if it were acute (Official Guidelines I.C.9.d). Where nobody says
/// which side is the dominant one, the right is and the left is not (I.C.6.a, I.C.9.d.1).
public final class StrokeSequelae {
  /// The earlier stroke, as the cause of what is there now.
  private static final Pattern LEFT_BY =
      Pattern.compile(
          "\\b(?:due to|from|after|following|secondary to|because of|(?:as )?(?:an? )?(?:late"
              + " effects?|sequelae?|residuals?) of) (?:an? |his |her |the"
              + " )?(?:(?:old|prior|previous|remote|past|earlier|known) )?(?:ischemic"
              + " )?(?:stroke|cva|cerebral infarct(?:ion)?|cerebrovascular accident)\\b");

  /// Of today, so that its deficits are not sequelae.
  private static final Pattern ACUTE = Pattern.compile("\\b(?:acute|new|evolving)\\b");

  private static final Pattern OLD =
      Pattern.compile(
          "\\b(?:old|prior|previous|remote|past|earlier|late"
              + " effects?|sequelae?|residuals?|following)\\b");

  private static final Pattern ONE_SIDED =
      Pattern.compile(
          "\\b(?:hemiplegia|hemiparesis|hemiparalysis|(?:right|left)(?:[- ]sided?)? weakness)\\b");

  /// The other deficits by the words for them.
  private static final Map<String, String> DEFICITS =
      Map.of(
          "aphasia", "I69320",
          "dysphasia", "I69321",
          "dysarthria", "I69322",
          "dysphagia", "I69391",
          "facial weakness", "I69392",
          "facial droop", "I69392",
          "ataxia", "I69393");

  /// What is said by the code for the sequela: the acute stroke, the deficit by itself.
  private static final List<String> SAID =
      List.of("I63", "G81", "R531", "R4701", "R4702", "R471", "R2981", "R270", "I69359");

  private static final int ASSESSED = 80;

  private final Edition codes;

  public StrokeSequelae(Edition codes) {
    this.codes = codes;
  }

  /// The suggestions with the sequelae that the problems tell of.
  ///
  /// @param notCoded what gives way is added
  public List<Suggestion> settle(
      ReadNote note, List<Suggestion> suggestions, List<Mention> notCoded) {
    List<Suggestion> settled = suggestions;
    for (ReadSentence sentence : note.sentences()) {
      boolean isAssessed =
          sentence.sentence().isProblem() || sentence.section() == SectionKind.ASSESSMENT;
      if (!isAssessed) continue;
      Matcher left = LEFT_BY.matcher(sentence.text());
      if (!left.find() || !OLD.matcher(sentence.text()).find()) continue;
      if (ACUTE.matcher(sentence.text()).find()) continue;
      settled = settle(note, sentence, settled, notCoded);
    }
    return settled;
  }

  private List<Suggestion> settle(
      ReadNote note, ReadSentence sentence, List<Suggestion> suggestions, List<Mention> notCoded) {
    List<Suggestion> sequelae = sequelae(note, sentence);
    if (sequelae.isEmpty()) return suggestions;
    var settled = new ArrayList<Suggestion>();
    for (Suggestion each : suggestions) {
      boolean isSaid =
          SAID.stream().anyMatch(each.code()::startsWith)
              && each.evidence().stream().allMatch(at -> isIn(sentence, at));
      boolean isThere = sequelae.stream().anyMatch(s -> s.code().equals(each.code()));
      if (isSaid) {
        Guidelines.drop(each, "the code for the sequela of the stroke says it (I.C.9.d)", notCoded);
      } else if (!isThere) {
        settled.add(each);
      }
    }
    // Its note asks for the kind of dysphagia behind it.
    settled.addAll(0, sequelae);
    return settled;
  }

  private static boolean isIn(ReadSentence sentence, Evidence at) {
    return sentence.sentence().start() <= at.start() && at.end() <= sentence.sentence().end();
  }

  private List<Suggestion> sequelae(ReadNote note, ReadSentence sentence) {
    var found = new ArrayList<Suggestion>();
    Matcher side = ONE_SIDED.matcher(sentence.text());
    if (side.find()) {
      boolean isRight = sentence.text().contains("right");
      boolean isLeft = sentence.text().contains("left");
      String code = isRight == isLeft ? "I69359" : isRight ? "I69351" : "I69354";
      made(note, sentence, code, side.start(), side.end()).ifPresent(found::add);
    }
    DEFICITS.forEach((words, code) -> {
      int at = sentence.text().indexOf(words);
      if (at >= 0) made(note, sentence, code, at, at + words.length()).ifPresent(found::add);
    });
    return found;
  }

  private Optional<Suggestion> made(
      ReadNote note, ReadSentence sentence, String code, int from, int to) {
    Optional<CodeEntry> entry = codes.find(code).filter(CodeEntry::billable);
    int start = sentence.sentence().start();
    String quote = note.note().text().substring(start + from, start + to);
    return entry.map(is ->
        new Suggestion(
            CodeSystem.ICD10CM,
            is.code(),
            is.title(),
            ASSESSED,
            List.of(new Evidence(note.note().documentId(), start + from, start + to, quote)),
            List.of("“%s” is left by an earlier stroke (I.C.9.d)".formatted(quote)),
            List.of()));
  }
}
