package org.cleanclaim.coding.guideline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.kernel.code.CodeSystem;

/// Codes that stand for two conditions at once: hypertension with heart failure or kidney disease
/// (I.C.9.a: the relation is assumed), diabetes with its complications (I.A.15).
final class Combinations {
  /// What the Alphabetic Index lists below "Diabetes, type 1" and "type 2", "with": the other
  /// condition's code, and the ending of the combined one.
  private static final Map<String, String> DIABETES_WITH = new LinkedHashMap<>();

  static {
    DIABETES_WITH.put("N18", "22");
    DIABETES_WITH.put("I739", "51");
    DIABETES_WITH.put("G629", "42");
    DIABETES_WITH.put("K3184", "43");
    DIABETES_WITH.put("E162", "649");
    DIABETES_WITH.put("R739", "65");
  }

  private final List<Suggestion> suggestions;
  private final CodeSets codeSets;
  private final LocalDate asOf;
  private final List<Mention> notCoded;

  private Combinations(
      List<Suggestion> suggestions, CodeSets codeSets, LocalDate asOf, List<Mention> notCoded) {
    this.suggestions = new ArrayList<>(suggestions);
    this.codeSets = codeSets;
    this.asOf = asOf;
    this.notCoded = notCoded;
  }

  static List<Suggestion> apply(
      List<Suggestion> suggestions, CodeSets codeSets, LocalDate asOf, List<Mention> notCoded) {
    var combinations = new Combinations(suggestions, codeSets, asOf, notCoded);
    combinations.hypertension();
    combinations.diabetes("E11");
    combinations.diabetes("E10");
    return List.copyOf(combinations.suggestions);
  }

  private void hypertension() {
    var plain = find("I10");
    if (plain.isEmpty()) return;
    if (any("I11") || any("I12") || any("I13")) {
      remove(plain.get(), "the combination code says the hypertension (I.C.9.a)");
      return;
    }
    boolean hasHeartFailure = any("I50");
    boolean hasKidneyDisease = any("N18");
    if (!hasHeartFailure && !hasKidneyDisease) return;
    boolean isEndStage = any("N185") || any("N186");
    String code;
    if (hasHeartFailure && hasKidneyDisease) {
      code = isEndStage ? "I132" : "I130";
    } else if (hasHeartFailure) {
      code = "I110";
    } else {
      code = isEndStage ? "I120" : "I129";
    }
    replace(
        plain.get(), hasHeartFailure ? "I50" : "N18", code, "the relation is assumed (I.C.9.a)");
  }

  private void diabetes(String category) {
    var plain = find(category + "9");
    if (plain.isEmpty()) return;
    boolean hasComplication =
        suggestions.stream()
            .anyMatch(s -> s.code().startsWith(category) && !s.code().equals(category + "9"));
    if (hasComplication) {
      remove(plain.get(), "a code of the same diabetes says the complication (I.C.4.a)");
      return;
    }
    for (var complication : DIABETES_WITH.entrySet()) {
      if (!any(complication.getKey())) continue;
      replace(
          plain.get(),
          complication.getKey(),
          category + complication.getValue(),
          "\"with\" assumes the relation (I.A.15)");
      return;
    }
  }

  private void replace(Suggestion plain, String partner, String code, String why) {
    var entry = codeSets.find(CodeSystem.ICD10CM, code, asOf).filter(CodeEntry::billable);
    if (entry.isEmpty()) return;
    var evidence = new ArrayList<Evidence>(plain.evidence());
    suggestions.stream()
        .filter(s -> s.code().startsWith(partner))
        .forEach(s -> evidence.addAll(s.evidence()));
    var path = new ArrayList<>(plain.path());
    path.add(plain.code() + " with " + partner + " is coded as " + code + ": " + why);
    suggestions.set(
        suggestions.indexOf(plain),
        new Suggestion(
            plain.system(),
            code,
            entry.get().title(),
            plain.confidencePercent(),
            evidence,
            path,
            List.of()));
  }

  private void remove(Suggestion suggestion, String why) {
    suggestions.remove(suggestion);
    Guidelines.drop(suggestion, why, notCoded);
  }

  private boolean any(String prefix) {
    return suggestions.stream().anyMatch(s -> s.code().startsWith(prefix));
  }

  private Optional<Suggestion> find(String code) {
    return suggestions.stream().filter(s -> s.code().equals(code)).findFirst();
  }
}
