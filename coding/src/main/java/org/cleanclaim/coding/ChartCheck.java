package org.cleanclaim.coding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Checks the diagnosis codes of one encounter: each valid and complete on the day, and no pair
/// that an Excludes1 note keeps apart (Official Guidelines I.A.12.a, I.B.2).
public final class ChartCheck {
  private ChartCheck() {}

  public static List<Finding> check(List<Icd10Cm> codes, LocalDate asOf, CodeSets codeSets) {
    var findings = new ArrayList<Finding>();
    codeSets
        .edition(CodeSystem.ICD10CM, asOf)
        .ifPresent(edition -> {
          var source = new Citation(edition.name() + ", " + edition.source(), edition.listPeriod());
          for (Icd10Cm code : codes) {
            validity(code, asOf, codeSets, source).ifPresent(findings::add);
            excluded(code, codes, asOf, codeSets, source, findings);
          }
        });
    return List.copyOf(findings);
  }

  private static Optional<Finding> validity(
      Icd10Cm code, LocalDate asOf, CodeSets codeSets, Citation source) {
    Optional<CodeEntry> entry = codeSets.find(CodeSystem.ICD10CM, code.value(), asOf);
    if (entry.isEmpty()) {
      String message = code.dotted() + " is not in the installed code set on " + asOf + ".";
      return Optional.of(
          finding(
              "CHART-CODE-UNKNOWN", Layer.CODE_VALIDITY, message, "Choose a valid code.", source));
    }
    if (entry.get().billable()) return Optional.empty();
    String message = code.dotted() + " needs more characters.";
    return Optional.of(
        finding(
            "CHART-CODE-INCOMPLETE",
            Layer.CODE_VALIDITY,
            message,
            "Choose a code below it.",
            source));
  }

  private static void excluded(
      Icd10Cm code,
      List<Icd10Cm> codes,
      LocalDate asOf,
      CodeSets codeSets,
      Citation source,
      List<Finding> findings) {
    for (Note note : codeSets.notes(CodeSystem.ICD10CM, code.value(), asOf)) {
      if (note.kind() != Note.Kind.EXCLUDES1) continue;
      for (Icd10Cm other : codes) {
        if (other.equals(code) || note.codes().stream().noneMatch(r -> names(r, other))) continue;
        String message = "An Excludes1 note at " + code.dotted() + " names " + other.dotted() + ".";
        String remedy = "Keep one, unless the two conditions are unrelated.";
        findings.add(finding("CHART-EXCLUDES1", Layer.CHART, message, remedy, source));
      }
    }
  }

  private static boolean names(String range, Icd10Cm code) {
    int dash = range.indexOf('-');
    if (dash < 0 || dash == range.length() - 1) {
      return code.value().startsWith(dash < 0 ? range : range.substring(0, dash));
    }
    String last = range.substring(dash + 1);
    String value = code.value();
    return value.compareTo(range.substring(0, dash)) >= 0
        && (value.compareTo(last) <= 0 || value.startsWith(last));
  }

  private static Finding finding(
      String rule, Layer layer, String message, String remedy, Citation source) {
    Severity severity = layer == Layer.CHART ? Severity.WARNING : Severity.ERROR;
    return new Finding(
        new RuleId(rule), layer, severity, Place.field("Diagnosis"), message, remedy, null, source);
  }
}
