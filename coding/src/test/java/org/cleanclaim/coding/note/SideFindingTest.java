package org.cleanclaim.coding.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.site.SiteProcedures;
import org.cleanclaim.coding.source.DocumentReader;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class SideFindingTest {
  private final NoteCoder coder = NoteCoder.of(CodeSets.starter(), SiteProcedures.NONE);

  private CodedNote code(String text) {
    return coder.code(
        DocumentReader.read("note", text.getBytes(StandardCharsets.UTF_8)),
        new NoteCoder.Visit(
            EncounterSetting.OUTPATIENT, LocalDate.of(2026, 3, 12), null, Sex.UNKNOWN, null));
  }

  private static List<String> codes(CodedNote note) {
    return note.diagnoses().suggestions().stream().map(Suggestion::code).toList();
  }

  private static List<String> sides(CodedNote note) {
    return note.findings().stream()
        .filter(f -> f.rule().value().equals("NOTE-SIDES"))
        .map(Finding::message)
        .toList();
  }

  @Test
  void theComplaintOfOneKneeAndTheAssessmentOfTheOtherAreAskedAbout() {
    CodedNote note =
        code(
            """
            HPI: Left knee pain for two years, worse on stairs.
            Exam: Crepitus of the left knee.
            Assessment:
            1. Primary osteoarthritis of the right knee
            Plan: Acetaminophen.
            """);

    assertThat(codes(note)).containsExactly("M1710");
    assertThat(sides(note))
        .containsExactly(
            "The assessment says “right knee” (line 4), the note elsewhere “Left knee” (line 1):"
                + " which side M17.10 is on is not clear, and none is taken.");
    assertThat(note.diagnoses().suggestions().getFirst().path())
        .last()
        .asString()
        .contains("M17.11 becomes M17.10")
        .contains("I.B.13");
  }

  @Test
  void theProcedureOnTheOtherSideIsAskedAbout() {
    CodedNote note =
        code(
            """
            HPI: Pain of the right knee. The left knee hurts less.
            Assessment:
            1. Primary osteoarthritis of the right knee
            Procedure: Injection of the left knee with 40 mg of triamcinolone.
            """);

    assertThat(codes(note)).containsExactly("M1710");
    assertThat(sides(note)).singleElement().asString().contains("“left knee” (line 4)");
  }

  @Test
  void thePlanBelowTheProblemOnTheOtherSideIsAskedAbout() {
    CodedNote note =
        code(
            """
            HPI: Both knees ache.
            Assessment and plan:
            1. Pain in the right knee
               - Plan: radiographs of the left knee.
            2. Hypertension
            """);

    assertThat(codes(note)).containsExactly("M25569", "I10");
    assertThat(sides(note)).hasSize(1);
  }

  @Test
  void whereNoCodeLeavesTheSideOpenNothingIsProposed() {
    CodedNote note =
        code("HPI: Right shoulder pain.\nAssessment:\n1. Impingement syndrome of left shoulder\n");

    assertThat(codes(note)).doesNotContain("M7542");
    assertThat(sides(note)).hasSize(1);
    assertThat(note.diagnoses().notCoded())
        .anySatisfy(mention -> {
          assertThat(mention.code()).isEqualTo("M7542");
          assertThat(mention.why()).contains("no side is taken");
        });
  }

  @Test
  void twoInjuriesOfTwoSidesContradictNothing() {
    CodedNote note =
        code(
            """
            HPI: Twisted the right ankle and fell on the left knee.
            Assessment:
            1. Sprain of the right ankle
            2. Primary osteoarthritis of the left knee
            Plan: brace for the right ankle, ice for the left knee.
            """);

    assertThat(codes(note)).contains("S93401A", "M1712");
    assertThat(sides(note)).isEmpty();
  }

  @Test
  void bothSidesTheHealthySideAndAnEarlierTimeContradictNothing() {
    for (String elsewhere :
        List.of(
            "HPI: Bilateral knee pain.",
            "HPI: Pain of the right knee. Left knee pain is milder.",
            "Exam: Left knee normal.",
            "HPI: No left knee pain.",
            "Past surgical history: left knee arthroscopy.",
            "HPI: Knee pain. She is left-handed.")) {
      CodedNote note = code(elsewhere + "\nAssessment:\n1. Primary osteoarthritis, right knee\n");
      assertThat(codes(note)).as(elsewhere).containsExactly("M1711");
      assertThat(sides(note)).as(elsewhere).isEmpty();
    }
  }

  @Test
  void aLetterBeforeThePartIsItsSideAndBehindANumberAMeasure() {
    CodedNote note = code("HPI: L knee pain.\nAssessment:\n1. Primary osteoarthritis of R knee\n");

    assertThat(codes(note)).containsExactly("M1710");
    assertThat(sides(note)).singleElement().asString().contains("“R knee”", "“L knee”");
    assertThat(
            codes(
                code(
                    "HPI: 2 L knee aspirate.\nAssessment:\n1. Primary osteoarthritis of R knee\n")))
        .containsExactly("M1711");
  }

  @Test
  void aConditionWithoutASideWhereBothAreNamedQuotesBothPlaces() {
    CodedNote note =
        code("HPI: Right knee pain.\nExam: Left knee tender.\nAssessment:\n1. Knee pain\n");

    assertThat(codes(note)).containsExactly("M25569");
    assertThat(sides(note))
        .singleElement()
        .asString()
        .contains("“Right knee” (line 1)")
        .contains("“Left knee” (line 2)");
  }
}
