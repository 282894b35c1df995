package org.cleanclaim.app.computed;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.Chart.ChartCode;
import org.cleanclaim.app.chart.ChartGuidelines;
import org.cleanclaim.app.chart.ChartSuggestions;
import org.cleanclaim.app.chart.CodableDocuments;
import org.cleanclaim.app.computed.ComputedChart.DocumentLevel;
import org.cleanclaim.app.computed.ComputedChart.Outcome;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.pricing.StayFiles;
import org.cleanclaim.app.pricing.StayGrouping;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.visit.VisitReader;
import org.cleanclaim.grouping.msdrg.PresentOnAdmission;
import org.cleanclaim.grouping.msdrg.Stay;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Groups stays and reads the levels of visits for charts in work.
@Component
@Transactional(readOnly = true)
public class ComputedCharts {
  /// Discharged home: charts do not say how a stay ended.
  private static final int HOME = 1;

  private final Encounters encounters;
  private final CodableDocuments documents;
  private final Patients patients;
  private final ChartSuggestions suggestions;
  private final ChartGuidelines guidelines;
  private final StayGrouping grouping;

  ComputedCharts(
      Encounters encounters,
      CodableDocuments documents,
      Patients patients,
      ChartSuggestions suggestions,
      ChartGuidelines guidelines,
      CodeSets codeSets) {
    this.encounters = encounters;
    this.documents = documents;
    this.patients = patients;
    this.suggestions = suggestions;
    this.guidelines = guidelines;
    this.grouping = new StayGrouping(codeSets, StayGrouping.Trials.NONE);
  }

  /// What the chart comes to as its codes stand.
  public ComputedChart of(Chart chart) {
    var encounter = encounters.get(chart.encounterId());
    var outcome =
        encounter.setting().equals("INPATIENT") ? stay(encounter, chart) : visit(encounter);
    return new ComputedChart(outcome, guidelines.check(chart));
  }

  private Outcome stay(Encounter encounter, Chart chart) {
    List<Stay.Condition> diagnoses =
        chart.codes().stream()
            .filter(c -> c.system() == CodeSystem.ICD10CM)
            .map(ComputedCharts::condition)
            .toList();
    if (diagnoses.isEmpty()) return new Outcome.NothingCoded();
    var patient = patients.get(encounter.patientId());
    var stay =
        new Stay(
            (int) ChronoUnit.YEARS.between(patient.bornOn(), encounter.servedOn()),
            patient.sex(),
            HOME,
            Stay.PoaReporting.REQUIRED,
            diagnoses.getFirst(),
            diagnoses.subList(1, diagnoses.size()),
            chart.codes().stream()
                .filter(c -> c.system() == CodeSystem.ICD10PCS)
                .map(ChartCode::code)
                .toList());
    return new Outcome.Stay(
        grouping.group(
            new StayFiles.Input.Known(encounter.visitNumber(), stay, encounter.servedOn())));
  }

  private static Stay.Condition condition(ChartCode code) {
    String indicator = code.presentOnAdmission();
    return new Stay.Condition(
        code.code(), PresentOnAdmission.of(indicator == null ? "" : indicator));
  }

  private Outcome visit(Encounter encounter) {
    var levels = new ArrayList<DocumentLevel>();
    var unread = new ArrayList<String>();
    for (Document document : documents.of(encounter.id())) {
      level(encounter, document).ifPresentOrElse(levels::add, () -> unread.add(document.name()));
    }
    return new Outcome.Visit(levels, unread);
  }

  /// None where the diagnoses are not read, from whose problems the level comes.
  private Optional<DocumentLevel> level(Encounter encounter, Document document) {
    return suggestions
        .proposal(encounter, document)
        .map(proposal ->
            new DocumentLevel(
                document.id(),
                document.name(),
                VisitReader.read(suggestions.documentation(encounter, document), proposal, null)));
  }
}
