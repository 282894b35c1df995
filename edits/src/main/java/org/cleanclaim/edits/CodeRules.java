package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;

/// Whether codes exist and are complete on the day of service. The starter tables are a selection,
/// so absence from them proves nothing: only an incomplete code is told then.
final class CodeRules implements EditRule {
  private static final int MOST_DIAGNOSES = 12;
  private static final int MOST_POINTERS = 4;

  private final CodeSets codeSets;

  CodeRules(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    var findings = new ArrayList<Finding>();
    LocalDate day = claim.servedFrom().orElse(context.asOf());
    diagnoses(claim, day, findings);
    if (claim.placeOfService() != null
        && isWhole(CodeSystem.PLACE_OF_SERVICE, day, true)
        && codeSets
            .find(CodeSystem.PLACE_OF_SERVICE, claim.placeOfService().value(), day)
            .isEmpty()) {
      findings.add(
          Rule.PLACE_VALID.at(
              Place.field("Place of service"),
              "Place of service " + claim.placeOfService() + " is not assigned.",
              "Choose the place where the service was given."));
    }
    for (ServiceLine line : claim.lines()) {
      line(claim, line, findings);
    }
    return findings;
  }

  private void diagnoses(Claim claim, LocalDate day, List<Finding> findings) {
    int count = claim.diagnoses().size();
    if (count == 0 || count > MOST_DIAGNOSES) {
      findings.add(
          Rule.HAS_DIAGNOSIS.at(
              Place.field("Diagnoses"),
              "The claim has " + count + " diagnoses.",
              "A claim takes one to twelve."));
    }
    var seen = new HashSet<Icd10Cm>();
    for (Diagnosis diagnosis : claim.diagnoses()) {
      Icd10Cm code = diagnosis.code();
      if (!seen.add(code)) {
        findings.add(
            Rule.DIAGNOSIS_ONCE.at(
                Place.field("Diagnoses"),
                code + " stands more than once.",
                "Remove the repetition."));
      }
      var entry = codeSets.find(CodeSystem.ICD10CM, code.value(), day);
      if (entry.isPresent() && !entry.get().billable()) {
        findings.add(incomplete(code, day));
      } else if (entry.isEmpty() && isWhole(CodeSystem.ICD10CM, day, false)) {
        findings.add(
            Rule.DIAGNOSIS_VALID.at(
                Place.field("Diagnoses"),
                code + " is not a valid diagnosis on " + day + ".",
                "Choose a code that is valid on the day of service."));
      }
    }
  }

  private Finding incomplete(Icd10Cm code, LocalDate day) {
    var below =
        codeSets.children(CodeSystem.ICD10CM, code.value(), day).stream()
            .map(CodeEntry::code)
            .limit(4)
            .toList();
    String examples =
        below.isEmpty()
            ? ""
            : " Below it are "
                + String.join(", ", below.stream().map(c -> new Icd10Cm(c).dotted()).toList())
                + ".";
    return Rule.DIAGNOSIS_COMPLETE.at(
        Place.field("Diagnoses"),
        code + " needs more characters." + examples,
        "Choose the code with all its characters that the documentation supports.");
  }

  private void line(Claim claim, ServiceLine line, List<Finding> findings) {
    LocalDate day = line.servedFrom();
    var procedure = line.procedure();
    if (procedure != null
        && procedure.system() == CodeSystem.HCPCS
        && isWhole(CodeSystem.HCPCS, day, false)
        && codeSets.find(CodeSystem.HCPCS, procedure.value(), day).isEmpty()) {
      findings.add(
          Rule.PROCEDURE_VALID.onLine(
              line.number(),
              "Procedure",
              procedure + " is not valid on " + day + ".",
              "Choose a code that is valid on the day."));
    }
    for (Modifier modifier : line.modifiers()) {
      if (isWhole(CodeSystem.MODIFIER, day, false)
          && codeSets.find(CodeSystem.MODIFIER, modifier.value(), day).isEmpty()) {
        findings.add(
            Rule.MODIFIER_VALID.onLine(
                line.number(),
                "Modifier",
                "Modifier " + modifier + " is not valid.",
                "Correct the modifier."));
      }
    }
    if (BillTypes.isInstitutional(claim)) return; // lines of hospital bills point to none
    boolean isPointerWrong =
        line.diagnosisPointers().isEmpty()
            || line.diagnosisPointers().size() > MOST_POINTERS
            || line.diagnosisPointers().stream()
                .anyMatch(p -> p < 1 || p > claim.diagnoses().size());
    if (isPointerWrong) {
      findings.add(
          Rule.POINTERS.onLine(
              line.number(),
              "Diagnosis pointer",
              "The line points to no diagnosis of the claim, or to more than four.",
              "Choose the diagnoses for which the service was done."));
    }
  }

  /// Whether the installed table is complete, so that a missing code is an invalid one.
  private boolean isWhole(CodeSystem system, LocalDate day, boolean isStarterWhole) {
    return codeSets.edition(system, day).filter(v -> isStarterWhole || !v.starter()).isPresent();
  }
}
