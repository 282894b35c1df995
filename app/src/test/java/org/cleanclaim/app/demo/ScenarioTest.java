package org.cleanclaim.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.Npi;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  private final Scenario scenario = Scenario.load();

  @Test
  void everyDiagnosisIsBillableOnItsDay() {
    var codeSets = CodeSets.starter();
    for (var encounter : scenario.encounters()) {
      for (var decision : encounter.codes()) {
        assertThat(
                codeSets
                    .find(CodeSystem.ICD10CM, decision.code(), encounter.servedOn())
                    .filter(CodeEntry::billable))
            .as(encounter.id() + " " + decision.code())
            .isPresent();
      }
    }
  }

  @Test
  void theNotesSayWhatTheCodesRestOn() {
    for (var encounter : scenario.encounters()) {
      String note = ScenarioFiles.text(encounter.note());
      for (var decision : encounter.codes()) {
        if (decision.words() != null)
          assertThat(note).as(encounter.id()).contains(decision.words());
      }
    }
  }

  @Test
  void everyChargeHasAPriceOnItsDay() {
    var charges = ScenarioFiles.fees("charges");
    for (var encounter : scenario.encounters()) {
      for (var charge : encounter.charges()) {
        var modifiers = charge.modifiers().stream().map(Modifier::new).toList();
        assertThat(charges.price(new ProcedureCode(charge.code()), modifiers, encounter.servedOn()))
            .as(encounter.id() + " " + charge.code())
            .isPresent();
      }
    }
    assertThat(
            charges.price(
                new ProcedureCode("99213"), java.util.List.of(), LocalDate.of(2025, 6, 1)))
        .isNotEqualTo(
            charges.price(
                new ProcedureCode("99213"), java.util.List.of(), LocalDate.of(2026, 6, 1)));
  }

  @Test
  void providersHaveRealLookingNumbers() {
    assertThat(scenario.providers()).allSatisfy(p -> assertThat(Npi.parse(p.npi())).isPresent());
    assertThat(scenario.encounters()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(scenario.payers()).hasSize(5);
    assertThat(scenario.providers()).extracting(Scenario.ProviderEntry::specialty).hasSize(6);
  }

  @Test
  void aVisitWithoutItsPatientIsRefusedInASentence() {
    var broken =
        new Scenario(
            scenario.practice(), scenario.payers(), java.util.List.of(), scenario.encounters());

    assertThatThrownBy(broken::check)
        .hasMessageContaining("E01")
        .hasMessageContaining("not registered");
    scenario.check();
  }
}
