package org.cleanclaim.coding.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

/// Which infection the patient has, and which only gives a test or a vaccine its name.
class InfectionStatusTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final CodingEngine ENGINE = CodingEngine.of(CodeSets.starter(), DAY);

  @Test
  void aTestOrVaccineIsNoInfection() {
    assertThat(codes("Assessment: HIV test: negative.")).isEmpty();
    assertThat(codes("Assessment: COVID-19 vaccine given.")).containsExactly("Z23");
    assertThat(codes("Assessment: Influenza vaccination declined.")).containsExactly("Z2821");
    assertThat(codes("Assessment: Need for influenza vaccination.")).containsExactly("Z23");
    assertThat(codes("Assessment: Cervical cancer screening.")).containsExactly("Z124");
    assertThat(codes("Assessment: Screening mammogram.")).containsExactly("Z1231");
    assertThat(codes("Assessment: Positive FIT test.")).containsExactly("R195");
  }

  @Test
  void hivPositiveIsAStatusUntilAnIllnessComesOfIt() {
    assertThat(codes("Assessment: HIV positive.")).containsExactly("Z21");
    assertThat(codes("Assessment: HIV, undetectable on treatment.")).containsExactly("Z21");
    assertThat(codes("Assessment: HIV disease, viral load undetectable.")).containsExactly("B20");
    assertThat(codes("Assessment: HIV positive. Oral candidiasis.")).contains("B20");
  }

  @Test
  void inAHospitalTooSomeInfectionsAreCodedWhenConfirmedOnly() {
    assertThat(inpatientCodes("Discharge diagnosis: Probable COVID-19.")).isEmpty();
    assertThat(inpatientCodes("Discharge diagnosis: Possible HIV disease.")).isEmpty();
    assertThat(inpatientCodes("Discharge diagnosis: Probable influenza A.")).isEmpty();
    assertThat(inpatientCodes("Discharge diagnosis: Probable pneumonia.")).containsExactly("J189");
  }

  @Test
  void obesityIsCodedByItsClass() {
    assertThat(codes("Assessment: Obesity.")).containsExactly("E669");
    assertThat(codes("Assessment: Obesity, class 2, BMI 37.4")).containsExactly("E66812", "Z6837");
    assertThat(codes("Assessment: Excess adipose tissue.")).isEmpty();
  }

  private static List<String> codes(String text) {
    return codes(text, EncounterSetting.OUTPATIENT);
  }

  private static List<String> inpatientCodes(String text) {
    return codes(text, EncounterSetting.INPATIENT);
  }

  private static List<String> codes(String text, EncounterSetting setting) {
    var note = new Documentation("1", text, setting, DAY, 60, Sex.FEMALE);
    return ENGINE.propose(note).suggestions().stream().map(Suggestion::code).toList();
  }
}
