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
import org.cleanclaim.kernel.code.Icd10Cm;

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

  /// Diabetes with chronic kidney disease.
  private static final List<String> DIABETIC_KIDNEY = List.of("E1022", "E1122", "E1322");

  /// What stands beside a code makes it another one, whose title says both.
  ///
  /// @param plain the code, or how it begins
  /// @param partners how the codes beside it begin
  /// @param combined the code for both
  /// @param isPartnerKept whether the other condition is coded besides
  private record Pair(
      String plain, List<String> partners, String combined, boolean isPartnerKept, String why) {}

  private static final List<Pair> PAIRS =
      List.of(
          disc("M5124", "M5114"),
          disc("M5125", "M5115"),
          disc("M5126", "M5116"),
          disc("M5127", "M5117"),
          disc("M5020", "M5010"),
          disc("M5021", "M5011"),
          disc("M50220", "M50120"),
          disc("M50221", "M50121"),
          disc("M50222", "M50122"),
          disc("M50223", "M50123"),
          disc("M5023", "M5013"),
          new Pair(
              "J449",
              List.of("J12", "J13", "J14", "J15", "J16", "J17", "J18", "J20", "J21", "J22"),
              "J440",
              true,
              "the index has it under Disease, lung, obstructive, with; code also the infection"),
          new Pair(
              "I2510",
              List.of("I200"),
              "I25110",
              false,
              "angina of atherosclerotic heart disease is assumed to be its (I.C.9.b)"),
          new Pair(
              "I2510",
              List.of("I201"),
              "I25111",
              false,
              "angina of atherosclerotic heart disease is assumed to be its (I.C.9.b)"),
          new Pair(
              "I2510",
              List.of("I2089"),
              "I25118",
              false,
              "angina of atherosclerotic heart disease is assumed to be its (I.C.9.b)"),
          new Pair(
              "I2510",
              List.of("I209"),
              "I25119",
              false,
              "angina of atherosclerotic heart disease is assumed to be its (I.C.9.b)"),
          new Pair(
              "D649", List.of("N18"), "D631", true, "\"in (due to) (with)\" assumes it (I.A.15)"),
          new Pair(
              "N400",
              List.of("R350", "R351", "R391", "R338", "N138", "N394"),
              "N401",
              true,
              "with symptoms of the lower urinary tract, which are coded besides (note at N40.1)"));

  /// A displaced disc beside radiculopathy or sciatica.
  private static Pair disc(String displaced, String withRadiculopathy) {
    return new Pair(
        displaced,
        List.of("M541", "M543", "M544"),
        withRadiculopathy,
        false,
        "Excludes1 notes at M54.1, M54.3 and M54.4: that of a disc is coded with the disc");
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
    combinations.diabetes("E11");
    combinations.diabetes("E10");
    combinations.hypertension();
    combinations.pairs();
    return List.copyOf(combinations.suggestions);
  }

  private void hypertension() {
    boolean hasHeartFailure = any("I50");
    boolean hasKidneyDisease = any("N18") || DIABETIC_KIDNEY.stream().anyMatch(this::any);
    boolean isEndStage = any("N185") || any("N186");
    heartAndKidney(hasHeartFailure, hasKidneyDisease, isEndStage);
    var plain = find("I10");
    if (plain.isEmpty()) return;
    if (any("I11") || any("I12") || any("I13")) {
      remove(plain.get(), "the combination code says the hypertension (I.C.9.a)");
      return;
    }
    if (!hasHeartFailure && !hasKidneyDisease) return;
    String code;
    if (hasHeartFailure && hasKidneyDisease) {
      code = isEndStage ? "I132" : "I130";
    } else if (hasHeartFailure) {
      code = "I110";
    } else {
      code = isEndStage ? "I120" : "I129";
    }
    replace(
        plain.get(),
        hasHeartFailure ? "I50" : any("N18") ? "N18" : "E1",
        code,
        "the relation is assumed (I.C.9.a)");
  }

  /// Hypertensive heart disease beside kidney disease and hypertensive kidney disease beside heart
  /// failure are one code (I.C.9.a.3).
  private void heartAndKidney(boolean hasHeartFailure, boolean hasKidney, boolean isEndStage) {
    for (Suggestion one : List.copyOf(suggestions)) {
      if (hasHeartFailure && one.code().startsWith("I131")) {
        String failing = isEndStage || one.code().equals("I1311") ? "I132" : "I130";
        replace(one, "I50", failing, "its heart failure is assumed (I.C.9.a.3)");
        continue;
      }
      boolean isHeart = one.code().startsWith("I11");
      boolean isKidney = one.code().startsWith("I12");
      if (!(isHeart && (hasKidney || any("I12"))) && !(isKidney && (hasHeartFailure || any("I11"))))
        continue;
      boolean isFailing = hasHeartFailure || one.code().equals("I110") || any("I110");
      String code = isFailing ? "I130" : "I1310";
      if (isEndStage) code = isFailing ? "I132" : "I1311";
      if (find(code).isPresent()) {
        remove(one, code + " says both (I.C.9.a.3)");
      } else {
        replace(one, isHeart ? "N18" : "I50", code, "one code says both (I.C.9.a.3)");
      }
    }
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

  private void pairs() {
    for (Pair pair : PAIRS) {
      var plain = find(pair.plain());
      boolean isSaid = !pair.isPartnerKept() && find(pair.combined()).isPresent();
      if (plain.isEmpty() && !isSaid) continue;
      List<Suggestion> partners =
          suggestions.stream()
              .filter(s -> pair.partners().stream().anyMatch(s.code()::startsWith))
              .toList();
      if (partners.isEmpty()) continue;
      if (isSaid) {
        plain.ifPresent(p -> remove(p, Icd10Cm.written(pair.combined()) + " says more"));
      } else {
        plain.ifPresent(p -> replace(p, partners.getFirst().code(), pair.combined(), pair.why()));
      }
      if (!pair.isPartnerKept()) {
        partners.forEach(
            p -> remove(p, Icd10Cm.written(pair.combined()) + " says both (" + pair.why() + ")"));
      }
    }
    dementia();
  }

  /// Dementia with the disease that leads to it: the code for dementia in diseases classified
  /// elsewhere, behind the disease (I.A.13; index, Disease, Alzheimer's, with dementia).
  private void dementia() {
    boolean hasCause = List.of("G30", "G310", "G318", "G20").stream().anyMatch(this::any);
    if (!hasCause) return;
    for (Suggestion plain : List.copyOf(suggestions)) {
      if (!plain.code().startsWith("F03")) continue;
      String partner = any("G30") ? "G30" : any("G31") ? "G31" : "G20";
      replace(plain, partner, "F02" + plain.code().substring(3), "behind its cause (I.A.13)");
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
    path.add(
        "%s with %s is coded as %s: %s"
            .formatted(
                Icd10Cm.written(plain.code()),
                Icd10Cm.written(partner),
                Icd10Cm.written(code),
                why));
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
