package org.cleanclaim.app.pricing;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.code.CodeSystem;

/// Finds diagnoses that no bill of the day may bear. The starter list, which knows few codes, says
/// nothing. Source: ICD-10-CM official guidelines, section I.B.2 (highest number of characters),
/// and the order file in force on the last day of service.
public record DiagnosisDates(CodeSets codeSets) {

  /// What is wrong with a claim's diagnoses, each with its remedy.
  public List<String> findings(Claim claim) {
    LocalDate last = ClaimFacts.lastDay(claim);
    LocalDate day = last == null ? claim.servedThrough().orElse(null) : last;
    if (day == null) return List.of();
    var edition = codeSets.edition(CodeSystem.ICD10CM, day);
    if (edition.isEmpty() || edition.get().starter()) return List.of();
    return claim.diagnoses().stream()
        .map(Diagnosis::code)
        .filter(code -> !codeSets.isBillable(CodeSystem.ICD10CM, code.value(), day))
        .map(code ->
            "The diagnosis %s is not valid on %s. Look it up for the day and correct it."
                .formatted(code.dotted(), day))
        .toList();
  }
}
