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
        "Of course the wound was infected.",
        "This patient has a failing heart, isn\u2019t it?",
        "Wouldn\u2019t you agree that it is systolic?",
        "PLEASE\nDOCUMENT systolic failure",
        "Please, document systolic failure",
        "p l e a s e document systolic",
        "Please also document systolic failure",
        "Please re-document systolic",
        "Please clarify that the patient has systolic failure.",
        "Please specify systolic failure.",
        "Kindly write systolic failure.",
        "Please document the type as systolic.",
        "Would you consider systolic failure?",
        "Do you concur that the failure is systolic?",
        "The failure is systolic, please verify.",
        "Documentation of systolic failure is needed in your addendum.",
        "The evidence points to systolic failure. Agreed",
        "I am inclined to call it systolic. What type?",
        "In our opinion it is systolic. What type?",
        "Coders call it systolic. What type?",
        "Our physician advisor already agreed that it is systolic.",
        "Did you mean systolic failure?",
        "This patient has systolic failure, doesn't she?",
        "May I put down systolic failure?",
        "Can I code systolic failure?",
        "We only need you to sign that it is systolic.",
        "Given EF of 25 %, is this acute systolic failure?",
        "Our CDI team thinks that it is systolic.",
        "An answer of acute would be most welcome.",
        "We would appreciate it if you called it acute.",
        "Acute systolic failure must be listed.",
        "With these findings it must have been systolic.",
        "Please consider systolic failure.",
        "Consider adding the acuity.",
        "Make sure to write the acuity.",
        "We are quite certain that it is systolic; what type?",
        "Systolic failure is the only explanation of the edema."
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
        "Can you clarify whether the condition was ruled out?",
        "Please document the type of heart failure, if known.",
        "The note says heart failure. Please clarify the type, if it can be determined.",
        "Is the ejection fraction known? If you can, state the type of heart failure.",
        "PSI of 130 is recorded. What is your clinical judgment?",
        "The ECG shows APCs. What is the clinical significance, if any?",
        "Patient denies chest pain. What is the clinical significance, if any, of the finding?",
        "The patient denied a fall. What is the cause, if known, of the pain in the left knee?",
        "Received 500 cc of saline. What followed?",
        "Given the quoted findings, was it present on admission?",
        "Please document in your own words what the film was ordered for.",
        "Please document whether the wound was infected.",
        "Does the plan ask the patient to pay attention to salt?",
        "Does the cost of living keep the patient from taking the drugs?",
        "We would appreciate it if you could clarify the acuity.",
        "Please consider the quoted findings. What is your judgment of them?",
        "Is the bleeding a complication of the operation, or expected with it?",
        "The patient's AUDIT score is 12. What is its clinical significance, if any?",
        "The weight of the patient fell by 8 kg. What is the cause, if known?",
        "Are the surgical margins free? It must be known for the stage."
      })
  void openWordings(String text) {
    assertThat(QueryWording.leads(text)).isFalse();
    assertThat(QueryWording.speaksOfMoney(text)).isFalse();
    assertThat(QueryWording.speaksOfQuality(text)).isFalse();
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
        "It is a higher-weighted condition.",
        "This will raise our case-mix index.",
        "The chart is risk-adjusted.",
        "This affects HCC-85.",
        "The stay goes to DRG-291 with it.",
        "The stay goes to DRG291 with it.",
        "Medicare does not cover the echo without the type.",
        "Insurance will deny the visit otherwise.",
        "It was denied last time.",
        "It is worth $4,200 to us.",
        "The hospital's income depends on it.",
        "Our costs are not covered otherwise.",
        "A higher-paying group results.",
        "Nonpayment would follow.",
        "Medical necessity is not met without it.",
        "This counts toward the bonus.",
        "It is needed for the CC capture.",
        "The RW is 1.2 with it.",
        "It moves the visit to a higher level of service.",
        "The hospital loses out without it.",
        "It makes a difference of thousands to our practice.",
        "It would help the bottom line.",
        "It raises the weight of the stay.",
        "This reaches the next better tier.",
        "The ileus counts as a major complication.",
        "It is a complication/comorbidity.",
        "A recovery auditor looks at this stay.",
        "We gain by it."
      })
  void wordsOfMoney(String text) {
    assertThat(QueryWording.speaksOfMoney(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It shows a higher SOI/ROM.",
        "Observed-to-expected mortality depends on it.",
        "Our hospital ranking depends on it.",
        "Expected LOS is longer with it.",
        "Our MIPS score depends on it.",
        "Your quality-score depends on it.",
        "This is a PSI.",
        "The hospital is penalized for it.",
        "It shows in our figures.",
        "It is publicly reported."
      })
  void wordsOfQuality(String text) {
    assertThat(QueryWording.speaksOfQuality(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"What type (i50.21)?", "What of I50.2?", "What of i5021?", "About J189"})
  void codes(String text) {
    assertThat(QueryWording.says(QueryWording.CODE, text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"The B12 is 90.", "Given q12h.", "5.5 mg at 10.15", "T12 is tender."})
  void noCodes(String text) {
    assertThat(QueryWording.says(QueryWording.CODE, text)).isFalse();
  }
}
