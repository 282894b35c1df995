package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;

/// Modifiers against each other, against the code and against the side that the diagnosis names.
final class ModifierRules implements EditRule {
  private static final Modifier LEFT = new Modifier("LT");
  private static final Modifier RIGHT = new Modifier("RT");
  private static final Modifier BOTH = new Modifier("50");
  private static final Modifier SEPARATE_VISIT = new Modifier("25");

  private final CodeSets codeSets;

  ModifierRules(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    var findings = new ArrayList<Finding>();
    for (ServiceLine line : claim.lines()) {
      var modifiers = line.modifiers();
      if (new HashSet<>(modifiers).size() < modifiers.size()) {
        findings.add(
            Rule.MODIFIER_ONCE.onLine(
                line.number(), "Modifier", "A modifier stands twice.", "Remove the repetition."));
      }
      if (modifiers.contains(SEPARATE_VISIT)
          && line.procedure() != null
          && !ServiceKind.isVisit(line.procedure(), line.servedFrom())) {
        findings.add(
            Rule.VISIT_MODIFIER.onLine(
                line.number(),
                "Modifier",
                "Modifier 25 stands on " + line.procedure() + ", which is no visit.",
                "Put it on the visit of the day."));
      }
      exclusions(line, findings);
      kinds(line, findings);
      sides(claim, line, findings);
    }
    return findings;
  }

  private void sides(Claim claim, ServiceLine line, List<Finding> findings) {
    boolean isLeft = line.modifiers().contains(LEFT);
    boolean isRight = line.modifiers().contains(RIGHT);
    if ((isLeft && isRight) || (line.modifiers().contains(BOTH) && (isLeft || isRight))) {
      findings.add(
          Rule.SIDE_CONFLICT.onLine(
              line.number(),
              "Modifier",
              "The side modifiers contradict each other.",
              "Keep the one that the note supports."));
      return;
    }
    if (!isLeft && !isRight) return;
    var sides = new HashSet<String>();
    for (int pointer : line.diagnosisPointers()) {
      if (pointer >= 1 && pointer <= claim.diagnoses().size()) {
        side(claim.diagnoses().get(pointer - 1).code().value(), line.servedFrom(), sides);
      }
    }
    String wanted = isLeft ? "left" : "right";
    String other = isLeft ? "right" : "left";
    if (sides.contains(other) && !sides.contains(wanted)) {
      findings.add(
          Rule.SIDE_CONFLICT.onLine(
              line.number(),
              "Modifier",
              "The modifier says %s, the diagnosis says %s.".formatted(wanted, other),
              "Read the note and correct the modifier or the diagnosis."));
    }
  }

  private void side(String code, LocalDate day, Set<String> sides) {
    codeSets
        .find(CodeSystem.ICD10CM, code, day)
        .ifPresent(entry -> {
          String title = " " + entry.title().toLowerCase(Locale.ROOT).replace(',', ' ') + " ";
          if (title.contains(" bilateral ")) {
            sides.add("left");
            sides.add("right");
          }
          if (title.contains(" left ")) sides.add("left");
          if (title.contains(" right ")) sides.add("right");
        });
  }

  /// Modifiers of which a line takes one: parts of a service, helpers at an operation, parts of the
  /// global package, the provider who repeats, and who directs an anesthesia.
  private static final List<Set<String>> ONE_OF =
      List.of(
          Set.of("26", "TC"),
          Set.of("80", "81", "82", "62", "66"),
          Set.of("AS", "62", "66"),
          Set.of("54", "55"),
          Set.of("54", "56"),
          Set.of("76", "77"),
          Set.of("58", "78", "79"),
          Set.of("AA", "AD", "QK", "QX", "QY", "QZ"),
          Set.of("59", "XE", "XS", "XP", "XU"),
          Set.of("P1", "P2", "P3", "P4", "P5", "P6"),
          Set.of("JW", "JZ"));

  private static void exclusions(ServiceLine line, List<Finding> findings) {
    if (line.modifiers().size() < 2) return;
    for (Set<String> group : ONE_OF) {
      String first = null;
      for (Modifier modifier : line.modifiers()) {
        String value = modifier.value();
        if (!group.contains(value) || value.equals(first)) continue;
        if (first == null) {
          first = value;
          continue;
        }
        findings.add(
            Rule.COMPONENT_CONFLICT.onLine(
                line.number(),
                "Modifier",
                "Modifiers %s and %s exclude each other.".formatted(first, value),
                "Keep the one that the documentation supports."));
        break;
      }
    }
  }

  private static void kinds(ServiceLine line, List<Finding> findings) {
    ProcedureCode procedure = line.procedure();
    if (procedure == null) return;
    for (Modifier modifier : line.modifiers()) {
      String misfit = ServiceKind.misfit(modifier.value(), procedure, line.servedFrom());
      if (misfit == null) continue;
      findings.add(
          Rule.MODIFIER_KIND.onLine(
              line.number(),
              "Modifier",
              "Modifier %s is for %s, which %s is not.".formatted(modifier, misfit, procedure),
              "Remove it, or put it on the service that it is meant for."));
    }
  }
}
