package org.cleanclaim.app.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.stereotype.Component;

/// Says on a chart which of the publishers' tables its coding would need and are not installed, so
/// that nobody takes a missing suggestion for nothing to code. It stops nothing: that ICD-10-CM
/// itself is missing is a stop of the chart checks.
@Component
class MissingTables implements FinalStop {
  private static final Citation CODE_SETS =
      new Citation("45 CFR 162.1002", EffectivePeriod.from(LocalDate.of(2015, 10, 1)));
  private static final Citation GROUPS =
      new Citation("42 CFR 412.60", EffectivePeriod.from(LocalDate.of(2007, 10, 1)));

  private final Encounters encounters;
  private final CodeSets codeSets;
  private final CodingEngines engines;

  MissingTables(Encounters encounters, CodeSets codeSets, CodingEngines engines) {
    this.encounters = encounters;
    this.codeSets = codeSets;
    this.engines = engines;
  }

  @Override
  public List<Finding> stops(EncounterId encounterId) {
    var visit = encounters.get(encounterId);
    LocalDate day = visit.servedOn();
    var findings = new ArrayList<Finding>();
    if (isSelection(CodeSystem.ICD10CM, day)) {
      findings.add(
          finding(
              Severity.INFORMATION,
              "ICD-10-CM is the small built-in selection on %s; most diagnoses are not in it."
                  .formatted(day),
              "Run cleanclaim codes install --official icd10cm.",
              CODE_SETS));
    }
    if (visit.setting().equals(EncounterSetting.INPATIENT.name())) ofStay(day, findings);
    else ofVisit(day, findings);
    return List.copyOf(findings);
  }

  private void ofStay(LocalDate day, List<Finding> findings) {
    if (engines.procedures(day).isEmpty()) {
      findings.add(
          finding(
              Severity.WARNING,
              "The Tables and the Index of ICD-10-PCS are not installed for %s, so that no procedure of the stay is suggested."
                  .formatted(day),
              "Run cleanclaim codes install --official icd10pcs.",
              CODE_SETS));
    }
    if (codeSets.rules(PublicationKind.MSDRG_LOGIC, day).isEmpty()) {
      findings.add(
          finding(
              Severity.INFORMATION,
              "No MS-DRG grouper logic is installed for %s, so that nobody sees what the stay groups to."
                  .formatted(day),
              "Run cleanclaim codes install --from FOLDER with the publisher's definitions.",
              GROUPS));
    }
  }

  private void ofVisit(LocalDate day, List<Finding> findings) {
    if (engines.services(day).isEmpty()) {
      findings.add(
          finding(
              Severity.WARNING,
              "No HCPCS Level II is installed that holds on %s, so that no drug, supply or service is suggested."
                  .formatted(day),
              "Run cleanclaim codes install --official hcpcs.",
              CODE_SETS));
    } else if (isSelection(CodeSystem.HCPCS, day)) {
      findings.add(
          finding(
              Severity.INFORMATION,
              "HCPCS Level II is the small built-in selection on %s; most drugs and supplies are not in it."
                  .formatted(day),
              "Run cleanclaim codes install --official hcpcs.",
              CODE_SETS));
    }
  }

  private boolean isSelection(CodeSystem system, LocalDate day) {
    return codeSets.edition(system, day).filter(Edition::starter).isPresent();
  }

  private static Finding finding(
      Severity severity, String message, String remedy, Citation source) {
    return new Finding(
        new RuleId("CHART-TABLES"),
        Layer.CODE_VALIDITY,
        severity,
        Place.field("Installed tables"),
        message,
        remedy,
        null,
        source);
  }
}
