package org.cleanclaim.app.codingaudit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cleanclaim.app.codingaudit.CodedVisit.Diagnosis;
import org.cleanclaim.app.codingaudit.CodedVisit.Procedure;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Icd10Pcs;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;

/// Reads codes as an auditor types them: one a line, a diagnosis with its present-on-admission
/// indicator behind it where there is one, a procedure with its modifiers.
final class CodeLines {
  private static final int MOST_LINES = 200;
  private static final String TWICE = "stands there twice. Each code counts once; take one out.";
  private static final Set<String> INDICATORS = Set.of("Y", "N", "U", "W");

  private final CodeSets codeSets;
  private final LocalDate servedOn;
  private final String auditor;
  private final List<String> problems = new ArrayList<>();

  CodeLines(CodeSets codeSets, LocalDate servedOn, String auditor) {
    this.codeSets = codeSets;
    this.servedOn = servedOn;
    this.auditor = auditor;
  }

  /// What could not be read, each with its line; nothing is taken while there is any.
  List<String> problems() {
    return List.copyOf(problems);
  }

  List<Diagnosis> diagnoses(String text) {
    var diagnoses = new ArrayList<Diagnosis>();
    for (String line : lines(text)) {
      var words = words(line);
      var code = Icd10Cm.parse(words.getFirst());
      var entry = code.flatMap(c -> codeSets.find(CodeSystem.ICD10CM, c.value(), servedOn));
      if (entry.isEmpty()) {
        problem(line, "is no ICD-10-CM code on the day of service. Look it up and type it again.");
      } else if (words.size() > 2 || (words.size() == 2 && !INDICATORS.contains(words.get(1)))) {
        problem(line, "may have one of Y, N, U, W (present on admission) behind the code.");
      } else if (diagnoses.stream().anyMatch(d -> d.code().equals(code.orElseThrow().value()))) {
        problem(line, TWICE);
      } else {
        diagnoses.add(
            new Diagnosis(
                code.orElseThrow().value(),
                entry.get().title(),
                words.size() == 2 ? words.get(1) : null));
      }
    }
    return diagnoses;
  }

  List<Procedure> procedures(String text) {
    var procedures = new ArrayList<Procedure>();
    for (String line : lines(text)) {
      var words = words(line);
      String code = words.getFirst();
      var system =
          Icd10Pcs.parse(code).isPresent()
              ? CodeSystem.ICD10PCS
              : ProcedureCode.parse(code).map(ProcedureCode::system).orElse(null);
      var modifiers = words.subList(1, words.size());
      if (system == null) {
        problem(line, "is no CPT, HCPCS or ICD-10-PCS code. Look it up and type it again.");
      } else if (!modifiers.stream().allMatch(m -> Modifier.parse(m).isPresent())) {
        problem(line, "may have modifiers of two characters behind the code.");
      } else if (procedures.stream()
          .anyMatch(p -> p.code().equals(code) && p.modifiers().equals(modifiers))) {
        problem(line, TWICE);
      } else {
        procedures.add(
            new Procedure(code, codeSets.label(system, code, servedOn), modifiers, auditor));
      }
    }
    return procedures;
  }

  private List<String> lines(String text) {
    var lines = text.lines().map(String::strip).filter(l -> l.matches(".*[0-9A-Za-z].*")).toList();
    if (lines.size() <= MOST_LINES) return lines;
    problems.add("A visit has at most %d lines of each.".formatted(MOST_LINES));
    return lines.subList(0, MOST_LINES);
  }

  private static List<String> words(String line) {
    return Arrays.stream(line.toUpperCase(Locale.ROOT).strip().split("[\\s,;-]+"))
        .filter(w -> !w.isEmpty())
        .toList();
  }

  private void problem(String line, String what) {
    problems.add("“%s” %s".formatted(line, what));
  }
}
