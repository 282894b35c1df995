package org.cleanclaim.coding.check;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.note.EditionFinding;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.CodeSystem;

/// Checks whole charts by the books in force on their day. Deterministic and safe for many threads.
public final class ChartChecks {
  private static final LocalDate ICD10_BEGINS = LocalDate.of(2015, Month.OCTOBER, 1);

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
    if (edition.isEmpty()) return List.of(withoutBooks(day));
    Optional<String> ended = EditionFinding.ended(edition.get(), day);
    if (EditionFinding.isTooOld(edition.get(), day)) {
      return List.of(ofEdition(Severity.ERROR, ended.orElseThrow() + "; nothing is checked."));
    }
    var view = new ChartView(chart, codeSets, edition.get());
    var findings = new Findings(view);
    var documented = new Documented(view, engines);
    checkList(view, findings);
    NoteChecks.additions(view, documented, findings);
    CombinationChecks.linkedByIndex(view, findings);
    AdmissionChecks.check(view, findings);
    EvidenceChecks.check(view, findings);
    SpecificityChecks.check(view, documented, findings);
    ended.ifPresent(words -> findings.add(ofEdition(Severity.WARNING, words + ".")));
    return findings.all();
  }

  /// What stands against a list of codes as it is: not what could be added to it, and not what its
  /// evidence or a stay would have to say.
  public List<Finding> faultsOfList(CodedChart chart) {
    Optional<Edition> edition = codeSets.edition(CodeSystem.ICD10CM, chart.codedOn());
    if (edition.isEmpty()) return List.of(withoutBooks(chart.codedOn()));
    var view = new ChartView(chart, codeSets, edition.get());
    var findings = new Findings(view);
    checkList(view, findings);
    return findings.all().stream().filter(f -> f.severity() != Severity.INFORMATION).toList();
  }

  private static void checkList(ChartView view, Findings findings) {
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

  private static Finding withoutBooks(LocalDate day) {
    return ofEdition(
        ChartRule.NO_EDITION.severity(), "No edition of ICD-10-CM is installed for " + day + ".");
  }

  private static Finding ofEdition(Severity severity, String message) {
    ChartRule rule = ChartRule.NO_EDITION;
    return new Finding(
        new RuleId(rule.id()),
        rule.layer(),
        severity,
        Place.field("Date of service"),
        message,
        "Install the code set of that day, or correct the date.",
        null,
        new Citation("45 CFR 162.1002", EffectivePeriod.from(ICD10_BEGINS)));
  }
}
