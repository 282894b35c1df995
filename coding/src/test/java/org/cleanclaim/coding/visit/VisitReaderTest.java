package org.cleanclaim.coding.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cleanclaim.coding.CodingProposal;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.visit.DecisionMaking.Level;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class VisitReaderTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
  private static final Map<String, String> CODES =
      Map.of(
          "Hypertension",
          "I10",
          "Diabetes",
          "E119",
          "Bronchitis",
          "J209",
          "Cough",
          "Z8709",
          "NSTEMI",
          "I214",
          "Pulmonary embolism",
          "I2699",
          "Diabetic ketoacidosis",
          "E1110",
          "Sepsis",
          "A419");

  private static VisitWorksheet read(String text) {
    return read(text, EncounterSetting.OUTPATIENT, DAY);
  }

  private static VisitWorksheet read(String text, EncounterSetting setting, LocalDate day) {
    var suggestions = new ArrayList<Suggestion>();
    CODES.forEach((words, code) -> {
      int at = text.indexOf(words);
      if (at < 0) return;
      var evidence = new Evidence("d", at, at + words.length(), words);
      suggestions.add(
          new Suggestion(
              CodeSystem.ICD10CM, code, words, 90, List.of(evidence), List.of(), List.of()));
    });
    return VisitReader.read(
        new Documentation("d", text, setting, day, 50, Sex.FEMALE),
        new CodingProposal(suggestions, List.of(), List.of()),
        null);
  }

  private static List<String> codes(VisitWorksheet sheet) {
    return sheet.ranges().stream().map(r -> String.valueOf(r.byDecision())).toList();
  }

  @Test
  void eachElementNamesItsSentence() {
    String note =
        """
        Established patient here for follow-up of blood pressure.
        Assessment:
        1. Hypertension
        - Medical Reasoning: Not at goal today.
        - Medical Treatment: Increase lisinopril 20 mg.
        - Additional Testing: Basic metabolic panel and urinalysis.
        """;

    VisitWorksheet sheet = read(note);

    assertThat(sheet.decision())
        .isEqualTo(new DecisionMaking(Level.MODERATE, Level.LOW, Level.MODERATE));
    assertThat(codes(sheet)).containsExactly("99214");
    assertThat(sheet.problems().getFirst().evidence().quote()).isEqualTo("Not at goal");
    assertThat(sheet.data())
        .extracting(VisitElement::what)
        .containsExactly("metabolic panel", "urinalysis");
    assertThat(sheet.risk().getFirst().evidence().quote()).isEqualTo("Increase lisinopril");
    for (VisitElement element : sheet.data()) {
      Evidence at = element.evidence();
      assertThat(note.substring(at.start(), at.end())).isEqualTo(at.quote());
    }
  }

  @Test
  void twoStableChronicIllnessesAreMoreThanOne() {
    String one = "Assessment:\n1. Hypertension, stable.\n";

    assertThat(read(one).decision().problems()).isEqualTo(Level.LOW);
    assertThat(read(one + "2. Diabetes, well controlled.\n").decision().problems())
        .isEqualTo(Level.MODERATE);
    assertThat(
            read("Assessment:\n1. Hypertension, without worsening, stable.\n")
                .decision()
                .problems())
        .isEqualTo(Level.LOW);
    assertThat(read("Assessment:\n1. Bronchitis\n").decision().problems()).isEqualTo(Level.LOW);
    assertThat(read("Assessment:\n1. Acute Hypertension\n").decision().problems())
        .isEqualTo(Level.MODERATE);
    assertThat(read("Assessment:\n1. Cough\n").problems()).isEmpty();
  }

  @Test
  void whatThreatensLifeIsAHighProblem() {
    for (String illness :
        List.of("NSTEMI", "Pulmonary embolism", "Diabetic ketoacidosis", "Sepsis")) {
      VisitWorksheet sheet =
          read("Assessment:\n1. " + illness + "\n", EncounterSetting.INPATIENT, DAY);

      assertThat(sheet.decision().problems()).as(illness).isEqualTo(Level.HIGH);
      assertThat(sheet.problems().getFirst().evidence().quote()).isEqualTo(illness);
    }
    assertThat(read("Assessment:\n1. NSTEMI two weeks ago, stable.\n").decision().problems())
        .isEqualTo(Level.LOW);
  }

  @Test
  void dataCountByCategory() {
    assertThat(read("CBC ordered.").decision().data()).isEqualTo(Level.STRAIGHTFORWARD);
    assertThat(read("CBC ordered, CBC reviewed.").decision().data())
        .isEqualTo(Level.STRAIGHTFORWARD);
    assertThat(read("CBC and TSH ordered.").decision().data()).isEqualTo(Level.LOW);
    assertThat(read("History obtained from the daughter.").decision().data()).isEqualTo(Level.LOW);
    assertThat(read("CBC, TSH and lipid panel ordered.").decision().data())
        .isEqualTo(Level.MODERATE);
    assertThat(read("I independently interpreted the EKG.").decision().data())
        .isEqualTo(Level.MODERATE);
    assertThat(
            read("I independently interpreted the EKG. Discussed the plan with cardiology.")
                .decision()
                .data())
        .isEqualTo(Level.HIGH);
    assertThat(read("No CBC ordered. Discussed the plan with the patient.").data()).isEmpty();
  }

  @Test
  void riskIsWhatWasDecidedNotWhatMightBe() {
    assertThat(read("Plan:\nPhysical therapy.").decision().risk()).isEqualTo(Level.LOW);
    assertThat(read("Plan:\nTylenol 500 mg as needed.").decision().risk()).isEqualTo(Level.LOW);
    assertThat(read("Plan:\nContinue Synthroid.").decision().risk()).isEqualTo(Level.MODERATE);
    assertThat(read("Plan:\nContinue current regimen.").risk()).isEmpty();
    assertThat(read("Plan:\nHe will be admitted to the hospital.").decision().risk())
        .isEqualTo(Level.HIGH);
    assertThat(read("Plan:\nIf it worsens, he will be admitted.").risk()).isEmpty();
    assertThat(read("HPI: Continue Synthroid.").risk()).isEmpty();
  }

  @Test
  void drugsThatThisPractitionerHandlesAreManagement() {
    for (String plan :
        List.of(
            "Start insulin.",
            "Increase lisinopril.",
            "Continue metformin.",
            "Metformin was increased.",
            "Lisinopril 20 mg continued.",
            "Start antibiotics.")) {
      assertThat(read("Plan:\n" + plan).decision().risk()).as(plan).isEqualTo(Level.MODERATE);
    }
    for (String plan :
        List.of(
            "Continue metoprolol as prescribed by cardiology.",
            "Amiodarone is managed by his cardiologist.",
            "Warfarin per the Coumadin clinic.",
            "Take medicines as prescribed.",
            "Weight continued to fall.",
            "Do not start insulin.")) {
      assertThat(read("Plan:\n" + plan).risk()).as(plan).isEmpty();
    }
  }

  @Test
  void totalTimeMakesALevelOfItsOwn() {
    VisitWorksheet sheet =
        read("Established patient.\nTotal time on the date of the encounter: 32 minutes.");

    assertThat(sheet.minutes()).isEqualTo(32);
    assertThat(sheet.ranges().getFirst().byTime()).hasToString("99214");
    assertThat(sheet.ranges().getFirst().byDecision()).isNull();
    assertThat(read("I spent 10 minutes on tobacco cessation today.").minutes()).isNull();
    assertThat(read("Total time today: 1 hour and 10 minutes.").minutes()).isEqualTo(70);
    assertThat(read("Total time today was 1 hour.").minutes()).isEqualTo(60);
    assertThat(read("Total time today 45-60 minutes.").minutes()).isNull();
    assertThat(read("Total time today 30 minutes. Total time today 45 minutes.").remarks())
        .anyMatch(r -> r.startsWith("Several"));
  }

  @Test
  void theKindOfVisitIsReadOrLeftOpen() {
    String bronchitis = "\nAssessment:\n1. Bronchitis\n";

    assertThat(codes(read("New patient." + bronchitis))).containsExactly("99202");
    assertThat(codes(read("Seen today." + bronchitis))).containsExactly("99202", "99212");
    assertThat(codes(read("ED note." + bronchitis))).containsExactly("99282");
    assertThat(codes(read("H&P." + bronchitis, EncounterSetting.INPATIENT, DAY)))
        .containsExactly("99221");
    assertThat(
            read("Rounds." + bronchitis, EncounterSetting.EMERGENCY, LocalDate.of(2022, 5, 1))
                .ranges())
        .isEmpty();
  }

  @Test
  void hospitalAndConsultationNotesHaveNoOfficeCodes() {
    String bronchitis = "\nAssessment:\n1. Bronchitis\n";

    assertThat(codes(read("Hospital progress note, hospital day 3." + bronchitis)))
        .containsExactly("99231");
    assertThat(codes(read("Cardiology consultation\nReason for consultation: cough" + bronchitis)))
        .containsExactly("99242");
    assertThat(
            codes(
                read(
                    "We were asked by Dr. Brandt to see her." + bronchitis,
                    EncounterSetting.INPATIENT,
                    DAY)))
        .containsExactly("99252");
    assertThat(codes(read("Emergency Department\nChief complaint: cough" + bronchitis)))
        .containsExactly("99282");
    assertThat(codes(read("Here after a visit to the emergency department." + bronchitis)))
        .containsExactly("99202", "99212");
  }

  @Test
  void theDayOfDischargeGoesByTimeAlone() {
    String note = "Discharge summary\nDischarge diagnosis:\n1. Bronchitis\n";

    assertThat(discharge(note)).isEqualTo("null 99238");
    assertThat(discharge(note + "Total time on the day of discharge: 30 minutes.\n"))
        .isEqualTo("null 99238");
    assertThat(discharge(note + "Discharge took more than 30 minutes.\n")).isEqualTo("null 99239");
    assertThat(discharge(note + "Total time today: 45 minutes.\n")).isEqualTo("null 99239");
  }

  private static String discharge(String note) {
    VisitRange only = read(note, EncounterSetting.INPATIENT, DAY).ranges().getFirst();
    return only.byDecision() + " " + only.byTime();
  }

  @Test
  void aReportIsNoVisit() {
    String report = "Exam: chest\nTechnique: CT without contrast.\nImpression:\n1. Bronchitis\n";

    assertThat(read(report).ranges()).isEmpty();
    assertThat(read(report).remarks()).anyMatch(r -> r.contains("not of a visit"));
    assertThat(read("New patient.").ranges()).isEmpty();
  }
}
