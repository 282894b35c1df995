package org.cleanclaim.coding.guideline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
  /// How many characters behind a manifestation its cause may stand.
  private static final int NAMED_WITHIN = 40;

  private static final String WITH = "\"with\" assumes the relation (I.A.15)";

  /// What the Alphabetic Index lists below "Diabetes, type 1" and "type 2", "with".
  ///
  /// @param partners how the code of the other condition begins
  /// @param kind how the codes for both go on behind the category
  /// @param ending of the code for both where no more is told
  /// @param isPartnerKept whether the other condition is coded besides, since its code says more
  private record Complication(
      List<String> partners, String kind, String ending, boolean isPartnerKept) {
    Optional<Suggestion> partner(List<Suggestion> all) {
      return all.stream().filter(s -> partners.stream().anyMatch(s.code()::startsWith)).findFirst();
    }
  }

  private static final List<Complication> DIABETES_WITH =
      List.of(
          new Complication(List.of("N18"), "2", "22", true),
          new Complication(List.of("H3500"), "3", "319", false),
          new Complication(List.of("I739"), "5", "51", true),
          new Complication(List.of("G629"), "4", "42", false),
          new Complication(List.of("K3184"), "43", "43", true),
          new Complication(List.of("L974", "L975"), "621", "621", true),
          new Complication(List.of("L97", "L984"), "62", "622", true),
          new Complication(List.of("E162"), "64", "649", false),
          new Complication(List.of("R739"), "65", "65", false));

  /// Diabetes with chronic kidney disease.
  private static final List<String> DIABETIC_KIDNEY = List.of("E1022", "E1122", "E1322");

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
    combinations.infectionOfLungDisease();
    combinations.covidOfPneumonia();
    combinations.covidOfBronchitis();
    combinations.septicShock();
    combinations.psychoticFeatures();
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

  /// Each complication has its code of the diabetes (I.C.4.a): as many as it takes.
  private void diabetes(String category) {
    var plain = find(category + "9");
    if (plain.isPresent() && hasComplication(category)) {
      remove(plain.get(), "a code of the same diabetes says the complication (I.C.4.a)");
    }
    for (Complication complication : DIABETES_WITH) {
      Optional<Suggestion> diabetes =
          suggestions.stream().filter(s -> s.code().startsWith(category)).findFirst();
      if (diabetes.isEmpty()) return;
      Optional<Suggestion> partner = complication.partner(suggestions);
      if (partner.isEmpty()) continue;
      if (!any(category + complication.kind())) {
        find(category + "9")
            .ifPresentOrElse(
                open -> replace(open, partner.get().code(), category + complication.ending(), WITH),
                () -> add(diabetes.get(), partner.get(), category + complication.ending(), WITH));
      }
      if (!complication.isPartnerKept() && any(category + complication.kind())) {
        remove(partner.get(), "the code of the diabetes says it (I.B.9)");
      }
    }
  }

  private boolean hasComplication(String category) {
    return suggestions.stream()
        .anyMatch(s -> s.code().startsWith(category) && !s.code().equals(category + "9"));
  }

  private void pairs() {
    for (CombinedPair pair : CombinedPair.ALL) {
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
  }

  /// An exacerbation and an infection of COPD are two codes, which stand side by side (note at
  /// J44.0; I.C.10.a).
  private void infectionOfLungDisease() {
    Optional<Suggestion> exacerbation = find("J441");
    Optional<Suggestion> infection =
        suggestions.stream()
            .filter(s ->
                CombinedPair.LOWER_RESPIRATORY_INFECTION.stream().anyMatch(s.code()::startsWith))
            .findFirst();
    if (exacerbation.isEmpty() || infection.isEmpty() || any("J440")) return;
    add(exacerbation.get(), infection.get(), "J440", "with its acute lower respiratory infection");
  }

  /// Pneumonia due to COVID-19 is coded behind COVID-19 (I.C.1.g.1.c).
  private void covidOfPneumonia() {
    Optional<Suggestion> pneumonia = find("J1282");
    if (pneumonia.isEmpty() || any("U071")) return;
    add(pneumonia.get(), pneumonia.get(), "U071", "the infection stands first (I.C.1.g.1.c)");
  }

  /// Acute bronchitis that is told with COVID-19 is its manifestation, behind it, and due to
  /// another specified organism (I.C.1.g.1.b, I.C.1.g.1.c.ii).
  private void covidOfBronchitis() {
    Optional<Suggestion> bronchitis = find("J209");
    Optional<Suggestion> covid = find("U071");
    if (bronchitis.isEmpty() || covid.isEmpty()) return;
    if (!isNear(bronchitis.get(), covid.get())) return;
    replace(bronchitis.get(), "U071", "J208", "due to COVID-19 (I.C.1.g.1.c.ii)");
    find("J208")
        .ifPresent(other -> {
          suggestions.remove(covid.get());
          suggestions.add(suggestions.indexOf(other), covid.get());
        });
  }

  private static boolean isNear(Suggestion one, Suggestion other) {
    return one.evidence().stream()
        .anyMatch(at ->
            other.evidence().stream()
                .anyMatch(by -> by.start() >= at.end() && by.start() - at.end() <= NAMED_WITHIN));
  }

  /// Septic shock is R65.21 (Excludes1 note at R57; I.C.1.d.2).
  private void septicShock() {
    for (Suggestion shock : List.copyOf(suggestions)) {
      if (!shock.code().equals("R579") || any("R6521")) continue;
      suggestions.stream()
          .filter(s -> s.code().startsWith("A40") || s.code().startsWith("A41"))
          .filter(s -> s.evidence().stream().anyMatch(at -> isOfSepticShock(at, shock)))
          .findFirst()
          .ifPresent(sepsis -> replace(shock, sepsis.code(), "R6521", "septic shock (I.C.1.d.2)"));
    }
    if (!any("R6521")) return;
    for (Suggestion shock : List.copyOf(suggestions)) {
      if (shock.code().startsWith("R57")) remove(shock, "R65.21 says it (I.C.1.d.2)");
    }
  }

  /// Whether the words for the sepsis are those of the shock too: `septic shock due to E. coli`.
  private static boolean isOfSepticShock(Evidence sepsis, Suggestion shock) {
    return sepsis.quote().toLowerCase(Locale.ROOT).contains("septic shock")
        && shock.evidence().stream()
            .anyMatch(at -> sepsis.start() <= at.start() && at.end() <= sepsis.end());
  }

  /// Psychotic features of a mood disorder are said by its code.
  private void psychoticFeatures() {
    Optional<Suggestion> psychosis = find("F29");
    Optional<Suggestion> disorder =
        suggestions.stream()
            .filter(s -> s.code().startsWith("F3"))
            .filter(s -> s.title().contains("with psychotic"))
            .findFirst();
    if (psychosis.isEmpty() || disorder.isEmpty()) return;
    remove(
        psychosis.get(), Icd10Cm.written(disorder.get().code()) + " says the psychotic features");
  }

  /// One more code, for two conditions of the note.
  private void add(Suggestion first, Suggestion second, String code, String why) {
    var entry = codeSets.find(CodeSystem.ICD10CM, code, asOf).filter(CodeEntry::billable);
    if (entry.isEmpty()) return;
    var evidence = new LinkedHashSet<Evidence>(first.evidence());
    evidence.addAll(second.evidence());
    suggestions.add(
        suggestions.indexOf(first),
        new Suggestion(
            first.system(),
            code,
            entry.get().title(),
            Math.min(first.confidencePercent(), second.confidencePercent()),
            List.copyOf(evidence),
            List.of(
                "%s beside %s: %s"
                    .formatted(Icd10Cm.written(first.code()), Icd10Cm.written(second.code()), why)),
            List.of()));
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
