package org.cleanclaim.coding.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.document.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssertionReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Denies chest pain or COUGH.                              | COUGH      | NEGATED
          Fecal occult BLOOD was negative.                         | BLOOD      | NEGATED
          His nausea and VOMITING resolved.                        | VOMITING   | RESOLVED
          HISTORY OF PRESENT ILLNESS: PNEUMONIA since Monday.      | PNEUMONIA  | AFFIRMED
          A history of GOUT, who presents with pain.               | GOUT       | PAST
          A history of gout, who presents with PAIN.               | PAIN       | AFFIRMED
          Complications: none. Diagnosis: GASTRITIS.               | GASTRITIS  | AFFIRMED
          Left knee PAIN, possible sprain.                         | PAIN       | AFFIRMED
          Left knee pain, possible SPRAIN.                         | SPRAIN     | UNCERTAIN
          We do not know the cause of her PANCREATITIS.            | PANCREATITIS | AFFIRMED
          Without difficulty, the patient has ASTHMA.              | ASTHMA     | AFFIRMED
          Knee pain, suspect MENISCUS tear.                        | MENISCUS   | UNCERTAIN
          Start apixaban, BLEEDING precautions.                    | BLEEDING   | HYPOTHETICAL
          BLEEDING since Monday, precautions explained.            | BLEEDING   | AFFIRMED
          Mother had DIABETES.                                     | DIABETES   | FAMILY
          Her husband has COVID-19.                                | COVID-19   | ANOTHER
          Contact with roommate with SCABIES.                      | SCABIES    | ANOTHER
          Her husband reports that she SNORES.                     | SNORES     | AFFIRMED
          Worried about DIABETES.                                  | DIABETES   | HYPOTHETICAL
          HIV test: negative.                                      | HIV        | NEGATED
          TB skin test was negative.                               | TB         | NEGATED
          PSORIASIS, negative for arthritis.                       | PSORIASIS  | AFFIRMED
          Measles titer: drawn. MEASLES titer.                     | MEASLES    | NAMING
          HEPATITIS B surface antibody positive.                   | HEPATITIS B | NAMING
          FLU and pneumonia vaccines given.                        | FLU        | NAMING
          Parkinson's support group. PARKINSON's support group.    | PARKINSON  | NAMING
          Vaccines due: MMR, VARICELLA.                            | VARICELLA  | HYPOTHETICAL
          Suggestive of PNEUMONIA.                                 | PNEUMONIA  | UNCERTAIN
          Presumed PNEUMONIA.                                      | PNEUMONIA  | UNCERTAIN
          Headache, compatible with MIGRAINE.                      | MIGRAINE   | UNCERTAIN
          ?PNEUMONIA                                               | PNEUMONIA  | UNCERTAIN
          PNEUMONIA (?)                                            | PNEUMONIA  | UNCERTAIN
          DDx: gout, CELLULITIS.                                   | CELLULITIS | UNCERTAIN
          PNEUMONIA not excluded.                                  | PNEUMONIA  | UNCERTAIN
          PNEUMONIA, to be ruled out.                              | PNEUMONIA  | UNCERTAIN
          Cannot exclude EMBOLISM.                                 | EMBOLISM   | UNCERTAIN
          PNEUMONIA has been excluded.                             | PNEUMONIA  | NEGATED
          Doubt PNEUMONIA.                                         | PNEUMONIA  | NEGATED
          Low suspicion for PNEUMONIA.                             | PNEUMONIA  | NEGATED
          CELLULITIS, healed.                                      | CELLULITIS | RESOLVED
          PNEUMONIA was not seen.                                  | PNEUMONIA  | NEGATED
          PNEUMONIA of the left lower lobe on the film of today was not seen. | PNEUMONIA | NEGATED
          PNEUMONIA in the right base has not been identified.     | PNEUMONIA  | NEGATED
          PNEUMONIA and pleural effusion were not seen.            | PNEUMONIA  | NEGATED
          PNEUMONIA, effusion or pneumothorax was not identified.  | PNEUMONIA  | NEGATED
          FRACTURE of the distal radius not seen.                  | FRACTURE   | NEGATED
          FRACTURE: not seen.                                      | FRACTURE   | NEGATED
          He has PNEUMONIA and effusion was not seen.              | PNEUMONIA  | AFFIRMED
          PNEUMONIA is present, effusion was not seen.             | PNEUMONIA  | AFFIRMED
          PNEUMONIA of the right lung, effusion not seen.          | PNEUMONIA  | AFFIRMED
          The patient with DIABETES was not seen today.            | DIABETES   | AFFIRMED
          He has PNEUMONIA in the right base not seen before.      | PNEUMONIA  | AFFIRMED
          PNEUMONIA in the right base was not seen on the prior film. | PNEUMONIA | AFFIRMED
          PNEUMONIA caused by what was not identified.             | PNEUMONIA  | AFFIRMED
          NODULE of the right lung is unchanged and was not seen.  | NODULE     | AFFIRMED
          CANCER of the ear, excised, no recurrence.               | CANCER     | PAST
          """)
  void whatIsSaidOfACondition(String text, String condition, Assertion expected) {
    int at = text.indexOf(condition);
    var sentence = new Sentence(SectionKind.NARRATIVE, false, 0, text.length(), List.of());

    assertThat(AssertionReader.read(text, sentence, at, at + condition.length()))
        .isEqualTo(expected);
  }

  @Test
  void aQuestionLeavesTheConditionOpen() {
    String text = "Is this pneumonia?";
    var sentence = new Sentence(SectionKind.NARRATIVE, false, 0, text.length() - 1, List.of());

    assertThat(AssertionReader.read(text, sentence, 8, 17)).isEqualTo(Assertion.UNCERTAIN);
  }

  @Test
  void theNameOfATestBelongsToItsAbnormalFinding() {
    assertThat(Assertion.NAMING.of("R7989")).isEqualTo(Assertion.AFFIRMED);
    assertThat(Assertion.NAMING.of("Z23")).isEqualTo(Assertion.AFFIRMED);
    assertThat(Assertion.NAMING.of("B20")).isEqualTo(Assertion.NAMING);
    assertThat(Assertion.NEGATED.of("Z23")).isEqualTo(Assertion.NEGATED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          No history of SEIZURE.                                   | SEIZURE   | true
          Presents with a one-week history of HEADACHE.            | HEADACHE  | false
          Has a history of gout and denies PAIN.                   | PAIN      | false
          Allergies: penicillin, LATEX.                            | LATEX     | true
          Social history: SMOKER.                                  | SMOKER    | true
          Denies ALCOHOL.                                          | ALCOHOL   | true
          Family history of COLON CANCER.                          | COLON CANCER | true
          Because of his HEART FAILURE history he was kept.        | HEART FAILURE | true
          MUMPS in the past.                                       | MUMPS     | true
          The patient has known CIRRHOSIS.                         | CIRRHOSIS | true
          Transferred from the previous hospital with new FEVER.   | FEVER     | false
          Acute CHOLECYSTITIS.                                     | CHOLECYSTITIS | false
          DIABETES.                                                | DIABETES  | true
          DIABETES, worse.                                         | DIABETES  | false
          PNEUMONIA.                                               | PNEUMONIA | false
          A woman with GOUT who presents with fever.               | GOUT      | true
          A woman with gout who presents with FEVER.               | FEVER     | false
          A woman with GOUT.                                       | GOUT      | false
          Discharge diagnosis: status post BYPASS.                 | BYPASS    | false
          Patient history: status post BYPASS.                     | BYPASS    | true
          Her known LIVER MASS is again seen.                      | LIVER MASS | false
          He has chronically elevated PLATELETS.                   | PLATELETS | true
          FH is positive for a sister with POLYPS.                 | POLYPS    | true
          """)
  void whatIsToldAsHistory(String text, String condition, boolean expected) {
    int at = text.indexOf(condition);
    var sentence = new Sentence(SectionKind.NARRATIVE, false, 0, text.length(), List.of());

    assertThat(AssertionReader.isHistorical(text, sentence, at, at + condition.length()))
        .isEqualTo(expected);
  }
}
