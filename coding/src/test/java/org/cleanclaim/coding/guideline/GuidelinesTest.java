package org.cleanclaim.coding.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.specificity.Side;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

/// The guidelines at work on notes, with the starter code sets.
class GuidelinesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final CodingEngine ENGINE = CodingEngine.of(CodeSets.starter(), DAY);

  @Test
  void aSymptomOfACodedDiagnosisFallsAway() {
    assertThat(codes("S: cough and fever for 2 days.\nA: Acute bronchitis. Cough."))
        .containsExactly("J209");
    assertThat(codes("Assessment: Right knee pain. Primary osteoarthritis of right knee."))
        .containsExactly("M1711");
    assertThat(codes("Assessment: Dysuria, cause unclear.")).containsExactly("R300");
  }

  @Test
  void hypertensionWithHeartOrKidneyDiseaseIsOneCode() {
    assertThat(codes("Impression: Hypertension. Chronic systolic heart failure."))
        .containsExactlyInAnyOrder("I110", "I5022");
    assertThat(codes("Impression: Hypertension. CKD stage 3a."))
        .containsExactlyInAnyOrder("I129", "N1831");
    assertThat(codes("Impression: Hypertension. CKD stage 3a. Chronic diastolic heart failure."))
        .containsExactlyInAnyOrder("I130", "N1831", "I5032");
    assertThat(codes("Impression: Hypertension.")).containsExactly("I10");
    assertThat(
            codes(
                "Impression: Hypertensive heart and chronic kidney disease with chronic diastolic"
                    + " heart failure. CKD stage 3a."))
        .containsExactlyInAnyOrder("I130", "N1831", "I5032");
  }

  @Test
  void counselingIsPartOfTheTreatmentOfWhatIsNamedWithIt() {
    assertThat(codes("A: Essential hypertension, dietary counseling.")).containsExactly("I10");
    assertThat(codes("A: Dietary counseling.")).containsExactly("Z713");
  }

  @Test
  void whatWasBeforeIsCodedAsWhatItIs() {
    assertThat(codes("A: Coronary artery disease, prior MI 2015."))
        .containsExactlyInAnyOrder("I2510", "I252");
    assertThat(codes("A: Family history of colon cancer.")).containsExactly("Z800");
  }

  @Test
  void aSuspectedTearLeavesThePain() {
    assertThat(codes("Impression: Left knee pain, suspect medial meniscus tear."))
        .containsExactly("M25562");
  }

  @Test
  void aStrainOfTheLowerBackTakesItsCause() {
    assertThat(codes("HPI: low back pain after lifting boxes.\nA: Lumbar strain."))
        .containsExactly("S39012A", "X500XXA");
  }

  @Test
  void aSmokerDependsOnNicotine() {
    assertThat(codes("A: Smoker, cigarettes.")).containsExactly("F17210");
    assertThat(codes("A: Smokes 1 ppd.")).containsExactly("F17210");
  }

  @Test
  void diabetesIsCodedWithItsComplication() {
    assertThat(codes("A/P: T2DM. Diabetic polyneuropathy.")).containsExactly("E1142");
    assertThat(codes("A/P: T2DM. CKD stage 3b.")).containsExactlyInAnyOrder("E1122", "N1832");
  }

  @Test
  void eachComplicationOfDiabetesHasItsCode() {
    assertThat(codes("A/P:\n1. Type 2 diabetes with diabetic polyneuropathy\n2. CKD stage 3a"))
        .containsExactlyInAnyOrder("E1142", "E1122", "N1831");
  }

  @Test
  void anExacerbationAndAnInfectionOfTheLungsAreTwoCodes() {
    assertThat(codes("A: COPD exacerbation with pneumonia."))
        .containsExactlyInAnyOrder("J440", "J441", "J189");
  }

  @Test
  void aSymptomThatTheDiagnosisDoesNotExplainIsCoded() {
    assertThat(codes("A:\n1. Suicidal ideation\n2. Depression")).contains("R45851", "F32A");
    assertThat(codes("A:\n1. Abdominal pain\n2. Hemorrhoids")).contains("R109", "K649");
    assertThat(codes("A:\n1. Fever\n2. Onychomycosis")).contains("R509", "B351");
    assertThat(IntegralSymptoms.isIntegral("M25561", Side.RIGHT, "M1712", Side.LEFT)).isFalse();
    assertThat(IntegralSymptoms.isIntegral("M25561", Side.RIGHT, "M1711", Side.RIGHT)).isTrue();
    assertThat(IntegralSymptoms.isIntegral("M25561", Side.RIGHT, "M1611", Side.RIGHT)).isFalse();
    assertThat(IntegralSymptoms.isIntegral("M79671", Side.RIGHT, "S60221A", Side.RIGHT)).isFalse();
  }

  @Test
  void aNoteAboutOpenFracturesOrTheOtherSideExcludesNothing() {
    var note = new Note(Note.Kind.EXCLUDES1, "open fracture of lower leg (S82.-)", List.of("S82-"));

    assertThat(Excludes1Reach.reaches(note, "S82201A", Side.RIGHT, Side.RIGHT)).isFalse();
    assertThat(Excludes1Reach.reaches(note, "S82201B", Side.RIGHT, Side.RIGHT)).isTrue();
    assertThat(Excludes1Reach.reaches(note, "S82201B", Side.RIGHT, Side.LEFT)).isFalse();
  }

  @Test
  void whatAnEarlierStrokeLeftIsNoStrokeOfToday() {
    assertThat(codes("A: Right hemiparesis due to old stroke.")).containsExactly("I69351");
  }

  @Test
  void whatTheAssessmentNamesGoesBeforeWhatTheHistoryMentions() {
    assertThat(codes("HPI: had gastroenteritis last month.\nAssessment: Essential hypertension."))
        .containsExactly("I10");
  }

  @Test
  void externalCausesStandLastAndOnlyWithAnInjury() {
    assertThat(codes("HPI: fell from ladder.\nDx: Right ankle sprain."))
        .containsExactly("S93401A", "W11XXXA");
    assertThat(codes("HPI: fell from ladder years ago.\nDx: Essential hypertension."))
        .containsExactly("I10");
  }

  @Test
  void injuriesInHealingTakeTheirSeventhCharacter() {
    assertThat(codes("Dx: Right ankle sprain, subsequent encounter.")).containsExactly("S93401D");
    assertThat(codes("Dx: Closed fracture of lower end of right radius."))
        .containsExactly("S52501A");
  }

  @Test
  void wordsThatMeanNothingByThemselvesLeadNowhere() {
    assertThat(codes("Plan: counseling, screening, encounter for pain.")).isEmpty();
  }

  @Test
  void whatFellAwaySaysWhy() {
    var proposal = ENGINE.propose(note("A: Acute bronchitis. Cough."));

    assertThat(proposal.notCoded())
        .anyMatch(m -> m.code().equals("R059") && m.why().contains("I.B.5"));
  }

  private static List<String> codes(String text) {
    return ENGINE.propose(note(text)).suggestions().stream().map(Suggestion::code).toList();
  }

  private static Documentation note(String text) {
    return new Documentation("1", text, EncounterSetting.OUTPATIENT, DAY, 60, Sex.FEMALE);
  }
}
