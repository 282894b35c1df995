package org.cleanclaim.edits;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.party.Sex;

/// The coding guidelines as far as a claim shows them.
final class ChartRules implements EditRule {
  private final CodeSets codeSets;

  ChartRules(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    var findings = new ArrayList<Finding>();
    LocalDate day = claim.servedFrom().orElse(context.asOf());
    var codes = claim.diagnoses().stream().map(Diagnosis::code).distinct().toList();
    if (!codes.isEmpty() && "VWXY".indexOf(codes.getFirst().value().charAt(0)) >= 0) {
      findings.add(
          Rule.EXTERNAL_CAUSE_FIRST.at(
              Place.field("Diagnoses"),
              codes.getFirst() + " says how it happened and is listed first.",
              "List the injury first."));
    }
    excludes1(codes, day, findings);
    for (Icd10Cm code : codes) {
      sex(claim, code, findings);
      age(claim, code, day, findings);
    }
    return findings;
  }

  private void excludes1(List<Icd10Cm> codes, LocalDate day, List<Finding> findings) {
    if (codes.size() < 2) return;
    for (Icd10Cm code : codes) {
      String category = code.category();
      for (Note note : codeSets.notes(CodeSystem.ICD10CM, code.value(), day)) {
        if (note.kind() != Note.Kind.EXCLUDES1) continue;
        for (Icd10Cm other : codes) {
          if (other.value().startsWith(category) || !note.names(other.value())) continue;
          findings.add(
              Rule.EXCLUDES1.at(
                  Place.field("Diagnoses"),
                  "An Excludes1 note at " + code + " names " + other + ".",
                  "Keep one of them, unless the two conditions are unrelated."));
        }
      }
    }
  }

  private static void sex(Claim claim, Icd10Cm code, List<Finding> findings) {
    Sex sex = claim.patient().sex();
    String category = code.category();
    boolean isFemale =
        category.charAt(0) == 'O'
            || within(category, "N70", "N98")
            || within(category, "Z33", "Z39");
    boolean isMale = within(category, "N40", "N53") || category.equals("C61");
    if ((isFemale && sex == Sex.MALE) || (isMale && sex == Sex.FEMALE)) {
      findings.add(
          Rule.SEX_CONFLICT.at(
              Place.field("Diagnoses"),
              code + " does not fit the patient's registered sex.",
              "Check the registration and the code."));
    }
  }

  private static void age(Claim claim, Icd10Cm code, LocalDate day, List<Finding> findings) {
    LocalDate bornOn = claim.patient().bornOn();
    if (bornOn == null || bornOn.isAfter(day)) return;
    long years = ChronoUnit.YEARS.between(bornOn, day);
    long days = ChronoUnit.DAYS.between(bornOn, day);
    String value = code.value();
    boolean isWrong =
        (value.startsWith("Z38") && days > 28)
            || (value.startsWith("Z0011") && days > 28)
            || (value.startsWith("Z0012") && (years >= 18 || days < 29))
            || (value.startsWith("Z000") && years < 18);
    if (isWrong) {
      findings.add(
          Rule.AGE_CONFLICT.at(
              Place.field("Diagnoses"),
              code + " does not fit the patient's age.",
              "Check the birth date and the code."));
    }
  }

  private static boolean within(String category, String first, String last) {
    return category.compareTo(first) >= 0 && category.compareTo(last) <= 0;
  }
}
