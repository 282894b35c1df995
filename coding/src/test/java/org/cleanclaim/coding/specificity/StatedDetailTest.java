package org.cleanclaim.coding.specificity;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Detail that assessments tell in few words reaches the code (Official Guidelines I.B.2), and what
/// nobody said does not.
class StatedDetailTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
  private static final CodingEngine ENGINE = CodingEngine.of(CodeSets.starter(), DAY);

  private static List<String> codes(String assessment) {
    return ENGINE
        .propose(
            new Documentation(
                "d",
                "Assessment:\n" + assessment + "\n",
                EncounterSetting.OUTPATIENT,
                DAY,
                70,
                Sex.UNKNOWN))
        .suggestions()
        .stream()
        .map(Suggestion::code)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CKD 3b                                             | N1832
          CKD 5                                              | N185
          CKD stage IIIb                                     | N1832
          CKD 3 years                                        | N189
          Acute on chronic HFpEF                             | I5033
          Chronic HFrEF                                      | I5022
          Acute inferior STEMI                               | I2119
          STEMI of LAD                                       | I2102
          Severe aortic stenosis                             | I350
          Closed fracture of lateral malleolus, right        | S8261XA
          Acute gout of left knee                            | M109
          Osteoporotic compression fracture of L1            | M8008XA
          Tobacco use disorder, cigarettes                   | F17210
          No longer smoking                                  | Z87891
          Elevated blood pressure without diagnosis of hypertension | R030
          Lipoma of back                                     | D171
          Small cell lung cancer                             | C3490
          """)
  void wordsOfTheStatementReachTheCode(String said, String code) {
    assertThat(codes(said)).containsExactly(code);
  }

  @Test
  void combinationsFollowFromWhatIsReached() {
    assertThat(codes("1. Hypertension\n2. CKD 5")).contains("I120", "N185");
    assertThat(codes("1. Hypertension\n2. Acute on chronic HFrEF\n3. CKD stage 3a"))
        .contains("I130", "I5023", "N1831");
    assertThat(codes("AKI on CKD")).containsExactlyInAnyOrder("N179", "N189");
  }

  @Test
  void theNextItemOfAListIsNoStage() {
    assertThat(codes("1. Gout 2. CKD 3. Asthma")).contains("N189").doesNotContain("N1830");
  }
}
