package org.cleanclaim.coding.measure;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.cleanclaim.coding.CodingProposal;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.check.CodedChart;
import org.cleanclaim.coding.check.ListChecks;
import org.cleanclaim.coding.check.OrderedCode;
import org.cleanclaim.kernel.Finding;

/// Whether lists of suggestions keep the rules that charts are checked by.
public final class FaultyLists {
  /// What a list wants besides, which no list of suggestions can give.
  private static final Set<String> WANTING = Set.of("CHART-NO-DIAGNOSIS", "CHART-OUTCOME-MISSING");

  private final ListChecks checks;
  private final Function<Documentation, CodingProposal> coder;

  public FaultyLists(ListChecks checks, Function<Documentation, CodingProposal> coder) {
    this.checks = checks;
    this.coder = coder;
  }

  /// How many faults the lists for these notes have.
  public int count(List<Documentation> notes) {
    return notes.stream().mapToInt(note -> faults(note).size()).sum();
  }

  /// What stands against the list for a note.
  public List<Finding> faults(Documentation note) {
    var chart =
        new CodedChart(
            note.setting(),
            note.servedOn(),
            note.servedOn(),
            note.sex(),
            null,
            coder.apply(note).suggestions().stream().map(s -> OrderedCode.of(s.code())).toList(),
            List.of());
    return checks.faults(chart).stream()
        .filter(fault -> !WANTING.contains(fault.rule().value()))
        .toList();
  }
}
