package org.cleanclaim.coding.check;

import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.CodeSystem;

/// Checks a list of codes by itself, without what the documents say. Deterministic and safe for
/// many threads.
public final class ListChecks {
  private final CodeSets codeSets;

  public ListChecks(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  /// What stands against a list of codes as it is: not what could be added to it, and not what its
  /// evidence or a stay would have to say.
  public List<Finding> faults(CodedChart chart) {
    Optional<Edition> edition = codeSets.edition(CodeSystem.ICD10CM, chart.codedOn());
    if (edition.isEmpty()) return List.of(NoEdition.installed(chart.codedOn()));
    var view = new ChartView(chart, codeSets, edition.get());
    var findings = new Findings(view);
    check(view, findings);
    return findings.all().stream().filter(f -> f.severity() != Severity.INFORMATION).toList();
  }

  static void check(ChartView view, Findings findings) {
    ValidityChecks.check(view, findings);
    SequenceChecks.check(view, findings);
    NoteChecks.check(view, findings);
    InjuryChecks.check(view, findings);
    SideChecks.check(view, findings);
    DetailChecks.check(view, findings);
    CombinationChecks.check(view, findings);
    ObstetricChecks.check(view, findings);
    SepsisChecks.check(view, findings);
    PatientChecks.check(view, findings);
  }
}
