package org.cleanclaim.coding.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoteReaderTest {
  private static List<String> problems(String note) {
    return NoteReader.read(note).stream()
        .filter(Sentence::isProblem)
        .map(sentence -> note.substring(sentence.start(), sentence.end()).strip())
        .toList();
  }

  private static SectionKind section(String note, String words) {
    int at = note.indexOf(words);
    return NoteReader.read(note).stream()
        .filter(sentence -> sentence.start() <= at && at < sentence.end())
        .findFirst()
        .orElseThrow()
        .section();
  }

  @Test
  void itemsAndShortLinesOfTheAssessmentAreProblems() {
    String note =
        """
        HPI: Feels well.
        ASSESSMENT AND PLAN

        Mr. A is a 60-year-old male with hypertension and diabetes, who presents for a visit to our clinic today.

        1. Hypertension.
        - Medical Reasoning: Well controlled.
        - Medical Treatment: Continue lisinopril for heart failure.
        Kidney stones.
        """;

    assertThat(problems(note)).containsExactly("Hypertension", "Kidney stones");
    assertThat(section(note, "Well controlled")).isEqualTo(SectionKind.REASONING);
    assertThat(section(note, "Continue")).isEqualTo(SectionKind.PLAN);
    assertThat(section(note, "Feels well")).isEqualTo(SectionKind.NARRATIVE);
  }

  @Test
  void aLongItemNamesItsProblemBeforeItTellsAboutIt() {
    String note =
        """
        A/P:
        1. Type 2 diabetes with diabetic polyneuropathy - A1c 7.4, start gabapentin 100 mg qHS, continue metformin.
        2. Hypertension, at goal on lisinopril 20 mg daily, home pressures 128 to 140 over 70, no dizziness.
        """;

    assertThat(problems(note))
        .containsExactly(
            "Type 2 diabetes with diabetic polyneuropathy",
            "Hypertension, at goal on lisinopril 20 mg daily, home pressures 128 to 140 over 70");
    assertThat(section(note, "start gabapentin")).isEqualTo(SectionKind.REASONING);
  }

  @Test
  void shortStatementsBesideTheHeadingAreProblemsWhereNoItemsFollow() {
    String line = "Imp: Hypertensive heart disease, improved. Permanent atrial fibrillation.\n";

    assertThat(problems(line + "Echo today.\n"))
        .contains("Hypertensive heart disease, improved", "Permanent atrial fibrillation");
    assertThat(problems("A/P: Doing well with his diabetes.\n1. Hypertension.\n"))
        .containsExactly("Hypertension");
  }

  @Test
  void problemsListedWithThePlanAreProblems() {
    String note = "PLAN\n\nDepression.\n• Medical Reasoning: Stable.\nReturn in June.\n";

    assertThat(problems(note)).containsExactly("Depression");
  }

  @Test
  void aWrappedLineGoesOn() {
    assertThat(problems("A/P:\n1. Chronic kidney\ndisease.\n"))
        .containsExactly("Chronic kidney\ndisease");
  }

  @Test
  void sectionsOfHistoryAndExamAreKnown() {
    String note = "PMH: asthma\nFamily history: gout\nROS: cough\n";

    assertThat(section(note, "asthma")).isEqualTo(SectionKind.PAST_HISTORY);
    assertThat(section(note, "gout")).isEqualTo(SectionKind.FAMILY_HISTORY);
    assertThat(section(note, "cough")).isEqualTo(SectionKind.NOT_CODED);
  }

  @Test
  void aLongStatementBesideTheHeadingIsAProblemToo() {
    String told =
        "Uncontrolled type 2 diabetes with hyperglycemia and diabetic chronic kidney disease stage"
            + " 4, worse since spring";

    assertThat(problems("Assessment: " + told + ". On insulin.\n"))
        .containsExactly(told, "On insulin");
  }

  @Test
  void anAbbreviationIsOneWordOfAProblem() {
    assertThat(
            problems(
                """
                Assessment:
                Uncontrolled type 2 DM with hyperglycemia and diabetic CKD stage 4.
                HTN.
                """))
        .containsExactly(
            "Uncontrolled type 2 DM with hyperglycemia and diabetic CKD stage 4", "HTN");
  }

  @Test
  void anItemWhoseWordsEndAtACommaIsReadOnce() {
    String problem =
        "Localization-related (focal) (partial) symptomatic epilepsy and epileptic syndromes with"
            + " simple partial seizures, not intractable, without status epilepticus";

    assertThat(NoteReader.read("Assessment:\n1. " + problem + "\n"))
        .anySatisfy(sentence -> assertThat(sentence.isProblem()).isTrue());
  }

  @Test
  void copiedTextIsOfTheTimeItWasWritten() {
    String marked =
        """
        Assessment:
        1. Gout
        [Copied from note of 01/02/2024]
        Assessment:
        2. Pneumonia
        [End copy]
        3. Asthma
        """;
    assertThat(problems(marked)).containsExactly("Gout", "Asthma");
    assertThat(section(marked, "Pneumonia")).isEqualTo(SectionKind.PAST_HISTORY);

    String headed =
        "Assessment copied forward from 1/2/2024:\n1. Pneumonia\nAssessment:\n1. Gout\n";
    assertThat(problems(headed)).containsExactly("Gout");
    assertThat(section(headed, "Pneumonia")).isEqualTo(SectionKind.PAST_HISTORY);

    String inLine = "Copied from prior note: pneumonia.\nAssessment: gout.\n";
    assertThat(section(inLine, "pneumonia")).isEqualTo(SectionKind.PAST_HISTORY);
    assertThat(section(inLine, "gout")).isEqualTo(SectionKind.ASSESSMENT);

    String before = "Prior visit assessment:\n1. Pneumonia\n";
    assertThat(section(before, "Pneumonia")).isEqualTo(SectionKind.PAST_HISTORY);
  }

  @Test
  void emptyTextHasNoSentences() {
    assertThat(NoteReader.read("")).isEmpty();
    assertThat(NoteReader.read(" \n\n . ; \n")).isEmpty();
  }

  @Test
  void theDiagnosisAfterAnOperationMayBeTheOneBeforeIt() {
    for (String after :
        List.of(
            "POSTOPERATIVE DIAGNOSIS: Same",
            "Post-op Dx: same as above.",
            "Postoperative diagnosis:\nThe same")) {
      String text = "Preop Dx: Acute cholecystitis\n" + after + "\nANESTHESIA: General\n";
      assertThat(NoteReader.read(text).getFirst().section())
          .as(after)
          .isEqualTo(SectionKind.ASSESSMENT);
    }
    String other = "Preop Dx: Acute cholecystitis\nPost-op Dx: Chronic cholecystitis\n";
    assertThat(NoteReader.read(other))
        .extracting(Sentence::section)
        .containsExactly(SectionKind.NOT_CODED, SectionKind.ASSESSMENT);
  }
}
