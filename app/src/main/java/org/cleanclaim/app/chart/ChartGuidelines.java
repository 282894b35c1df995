package org.cleanclaim.app.chart;

import java.util.List;
import org.cleanclaim.app.chart.Chart.ChartCode;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.check.ChartChecks;
import org.cleanclaim.coding.check.ChartDocument;
import org.cleanclaim.coding.check.CodedChart;
import org.cleanclaim.coding.check.OrderedCode;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the coding guidelines say about charts.
@Component
@Transactional(readOnly = true)
public class ChartGuidelines {
  private final Encounters encounters;
  private final CodableDocuments documents;
  private final Patients patients;
  private final ChartChecks checks;
  private final AdmissionReporting reporting;

  ChartGuidelines(
      Encounters encounters,
      CodableDocuments documents,
      Patients patients,
      ChartChecks checks,
      AdmissionReporting reporting) {
    this.encounters = encounters;
    this.documents = documents;
    this.patients = patients;
    this.checks = checks;
    this.reporting = reporting;
  }

  /// What the guidelines say about the codes as they stand.
  public List<Finding> check(Chart chart) {
    var encounter = encounters.get(chart.encounterId());
    var patient = patients.get(encounter.patientId());
    return reporting.weighed(
        checks.check(
            new CodedChart(
                EncounterSetting.valueOf(encounter.setting()),
                encounter.servedOn(),
                encounter.servedOn(),
                patient.sex(),
                patient.bornOn(),
                chart.codes().stream()
                    .filter(c -> c.system() == CodeSystem.ICD10CM)
                    .map(ChartGuidelines::ordered)
                    .toList(),
                documents.of(chart.encounterId()).stream()
                    .map(d -> new ChartDocument(Long.toString(d.id()), d.body()))
                    .toList())));
  }

  private static OrderedCode ordered(ChartCode code) {
    return new OrderedCode(
        code.code(),
        code.presentOnAdmission(),
        code.evidence().isEmpty() ? OrderedCode.Support.REASON : OrderedCode.Support.EVIDENCE,
        code.evidence());
  }
}
