package org.cleanclaim.app.codingaudit;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.codingaudit.CodedVisit.Diagnosis;
import org.cleanclaim.app.codingaudit.CodedVisit.Procedure;
import org.cleanclaim.app.codingaudit.SamplePopulation.Candidate;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Modifier;
import org.springframework.stereotype.Component;

/// Takes the coding of a visit as it stands: the chart's diagnoses and procedures, and the charges
/// in force with their modifiers. A charge is its capturer's work; all else is the coder's.
@Component
class FrozenCoding {
  private final Charts charts;
  private final Charges charges;
  private final CodeSets codeSets;

  FrozenCoding(Charts charts, Charges charges, CodeSets codeSets) {
    this.charts = charts;
    this.charges = charges;
    this.codeSets = codeSets;
  }

  CodedVisit of(Candidate candidate) {
    var chart = charts.get(candidate.encounterId());
    var diagnoses =
        chart.codes().stream()
            .filter(c -> c.system() == CodeSystem.ICD10CM)
            .map(c -> new Diagnosis(c.code(), c.title(), c.presentOnAdmission()))
            .toList();
    var procedures = new ArrayList<Procedure>();
    for (var charge : charges.ofEncounter(candidate.encounterId())) {
      var code = charge.procedure();
      procedures.add(
          new Procedure(
              code.value(),
              codeSets.label(code.system(), code.value(), charge.servedOn()),
              charge.modifiers().stream().map(Modifier::value).toList(),
              charge.capturedBy()));
    }
    var charged = procedures.stream().map(Procedure::code).collect(Collectors.toSet());
    chart.codes().stream()
        .filter(c -> c.system() != CodeSystem.ICD10CM && !charged.contains(c.code()))
        .forEach(c ->
            procedures.add(
                new Procedure(c.code(), c.title(), java.util.List.of(), candidate.coder())));
    return new CodedVisit(candidate.coder(), diagnoses, procedures);
  }
}
