package org.cleanclaim.coding.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.check.CodedChart;
import org.cleanclaim.coding.check.ListChecks;
import org.cleanclaim.coding.check.OrderedCode;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Makes a list of suggestions one that the chart checks have nothing against: codes that stand in
/// the wrong order are moved, codes that cannot stand are left out, with the sentence of the check
/// as the reason.
public final class ConsistentList {
  /// Checks whose codes go to the front.
  private static final Set<String> TO_FRONT =
      Set.of(
          "CHART-O-FIRST",
          "CHART-Z-FIRST-ONLY",
          "CHART-POISONING-ORDER",
          "CHART-SEPSIS-ORDER",
          "CHART-BURN-ORDER",
          "CHART-ACUTE-FIRST");

  /// Checks whose codes go to the end, or out when they stand alone.
  private static final Set<String> TO_END =
      Set.of(
          "CHART-MANIFESTATION-FIRST",
          "CHART-EXTERNAL-FIRST",
          "CHART-Z-NEVER-FIRST",
          "CHART-SEQUELA-FIRST",
          "CHART-UNDERDOSING-FIRST",
          "CHART-ADVERSE-FIRST",
          "CHART-SEVERE-SEPSIS-FIRST",
          "CHART-CODE-FIRST-ORDER");

  /// Checks that want something more, which a list of suggestions cannot give.
  private static final Set<String> WANTING =
      Set.of("CHART-NO-DIAGNOSIS", "CHART-OUTCOME-MISSING", "CHART-NO-EDITION");

  private static final String SEPSIS = "A419";

  private final CodeSets codeSets;
  private final ListChecks checks;

  public ConsistentList(CodeSets codeSets) {
    this.codeSets = codeSets;
    this.checks = new ListChecks(codeSets);
  }

  /// The suggestions in an order that holds; what is left out is added to `notCoded`.
  public List<Suggestion> settle(
      Documentation note, List<Suggestion> suggestions, List<Mention> notCoded) {
    var list = new ArrayList<>(suggestions);
    int movesLeft = list.size() * 2 + 2;
    while (!list.isEmpty()) {
      List<Finding> faults =
          faults(note, list).stream().filter(f -> !WANTING.contains(f.rule().value())).toList();
      if (faults.isEmpty()) break;
      Finding fault = faults.getFirst();
      int at = position(fault, list);
      boolean mayMove = movesLeft-- > 0 && list.size() > 1;
      String rule = fault.rule().value();
      if (mayMove && rule.equals("CHART-SEVERE-SEPSIS-ORDER") && hasInfection(note, list, at)) {
        continue;
      }
      if (mayMove && TO_FRONT.contains(rule) && at > 0) {
        list.addFirst(list.remove(at));
      } else if (mayMove && TO_END.contains(rule) && at < list.size() - 1) {
        list.addLast(list.remove(at));
      } else {
        Guidelines.drop(list.remove(at), fault.message(), notCoded);
      }
    }
    return List.copyOf(list);
  }

  /// Puts the systemic infection before severe sepsis: one that stands behind it, else A41.9, as
  /// the guidelines want where the organism is not documented (I.C.1.d.1.b).
  private boolean hasInfection(Documentation note, List<Suggestion> list, int severe) {
    for (int i = severe + 1; i < list.size(); i++) {
      if (list.get(i).code().startsWith("A40") || list.get(i).code().startsWith("A41")) {
        list.addFirst(list.remove(i));
        return true;
      }
    }
    var entry =
        codeSets.find(CodeSystem.ICD10CM, SEPSIS, note.servedOn()).filter(CodeEntry::billable);
    if (entry.isEmpty() || list.stream().anyMatch(s -> s.code().equals(SEPSIS))) return false;
    Suggestion shock = list.get(severe);
    var path = new ArrayList<>(shock.path());
    path.add(
        Icd10Cm.written(shock.code())
            + " takes a code of the systemic infection first (I.C.1.d.1.b)");
    list.addFirst(
        new Suggestion(
            shock.system(),
            SEPSIS,
            entry.get().title(),
            shock.confidencePercent(),
            shock.evidence(),
            path,
            List.of("The documentation does not name the organism.")));
    return true;
  }

  private List<Finding> faults(Documentation note, List<Suggestion> list) {
    return checks.faults(
        new CodedChart(
            note.setting(),
            note.servedOn(),
            note.servedOn(),
            note.sex(),
            note.ageYears() == null ? null : note.servedOn().minusYears(note.ageYears()),
            list.stream().map(s -> OrderedCode.of(s.code())).toList(),
            List.of()));
  }

  private static int position(Finding fault, List<Suggestion> list) {
    String field = String.valueOf(fault.place().field());
    int position = Integer.parseInt(field.substring(field.lastIndexOf(' ') + 1)) - 1;
    return Math.min(position, list.size() - 1);
  }
}
