package org.cleanclaim.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanclaim.app.chart.ChartService.Kind;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.coding.CodingProposal;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.hcpcs.ServiceSuggestion;
import org.cleanclaim.coding.visit.VisitElement;
import org.cleanclaim.coding.visit.VisitRange;
import org.cleanclaim.coding.visit.VisitReader;
import org.cleanclaim.coding.visit.VisitSetting;
import org.cleanclaim.coding.visit.VisitWorksheet;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads from a document of an outpatient visit what was given or done, and the level of the visit.
@Component
class ServiceReading {
  /// A patient is established who was seen in the specialty within three years (AMA, CPT E/M
  /// guidelines).
  private static final int YEARS_ESTABLISHED = 3;

  /// More is no dose that anybody gave.
  private static final long MOST_UNITS = 1_000_000;

  /// The level is counted by rules, which say nothing of how likely it is.
  private static final int LEVEL_RANK = 50;

  private final CodingEngines engines;
  private final Encounters encounters;

  ServiceReading(CodingEngines engines, Encounters encounters) {
    this.engines = engines;
    this.encounters = encounters;
  }

  /// What the document supports; nothing of a stay, whose bill has no HCPCS codes.
  List<ChartService> of(Encounter encounter, Documentation note, CodingProposal diagnoses) {
    if (note.setting() == EncounterSetting.INPATIENT) return List.of();
    var read = new ArrayList<ChartService>();
    engines
        .services(encounter.servedOn())
        .ifPresent(engine ->
            engine.propose(note).suggestions().stream()
                .filter(found -> found.units() <= MOST_UNITS && !found.evidence().isEmpty())
                .map(ServiceReading::service)
                .forEach(read::add));
    level(encounter, VisitReader.read(note, diagnoses, null)).ifPresent(read::add);
    return List.copyOf(read);
  }

  private static ChartService service(ServiceSuggestion found) {
    return read(
        Kind.SERVICE,
        new ProcedureCode(found.code()),
        found.title(),
        Math.toIntExact(found.units()),
        found.confidencePercent(),
        found.evidence(),
        found.path(),
        found.hints());
  }

  /// One level where the record leaves one kind of visit; none where it may be of two.
  private Optional<ChartService> level(Encounter encounter, VisitWorksheet sheet) {
    VisitRange range = range(encounter, sheet);
    if (range == null) return Optional.empty();
    ProcedureCode byDecision = range.byDecision();
    ProcedureCode byTime = range.byTime();
    ProcedureCode code = byDecision == null ? byTime : byDecision;
    if (code == null) return Optional.empty();
    VisitElement time = sheet.time();
    List<VisitElement> counted =
        byDecision == null && time != null
            ? List.of(time)
            : Stream.of(sheet.problems(), sheet.data(), sheet.risk())
                .flatMap(List::stream)
                .toList();
    List<Evidence> evidence = counted.stream().map(VisitElement::evidence).distinct().toList();
    if (evidence.isEmpty()) return Optional.empty();
    String setting = words(range.setting());
    String kind = Character.toUpperCase(setting.charAt(0)) + setting.substring(1);
    String title =
        range.setting() == VisitSetting.HOSPITAL_DISCHARGE
            ? "Day of discharge, " + (time == null ? "no time stated" : "by the documented time")
            : byDecision == null
                ? kind + " visit, by the documented time"
                : "%s visit, decision making %s".formatted(kind, words(sheet.decision().level()));
    return Optional.of(
        read(
            Kind.VISIT_LEVEL,
            code,
            title,
            1,
            LEVEL_RANK,
            evidence,
            path(range, sheet),
            sheet.remarks()));
  }

  private @Nullable VisitRange range(Encounter encounter, VisitWorksheet sheet) {
    List<VisitRange> ranges = sheet.ranges();
    if (ranges.size() == 1) return ranges.getFirst();
    if (!isEstablished(encounter)) return null;
    return ranges.stream()
        .filter(r -> r.setting() == VisitSetting.OFFICE_ESTABLISHED)
        .findFirst()
        .orElse(null);
  }

  private boolean isEstablished(Encounter encounter) {
    var since = encounter.servedOn().minusYears(YEARS_ESTABLISHED);
    return encounters.ofPatient(encounter.patientId()).stream()
        .filter(e -> e.specialty().equals(encounter.specialty()))
        .anyMatch(e -> e.servedOn().isBefore(encounter.servedOn()) && e.servedOn().isAfter(since));
  }

  private static List<String> path(VisitRange range, VisitWorksheet sheet) {
    var steps = new ArrayList<String>();
    steps.add("Kind of visit: " + words(range.setting()) + ", " + range.why());
    var decision = sheet.decision();
    steps.add(
        "Problems %s, data %s, risk %s; two of three make the level"
            .formatted(words(decision.problems()), words(decision.data()), words(decision.risk())));
    for (var element : sheet.problems()) steps.add("Problem: " + element.what());
    for (var element : sheet.data()) steps.add("Data: " + element.what());
    for (var element : sheet.risk()) steps.add("Risk: " + element.what());
    if (sheet.minutes() != null) {
      steps.add(
          "%d minutes in all%s"
              .formatted(
                  sheet.minutes(), range.byTime() == null ? "" : ": " + range.byTime().value()));
    }
    steps.add(VisitWorksheet.SOURCE);
    return steps;
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static ChartService read(
      Kind kind,
      ProcedureCode code,
      String title,
      int units,
      int rank,
      List<Evidence> evidence,
      List<String> path,
      List<String> hints) {
    return new ChartService(
        0,
        kind,
        code,
        title,
        Math.max(1, units),
        Math.clamp(rank, 0, 100),
        evidence,
        path,
        hints,
        null,
        null);
  }
}
