package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// The order of the diagnoses: causes before manifestations (ICD-10-CM Official Guidelines, I.A.13
/// and I.A.17), what an injury left before the injury (I.B.10).
final class SequenceRules implements EditRule {
  private static final String MANIFESTATION = "in diseases classified elsewhere";
  private static final Place DIAGNOSES = Place.field("Diagnoses");

  private final CodeSets codeSets;

  SequenceRules(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    if (claim.diagnoses().isEmpty()) return List.of();
    var findings = new ArrayList<Finding>();
    LocalDate day = claim.servedFrom().orElse(context.asOf());
    Icd10Cm first = claim.diagnoses().getFirst().code();
    if (isManifestation(first, day)) {
      findings.add(
          Rule.MANIFESTATION_FIRST.at(
              DIAGNOSES,
              first + " is a manifestation and is listed first.",
              "List the disease behind it first."));
    }
    if (isSequela(first)) {
      findings.add(
          Rule.SEQUELA_ORDER.at(
              DIAGNOSES,
              first + " says that an injury has a sequela and is listed first.",
              "List the condition that is treated now first."));
    }
    causes(claim, day, findings);
    return findings;
  }

  private boolean isManifestation(Icd10Cm code, LocalDate day) {
    return codeSets
        .find(CodeSystem.ICD10CM, code.value(), day)
        .map(CodeEntry::title)
        .filter(title -> title.contains(MANIFESTATION))
        .isPresent();
  }

  /// Injuries of chapter 19 with the seventh character S.
  private static boolean isSequela(Icd10Cm code) {
    String value = code.value();
    char chapter = value.charAt(0);
    return (chapter == 'S' || chapter == 'T') && value.length() == 7 && value.charAt(6) == 'S';
  }

  /// A code with a "Code first" note stands before a code that its note names.
  private void causes(Claim claim, LocalDate day, List<Finding> findings) {
    int count = claim.diagnoses().size();
    for (int i = 0; i < count - 1; i++) {
      Icd10Cm code = claim.diagnoses().get(i).code();
      for (Note note : codeSets.notes(CodeSystem.ICD10CM, code.value(), day)) {
        if (note.kind() != Note.Kind.CODE_FIRST) continue;
        for (int j = i + 1; j < count; j++) {
          Icd10Cm cause = claim.diagnoses().get(j).code();
          if (cause.equals(code) || !note.names(cause.value())) continue;
          findings.add(
              Rule.CODE_FIRST.at(
                  DIAGNOSES,
                  "A note at %s wants %s before it.".formatted(code, cause),
                  "List the cause first."));
        }
      }
    }
  }
}
