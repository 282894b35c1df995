package org.cleanclaim.coding.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.CodingProposal;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

/// Rules for what visit notes tell besides their diagnoses, by invented notes and the built-in code
/// set.
class PlainVisitNotesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
  private static final CodingEngine ENGINE = CodingEngine.of(CodeSets.starter(), DAY);

  private static CodingProposal propose(String text) {
    return ENGINE.propose(
        new Documentation("d", text, EncounterSetting.OUTPATIENT, DAY, 50, Sex.FEMALE));
  }

  private static List<String> codes(String text) {
    return propose(text).suggestions().stream().map(Suggestion::code).toList();
  }

  private static List<String> mentioned(String text) {
    return propose(text).notCoded().stream().map(Mention::code).toList();
  }

  @Test
  void aDrugToldWithTheProblemItTreatsIsLongTermTherapy() {
    assertThat(codes("A/P:\n1. Type 2 diabetes - A1c 7.4, continue metformin.\n"))
        .containsExactly("E119", "Z7984");
    assertThat(codes("A/P:\n1. Type 2 diabetes, on insulin glargine.\n"))
        .containsExactly("E119", "Z794");
    assertThat(codes("Impression:\n- Permanent atrial fibrillation, on apixaban.\n"))
        .containsExactly("I4821", "Z7901");
  }

  @Test
  void inANoteWithoutAnAssessmentTheSentenceOfTheProblemTellsIt() {
    assertThat(codes("1. Type 2 diabetes - increase glipizide 10 bid.\n"))
        .containsExactly("E119", "Z7984");
    for (String told :
        List.of(
            "Type 2 diabetes. The mother takes glipizide. Glipizide is cheap.\n",
            "Type 2 diabetes was controlled with an insulin drip during the stay.\n",
            "Type 2 diabetes, was on glipizide until 2019.\n",
            "Type 2 diabetes, glipizide helped him long ago.\n")) {
      assertThat(codes(told)).as(told).containsExactly("E119");
    }
  }

  @Test
  void aDrugBegunStoppedDeniedOrOfAnotherConditionIsNone() {
    for (String told :
        List.of(
            "Type 2 diabetes - start metformin 500 mg.",
            "Type 2 diabetes - hold metformin until the scan.",
            "Type 2 diabetes - not on insulin.",
            "Type 2 diabetes - insulin sliding scale while in hospital.",
            "Type 2 diabetes - allergic to metformin.",
            "Hypertension - continue metformin.")) {
      assertThat(codes("A/P:\n1. " + told + "\n"))
          .as(told)
          .doesNotContain("Z794", "Z7984", "Z7985");
    }
  }

  @Test
  void aDrugOfTheListOnlyIsKeptForTheChartCheck() {
    String note = "Medications: metformin 500 mg twice daily.\nAssessment:\n1. Type 2 diabetes\n";

    assertThat(codes(note)).containsExactly("E119");
    assertThat(mentioned(note)).contains("Z7984");
  }

  @Test
  void aVaccineGivenAtTheVisitIsCodedAndAPlannedOneIsNot() {
    assertThat(codes("Assessment:\n1. Annual exam\nPlan: flu shot given today.\n"))
        .containsExactly("Z0000", "Z23");
    assertThat(
            codes(
                """
                Assessment:
                1. Annual exam
                Plan: mammogram not indicated, flu shot given today.
                """))
        .containsExactly("Z0000", "Z23");
    assertThat(codes("Assessment: Annual exam. Needs vaccines: DTaP given in the right thigh.\n"))
        .contains("Z23");
    for (String plan :
        List.of(
            "flu shot next month.",
            "flu shot declined.",
            "if she stays well, flu shot given today.",
            "flu shot not given today, Tdap due.",
            "flu shot given last fall.",
            "at her last visit, flu shot was given here.",
            "on 10/12/2025, flu shot given in clinic.",
            "no vaccines today, flu shot done here in October.",
            "handout given today, mother refused the flu shot.",
            "information about the flu shot given today, mother refused vaccines.",
            "recommended the flu shot.",
            "Tdap due.")) {
      assertThat(codes("Assessment:\n1. Annual exam\nPlan: " + plan + "\n"))
          .as(plan)
          .containsExactly("Z0000");
    }
  }

  @Test
  void anExaminationThatFindsSomethingNewOrWorseHasAbnormalFindings() {
    assertThat(codes("Assessment:\n1. Annual exam\n2. Hypertension, newly diagnosed\n"))
        .containsExactly("Z0001", "I10");
    assertThat(codes("Assessment:\n1. Annual exam\n2. Type 2 diabetes, uncontrolled\n"))
        .contains("Z0001");
    assertThat(codes("Assessment:\n1. Annual exam\n2. Hypertension, stable\n"))
        .containsExactly("Z0000", "I10");
    assertThat(
            codes("Assessment:\n1. Annual exam without abnormal findings\n2. Hypertension, new\n"))
        .contains("Z0000");
  }

  @Test
  void aSmokerOfTheHistoryIsCodedWhereANoteAsksForIt() {
    assertThat(
            codes(
                """
                Social history: smokes 1 ppd.
                Assessment:
                1. Chronic obstructive pulmonary disease
                """))
        .containsExactly("J449", "F17210");
    assertThat(
            codes(
                """
                Social history: former smoker.
                Assessment:
                1. Chronic obstructive pulmonary disease
                """))
        .containsExactly("J449", "Z87891");
    assertThat(codes("Social history: smokes 1 ppd.\nAssessment:\n1. Gout\n"))
        .containsExactly("M109");
    for (String told : List.of("never smoker", "non smoker", "denies smoking", "not a smoker")) {
      assertThat(
              codes(
                  "Social history: "
                      + told
                      + ".\nAssessment:\n1. Chronic obstructive pulmonary disease\n"))
          .as(told)
          .containsExactly("J449");
    }
  }

  @Test
  void aSmokersTobaccoUseIsDependence() {
    assertThat(codes("HPI: Smoker.\nAssessment:\n1. Tobacco use\n")).containsExactly("F17210");
    assertThat(codes("HPI: Smoker.\nAssessment:\n1. Tobacco use, cigarettes\n"))
        .containsExactly("F17210");
    assertThat(codes("Assessment:\n1. Tobacco use\n")).containsExactly("Z720");
  }

  @Test
  void aDiscIsOfTheRegionOfItsLevelAndSaysItsRadiculopathy() {
    assertThat(codes("Assessment:\n1. Disc herniation L4-5\n")).containsExactly("M5126");
    assertThat(codes("Assessment:\n1. Herniated disc at L5-S1\n")).containsExactly("M5127");
    assertThat(codes("Assessment:\n1. Disc herniation L4-L5\n2. Lumbar radiculopathy\n"))
        .containsExactly("M5116");
    assertThat(codes("Assessment:\n1. Lumbar disc herniation with radiculopathy\n"))
        .containsExactly("M5116");
  }
}
