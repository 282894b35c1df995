package org.cleanclaim.coding.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.note.EditionFinding;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.CodeSystem;

/// Checks whole charts by the books in force on their day. Deterministic and safe for many threads.
public final class ChartChecks {
  private final CodeSets codeSets;
  private final Function<LocalDate, CodingEngine> engines;

  private ChartChecks(CodeSets codeSets, Function<LocalDate, CodingEngine> engines) {
    this.codeSets = codeSets;
    this.engines = engines;
  }

  /// Checks by these code sets. A coding engine is compiled for each edition when a note is first
  /// compared with an unspecified code.
  public static ChartChecks of(CodeSets codeSets) {
    Map<String, CodingEngine> made = new ConcurrentHashMap<>();
    return new ChartChecks(
        codeSets,
        day ->
            made.computeIfAbsent(
                codeSets.edition(CodeSystem.ICD10CM, day).map(Edition::searchId).orElse("none"),
                id -> CodingEngine.of(codeSets, day)));
  }

  /// Checks by these code sets, with engines that somebody else keeps.
  ///
  /// @param engines the engine of a day
  public static ChartChecks of(CodeSets codeSets, Function<LocalDate, CodingEngine> engines) {
    return new ChartChecks(codeSets, engines);
  }

  /// What there is to say of a chart, hard stops first. Where no edition of ICD-10-CM is installed
  /// for its day, or the newest ended more than a year before, that alone is said.
  public List<Finding> check(CodedChart chart) {
    LocalDate day = chart.codedOn();
    Optional<Edition> edition = codeSets.edition(CodeSystem.ICD10CM, day);
    if (edition.isEmpty()) return List.of(NoEdition.installed(day));
    Optional<String> ended = EditionFinding.ended(edition.get(), day);
    if (EditionFinding.isTooOld(edition.get(), day)) {
      return List.of(
          NoEdition.finding(Severity.ERROR, ended.orElseThrow() + "; nothing is checked."));
    }
    var view = new ChartView(chart, codeSets, edition.get());
    var findings = new Findings(view);
    var documented = new Documented(view, engines);
    ListChecks.check(view, findings);
    NoteChecks.additions(view, documented, findings);
    CombinationChecks.linkedByIndex(view, findings);
    AdmissionChecks.check(view, findings);
    EvidenceChecks.check(view, findings);
    SpecificityChecks.check(view, documented, findings);
    SideNoteChecks.check(view, documented, findings);
    documented.failures().forEach(findings::add);
    ended.ifPresent(words -> findings.add(NoEdition.finding(Severity.WARNING, words + ".")));
    return findings.all();
  }
}
