package org.cleanclaim.coding.note;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.document.NoteReader;
import org.cleanclaim.coding.specificity.Sides;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.Icd10Cm;

/// A condition without a side in a note that names both sides of the place: no side is guessed.
final class SideFinding {
  private static final Citation SOURCE =
      new Citation(
          "ICD-10-CM Official Guidelines, I.B.13", EffectivePeriod.from(LocalDate.of(2015, 10, 1)));

  private SideFinding() {}

  static List<Finding> of(Documentation note, List<Suggestion> suggestions) {
    var findings = new ArrayList<Finding>();
    List<Suggestion> open = suggestions.stream().filter(SideFinding::isSideless).toList();
    if (open.isEmpty()) return findings;
    Sides sides = Sides.of(NoteReader.read(note.text()));
    for (Suggestion suggestion : open) {
      Evidence at = suggestion.evidence().getFirst();
      var stems =
          ClinicalWord.ofNote(at.quote(), 0, at.quote().length()).stream()
              .map(ClinicalWord::stem)
              .collect(Collectors.toSet());
      if (sides.areSeveral(stems)) findings.add(finding(note, suggestion, at));
    }
    return findings;
  }

  private static boolean isSideless(Suggestion suggestion) {
    return suggestion.missingDetail().stream().anyMatch(m -> m.contains("the side"));
  }

  private static Finding finding(Documentation note, Suggestion suggestion, Evidence at) {
    long line = 1 + note.text().substring(0, at.start()).chars().filter(c -> c == '\n').count();
    return new Finding(
        new RuleId("NOTE-SIDES"),
        Layer.STRUCTURE,
        Severity.WARNING,
        Place.field("line " + line),
        "The note names more than one side of what "
            + new Icd10Cm(suggestion.code()).dotted()
            + " rests on, and not which is meant.",
        "Ask the provider which side it is.",
        null,
        SOURCE);
  }
}
