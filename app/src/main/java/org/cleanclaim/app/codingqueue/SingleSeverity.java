package org.cleanclaim.app.codingqueue;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.Chart.ChartCode;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.grouping.msdrg.DiagnosisEffect;
import org.cleanclaim.grouping.msdrg.DiagnosisEffect.Weight;
import org.cleanclaim.grouping.msdrg.GrouperTables;
import org.cleanclaim.grouping.msdrg.GrouperVersion;
import org.cleanclaim.grouping.msdrg.MsDrgGrouper;
import org.cleanclaim.grouping.msdrg.PresentOnAdmission;
import org.cleanclaim.grouping.msdrg.Stay;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.stereotype.Component;

/// Whether the DRG of a stay rests on one diagnosis: a single MCC, or a single CC without MCC. Such
/// stays are the first that payers look into.
@Component
class SingleSeverity {
  private static final int HOME = 1;

  private final Encounters encounters;
  private final Patients patients;
  private final CodeSets codeSets;

  SingleSeverity(Encounters encounters, Patients patients, CodeSets codeSets) {
    this.encounters = encounters;
    this.patients = patients;
    this.codeSets = codeSets;
  }

  /// Why such a stay is looked at; also where it cannot be told because no grouper is installed.
  Optional<String> of(Chart chart) {
    var encounter = encounters.get(chart.encounterId());
    if (!encounter.setting().equals("INPATIENT")) return Optional.empty();
    List<ChartCode> diagnoses =
        chart.codes().stream().filter(c -> c.system() == CodeSystem.ICD10CM).toList();
    if (diagnoses.isEmpty()) return Optional.empty();
    var day = encounter.servedOn();
    Optional<GrouperVersion> version = GrouperVersion.on(day);
    Optional<GrouperTables> tables =
        codeSets
            .rules(PublicationKind.MSDRG_LOGIC, day)
            .map(t -> t.view(RuleTables.class, GrouperTables.class, GrouperTables::of));
    if (version.isEmpty() || tables.filter(t -> t.has(version.get())).isEmpty()) {
      return Optional.of(
          "No MS-DRG grouper is installed for %s, so that nobody can tell whether the DRG rests on one diagnosis."
              .formatted(day));
    }
    var patient = patients.get(encounter.patientId());
    var stay =
        new Stay(
            (int) ChronoUnit.YEARS.between(patient.bornOn(), day),
            patient.sex(),
            HOME,
            Stay.PoaReporting.REQUIRED,
            condition(diagnoses.getFirst()),
            diagnoses.stream().skip(1).map(SingleSeverity::condition).toList(),
            chart.codes().stream()
                .filter(c -> c.system() == CodeSystem.ICD10PCS)
                .map(ChartCode::code)
                .toList());
    var grouping = new MsDrgGrouper(tables.get()).group(stay, version.get());
    return single(grouping.secondaries());
  }

  private static Stay.Condition condition(ChartCode code) {
    String indicator = code.presentOnAdmission();
    return new Stay.Condition(
        code.code(), PresentOnAdmission.of(indicator == null ? "" : indicator));
  }

  static Optional<String> single(List<DiagnosisEffect> secondaries) {
    var major = new ArrayList<String>();
    var minor = new ArrayList<String>();
    for (DiagnosisEffect effect : secondaries) {
      if (effect.last() == Weight.MCC) major.add(effect.code());
      if (effect.last() == Weight.CC) minor.add(effect.code());
    }
    if (major.size() == 1)
      return Optional.of("The DRG rests on one MCC, " + major.getFirst() + ".");
    boolean isOneMinor = major.isEmpty() && minor.size() == 1;
    return isOneMinor
        ? Optional.of("The DRG rests on one CC, " + minor.getFirst() + ".")
        : Optional.empty();
  }
}
