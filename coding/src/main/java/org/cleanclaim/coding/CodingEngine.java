package org.cleanclaim.coding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.IndexTerm;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.assertion.AssertionReader;
import org.cleanclaim.coding.document.NoteReader;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.document.Sentence;
import org.cleanclaim.coding.guideline.Guidelines;
import org.cleanclaim.coding.mention.PhraseDictionary;
import org.cleanclaim.coding.specificity.EpisodeOfCare;
import org.cleanclaim.coding.specificity.GeneralWords;
import org.cleanclaim.kernel.code.CodeSystem;

/// Proposes ICD-10-CM codes from a note. Deterministic and safe for many threads once built.
public final class CodingEngine {
  private final PhraseDictionary dictionary = new PhraseDictionary();
  private final Optional<Edition> codes;
  private final Guidelines guidelines;

  private CodingEngine(CodeSets codeSets, LocalDate asOf) {
    guidelines = new Guidelines(codeSets, asOf);
    codes = codeSets.edition(CodeSystem.ICD10CM, asOf);
    for (IndexTerm term : codeSets.index(CodeSystem.ICD10CM, asOf)) {
      dictionary.add(term.phrase(), term.code());
    }
    codes.stream().flatMap(Edition::entries).forEach(this::addWords);
  }

  private void addWords(CodeEntry entry) {
    dictionary.add(entry.title(), entry.code());
    for (Note note : entry.notes()) {
      if (note.kind() == Note.Kind.INCLUSION_TERM) dictionary.add(note.text(), entry.code());
    }
  }

  /// Compiles the dictionary of the code sets in force on a day.
  public static CodingEngine of(CodeSets codeSets, LocalDate asOf) {
    return new CodingEngine(codeSets, asOf);
  }

  public CodingProposal propose(Documentation note) {
    var found = new LinkedHashMap<String, Suggestion>();
    var notCoded = new ArrayList<Mention>();
    for (Sentence sentence : NoteReader.read(note.text())) {
      for (PhraseDictionary.Match match : dictionary.find(sentence.tokens())) {
        int start = sentence.tokens().get(match.first()).start();
        int end = sentence.tokens().get(match.last() - 1).end();
        var evidence =
            new Evidence(note.documentId(), start, end, note.text().substring(start, end));
        if (GeneralWords.isTooGeneral(evidence.quote())) continue;
        String why = reasonNotToCode(note, sentence, evidence);
        Optional<CodeEntry> billable =
            billable(match.code()).map(e -> inEpisode(e, note.text(), sentence));
        if (!why.isEmpty()) {
          notCoded.add(new Mention(evidence, match.code(), why));
        } else if (billable.isEmpty()) {
          notCoded.add(new Mention(evidence, match.code(), "the code needs more detail"));
        } else {
          Suggestion made = suggestion(billable.get(), match.code(), sentence, evidence);
          found.merge(made.code(), made, CodingEngine::join);
        }
      }
    }
    return new CodingProposal(guidelines.settle(List.copyOf(found.values()), notCoded), notCoded);
  }

  private static String reasonNotToCode(Documentation note, Sentence sentence, Evidence at) {
    switch (sentence.section()) {
      case PAST_HISTORY -> {
        return "past history only";
      }
      case FAMILY_HISTORY -> {
        return "family history";
      }
      case NOT_CODED -> {
        return "section is not a diagnostic statement";
      }
      case ASSESSMENT, NARRATIVE -> {}
    }
    Assertion said = AssertionReader.read(note.text(), sentence, at.start(), at.end());
    boolean inpatientDiagnosis =
        said == Assertion.UNCERTAIN
            && note.setting() == EncounterSetting.INPATIENT
            && sentence.section() == SectionKind.ASSESSMENT;
    return said == Assertion.AFFIRMED || inpatientDiagnosis ? "" : said.inWords();
  }

  private Optional<CodeEntry> billable(String code) {
    CodeEntry entry = find(code).orElse(null);
    while (entry != null && !entry.billable()) {
      List<CodeEntry> below = children(entry.code());
      List<CodeEntry> unspecified =
          below.stream()
              .filter(e -> e.title().toLowerCase(Locale.ROOT).contains("unspecified"))
              .toList();
      List<CodeEntry> choice = below.size() == 1 ? below : unspecified;
      entry = choice.size() == 1 ? choice.getFirst() : null;
    }
    return Optional.ofNullable(entry);
  }

  private CodeEntry inEpisode(CodeEntry entry, String text, Sentence sentence) {
    if (entry.code().length() < 7) return entry;
    String words = text.substring(sentence.start(), sentence.end()).toLowerCase(Locale.ROOT);
    return find(EpisodeOfCare.of(entry.code(), words)).orElse(entry);
  }

  private Optional<CodeEntry> find(String code) {
    return codes.flatMap(edition -> edition.find(code));
  }

  private List<CodeEntry> children(String code) {
    return codes.map(edition -> edition.children(code)).orElse(List.of());
  }

  private static Suggestion suggestion(
      CodeEntry entry, String indexed, Sentence sentence, Evidence evidence) {
    boolean direct = entry.code().equals(indexed);
    boolean assessed = sentence.section() == SectionKind.ASSESSMENT;
    var path = new ArrayList<String>();
    path.add("“" + evidence.quote() + "” leads to " + indexed + " in the alphabetic index");
    if (!direct) path.add("billable code below " + indexed + ": " + entry.code());
    int confidence = (direct ? 90 : 80) - (assessed ? 0 : 15);
    List<String> missing =
        entry.title().toLowerCase(Locale.ROOT).contains("unspecified")
            ? List.of(
                "The documentation does not state the detail that " + indexed + " divides by.")
            : List.of();
    return new Suggestion(
        CodeSystem.ICD10CM,
        entry.code(),
        entry.title(),
        confidence,
        List.of(evidence),
        path,
        missing);
  }

  private static Suggestion join(Suggestion one, Suggestion two) {
    Suggestion best = two.confidencePercent() > one.confidencePercent() ? two : one;
    var evidence = new ArrayList<Evidence>(one.evidence());
    // A word repeated thousands of times supports a code no better than a few places do.
    if (evidence.size() < 20) evidence.addAll(two.evidence());
    return new Suggestion(
        best.system(),
        best.code(),
        best.title(),
        best.confidencePercent(),
        evidence,
        best.path(),
        best.missingDetail());
  }
}
