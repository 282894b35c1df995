package org.cleanclaim.coding.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryWordingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please document acute respiratory failure.",
        "Can you please document sepsis?",
        "Could you add encephalopathy to your discharge summary?",
        "Kindly add malnutrition to the problem list.",
        "Don't you think this is malnutrition?",
        "Do you agree that the patient had a type 2 myocardial infarction?",
        "It looks like the kidneys failed on day two; what do you say?",
        "The laboratory values are consistent with acute kidney injury. Is it so?",
        "This patient clearly has sepsis.",
        "You forgot to write down the malnutrition that was treated.",
        "Would it be appropriate to say that the heart failure was acute?",
        "Is it fair to say that the anemia came from blood loss?",
        "We need the acuity to capture how sick the patient was.",
        "An addendum stating acute blood loss anemia would be appreciated.",
        "We believe that the pneumonia was there on admission.",
        "Shouldn't this be severe malnutrition?",
        "Most physicians would call this sepsis.",
        "The patient meets all of the criteria for malnutrition.",
        "As discussed, encephalopathy goes into the note.",
        "Was it not acute respiratory failure?",
        "Just sign below if you accept encephalopathy.",
        "Pls amend the note to reflect severe malnutrition.",
        "The documentation needs to say whether it was acute.",
        "The heart failure was acute on chronic, correct?",
        "The indicators support a diagnosis of sepsis.",
        "The patient qualifies for severe malnutrition.",
        "Of course the wound was infected."
      })
  void leadingWordings(String text) {
    assertThat(QueryWording.leads(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is your clinical judgment of what is quoted?",
        "Can the type and acuity of the heart failure be further specified?",
        "Which condition, if any, was treated with the antibiotic?",
        "Please clarify the clinical significance of these findings, if any.",
        "Was the pressure injury present on admission?",
        "Is there a relationship between the diabetes and the foot ulcer, in your judgment?",
        "The notes of day 2 and day 4 differ. Which of them describes the condition at discharge?",
        "What does the abbreviation stand for here?",
        "Can you clarify whether the condition was ruled out?"
      })
  void openWordings(String text) {
    assertThat(QueryWording.leads(text)).isFalse();
    assertThat(QueryWording.says(QueryWording.MONEY, text)).isFalse();
    assertThat(QueryWording.says(QueryWording.QUALITY, text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A higher DRG would follow.",
        "This gives us an MCC.",
        "The payer denies it otherwise.",
        "It raises the relative weight.",
        "Our capture rate is low.",
        "The hospital would be reimbursed.",
        "It counts for the risk score.",
        "It is a higher-weighted condition."
      })
  void wordsOfMoney(String text) {
    assertThat(QueryWording.says(QueryWording.MONEY, text)).isTrue();
  }
}
