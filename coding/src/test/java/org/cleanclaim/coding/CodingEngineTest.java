package org.cleanclaim.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.codesets.publication.TermTable;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class CodingEngineTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
  private static final LocalDate FROM = LocalDate.of(2025, 10, 1);
  private final CodingEngine engine = CodingEngine.of(codeSets(), DAY);

  private static CodeSets codeSets() {
    var codes =
        new CodeList(
            List.of(
                heading("E112", "Type 2 diabetes mellitus with kidney complications"),
                row("E1122", "Type 2 diabetes mellitus with diabetic chronic kidney disease"),
                row("E66813", "Obesity, class 3"),
                row("I10", "Essential (primary) hypertension"),
                row(
                    "I2510",
                    "Atherosclerotic heart disease of native coronary artery without angina"),
                row(
                    "I25119",
                    "Atherosclerotic heart disease of native coronary artery with unspecified"
                        + " angina"),
                row("I129", "Hypertensive chronic kidney disease with stage 1 through stage 4"),
                row("I209", "Angina pectoris, unspecified"),
                row("K353", "Appendicitis with perforation"),
                row("K358", "Acute appendicitis"),
                row("N1831", "Chronic kidney disease, stage 3a"),
                row("R21", "Rash"),
                row("T360X1A", "Poisoning by penicillins, accidental, initial encounter"),
                row(
                    "T360X2A",
                    "Poisoning by penicillins, intentional self-harm, initial encounter"),
                row("T360X5A", "Adverse effect of penicillins, initial encounter"),
                row("T360X6A", "Underdosing of penicillins, initial encounter"),
                row(
                    "A4902",
                    "Methicillin resistant Staphylococcus aureus infection, unspecified site"),
                row("B9562", "Methicillin resistant Staphylococcus aureus infection as the cause"),
                row("L0390", "Cellulitis, unspecified"),
                row("F1199", "Opioid use, unspecified with unspecified opioid-induced disorder"),
                row("F1120", "Opioid dependence, uncomplicated"),
                row("Z91120", "Patient's intentional underdosing due to financial hardship"),
                row("Z6841", "Body mass index [BMI] 40.0-44.9, adult"),
                heading("Z85", "Personal history of malignant neoplasm"),
                row("Z853", "Personal history of malignant neoplasm of breast"),
                row("C509", "Malignant neoplasm of breast"),
                heading("C500", "Malignant neoplasm of nipple"),
                row("C5001", "Malignant neoplasm of nipple, female"),
                row("C5002", "Malignant neoplasm of nipple, male"),
                row("J189", "Pneumonia, unspecified organism"),
                heading("N300", "Acute cystitis"),
                row("N3000", "Acute cystitis without hematuria"),
                row("N3001", "Acute cystitis with hematuria")));
    var index =
        new AlphabeticIndex(
            List.of(
                term("hypertension", "I10"),
                term("pneumonia", "J189"),
                term("coronary artery disease", "I2510"),
                term("angina", "I209"),
                term("nipple cancer", "C500"),
                term("rash", "R21"),
                term("cellulitis", "L0390"),
                term("methicillin resistant staphylococcus aureus infection", "A4902"),
                term("use opioid disorder", "F1199"),
                term("opioid use disorder severe", "F1120"),
                term("acute cystitis", "N3000")));
    return CodeSets.of(
        List.of(
            publication(PublicationKind.ICD10CM_CODES, codes),
            publication(PublicationKind.ICD10CM_INDEX, index),
            publication(PublicationKind.ICD10CM_DRUGS, drugs()),
            publication(PublicationKind.ICD10CM_TABULAR, tabular())));
  }

  private static TermTable drugs() {
    return new TermTable(
        List.of(
            "Poisoning Accidental (unintentional)",
            "Poisoning Intentional self-harm",
            "Poisoning Assault",
            "Poisoning Undetermined",
            "Adverse effect",
            "Underdosing"),
        List.of(
            new TermTable.Row(
                0,
                "Amoxicillin",
                "",
                List.of("T360X1", "T360X2", "T360X3", "T360X4", "T360X5", "T360X6"),
                List.of())));
  }

  private static TabularList tabular() {
    return new TabularList(
        List.of(
            entry(
                "E1122",
                new Note(
                    Note.Kind.USE_ADDITIONAL,
                    "code to identify stage of chronic kidney disease (N18.1-N18.6)",
                    List.of("N181-N186"))),
            entry(
                "L0390",
                new Note(
                    Note.Kind.USE_ADDITIONAL,
                    "code (B95-B97) to identify infectious agent",
                    List.of("B95-B97"))),
            entry(
                "Z853",
                new Note(
                    Note.Kind.INCLUSION_TERM, "Conditions classifiable to C50.-", List.of()))));
  }

  private static TabularList.Entry entry(String code, Note note) {
    return new TabularList.Entry(
        TabularList.Level.CODE, code, code, null, List.of(note), List.of(), false);
  }

  private static InstalledPublication publication(PublicationKind kind, Content content) {
    return InstalledPublication.of(new Publication(kind, "test", FROM, "test", true, content));
  }

  private static CodeList.Row row(String code, String title) {
    return new CodeList.Row(code, title, "", true, null, null, Map.of());
  }

  private static CodeList.Row heading(String code, String title) {
    return new CodeList.Row(code, title, "", false, null, null, Map.of());
  }

  private static AlphabeticIndex.Term term(String title, String code) {
    return new AlphabeticIndex.Term(0, title, "", List.of(code), List.of(), List.of());
  }

  private CodingProposal propose(String text) {
    return engine.propose(
        new Documentation("d", text, EncounterSetting.OUTPATIENT, DAY, 50, Sex.FEMALE));
  }

  private List<String> codes(String text) {
    return propose(text).suggestions().stream().map(Suggestion::code).toList();
  }

  @Test
  void assessedConditionIsSuggestedWithItsExactWords() {
    String text = "HPI:\r\nFeels well \u00fc.\r\nAssessment:\r\n1. Hypertension, stable.\r\n";
    Suggestion only = propose(text).suggestions().getFirst();
    Evidence evidence = only.evidence().getFirst();
    assertThat(only.code()).isEqualTo("I10");
    assertThat(only.confidencePercent()).isBetween(1, 99);
    assertThat(text.substring(evidence.start(), evidence.end())).isEqualTo(evidence.quote());
  }

  @Test
  void whereTheSexDecidesAndNobodyTellsItNothingIsProposedAndItIsSaid() {
    String text = "Assessment:\n1. Nipple cancer\n";
    var unknown =
        engine.propose(
            new Documentation("d", text, EncounterSetting.OUTPATIENT, DAY, 50, Sex.UNKNOWN));

    assertThat(unknown.suggestions()).isEmpty();
    assertThat(unknown.notCoded())
        .extracting(Mention::code, Mention::why)
        .containsExactly(
            tuple(
                "C500",
                "the code depends on the patient's sex, which is not registered and which the note"
                    + " does not tell"));
    assertThat(codes(text)).containsExactly("C5001");
  }

  @Test
  void conditionsNotPresentAreNotCoded() {
    assertThat(codes("No evidence of pneumonia.")).isEmpty();
    assertThat(codes("Possible pneumonia.")).isEmpty();
    assertThat(codes("History of pneumonia.")).isEmpty();
    assertThat(codes("Mother has hypertension.")).isEmpty();
    assertThat(codes("Return if pneumonia develops.")).isEmpty();
    assertThat(codes("Pneumonia was ruled out.")).isEmpty();
    assertThat(codes("Family history:\nHypertension")).isEmpty();
  }

  @Test
  void deniedWordsDoNotMakeAConditionMoreSpecific() {
    assertThat(codes("Acute cystitis with hematuria.")).containsExactly("N3001");
    assertThat(codes("Acute cystitis without hematuria.")).containsExactly("N3000");
    assertThat(codes("Acute cystitis, no hematuria.")).containsExactly("N3000");
    assertThat(codes("Acute cystitis without fever, with hematuria.")).containsExactly("N3001");
    assertThat(codes("Acute cystitis w/o flank pain but hematuria.")).containsExactly("N3001");
  }

  /// What `without perforation` says is not what the code with perforation is for.
  @Test
  void deniedWordsLeadToNoWordingThatAffirmsThem() {
    assertThat(codes("Appendicitis with perforation.")).containsExactly("K353");
    assertThat(codes("Acute appendicitis without perforation.")).containsExactly("K358");
  }

  /// Official Guidelines I.B.7 and the note at E11.22; I.C.9.a.2.
  @Test
  void whatANoteAsksForBesidesIsTakenFromTheSameWords() {
    String text = "Assessment:\n1. Type 2 diabetes with diabetic CKD stage 3a\n2. Hypertension";
    assertThat(codes(text)).containsExactlyInAnyOrder("E1122", "N1831", "I129");
  }

  /// Official Guidelines I.C.9.b.
  @Test
  void anginaOfCoronaryDiseaseIsOneCode() {
    assertThat(codes("Assessment:\n1. CAD with angina")).containsExactly("I25119");
    assertThat(codes("Assessment:\n1. CAD without angina")).containsExactly("I2510");
  }

  /// Official Guidelines I.B.14 and I.C.21.c.3.
  @Test
  void theBodyMassIndexGoesWithObesityOnly() {
    assertThat(codes("Vitals: BMI 42.3\nAssessment:\n1. Class 3 obesity"))
        .containsExactly("E66813", "Z6841");
    assertThat(codes("Vitals: BMI 42.3\nAssessment:\n1. Hypertension")).containsExactly("I10");
    assertThat(codes("BMI 42.3, last year BMI 51.0\nAssessment:\n1. Class 3 obesity"))
        .containsExactly("E66813");
  }

  @Test
  void sentencesWriteCodesWithTheirDot() {
    List<Suggestion> found =
        propose("Vitals: BMI 42.3\nAssessment:\n1. Class 3 obesity").suggestions();

    assertThat(found.getLast().path()).first().asString().contains("beside E66.813 ");
  }

  /// Official Guidelines I.C.21.c.4.
  @Test
  void aHistoryAmongTheProblemsIsCodedAsHistory() {
    assertThat(codes("Assessment:\n1. History of breast cancer")).containsExactly("Z853");
    assertThat(codes("Past medical history: breast cancer\nAssessment:\n1. Hypertension"))
        .containsExactly("I10");
  }

  /// Official Guidelines I.C.19.e.5.
  @Test
  void drugsAreCodedByWhatTheyDid() {
    assertThat(codes("Assessment:\n1. Amoxicillin overdose")).containsExactly("T360X1A");
    assertThat(codes("Assessment:\n1. Amoxicillin overdose, suicide attempt"))
        .containsExactly("T360X2A");
    assertThat(codes("Assessment:\n1. Rash, adverse effect of amoxicillin"))
        .containsExactly("R21", "T360X5A");
    assertThat(codes("Assessment:\n1. Pneumonia, underdosing of amoxicillin"))
        .containsExactly("J189", "T360X6A");
    assertThat(codes("Assessment:\n1. No adverse effect of amoxicillin")).isEmpty();
    assertThat(codes("Assessment:\n1. Pneumonia, on amoxicillin")).containsExactly("J189");
  }

  /// Official Guidelines I.C.19.e.5.a to c: a drug that is named as the cause, one taken by
  /// mistake, one taken too little for its price.
  @Test
  void theCauseAMistakeAndThePriceAreRead() {
    assertThat(codes("Assessment:\n1. Rash due to amoxicillin")).containsExactly("R21", "T360X5A");
    assertThat(codes("Assessment:\n1. Rash due to amoxicillin allergy")).containsExactly("R21");
    assertThat(codes("Assessment:\n1. Accidental ingestion of amoxicillin"))
        .containsExactly("T360X1A");
    assertThat(codes("Assessment:\n1. Took double dose of amoxicillin by mistake"))
        .containsExactly("T360X1A");
    assertThat(codes("Assessment:\n1. Pneumonia, underdosing of amoxicillin due to cost"))
        .containsExactly("J189", "T360X6A", "Z91120");
  }

  /// Official Guidelines I.C.1.e.1.b.
  @Test
  void anOrganismNamedWithTheInfectionStandsBehindIt() {
    assertThat(codes("Assessment:\n1. MRSA cellulitis"))
        .containsExactlyInAnyOrder("L0390", "B9562");
    assertThat(codes("Assessment:\n1. MRSA infection")).containsExactly("A4902");
  }

  /// Official Guidelines I.C.5.b.1.
  @Test
  void aUseDisorderWithoutSeverityHasNoCode() {
    assertThat(codes("Assessment:\n1. Opioid use disorder")).isEmpty();
    assertThat(codes("Assessment:\n1. Opioid use disorder, severe")).containsExactly("F1120");
  }

  @Test
  void negationEndsAtAContrast() {
    assertThat(codes("Denies pneumonia but has hypertension.")).containsExactly("I10");
  }

  @Test
  void emptyAndVeryLongNotesAreRead() {
    assertThat(codes("")).isEmpty();
    assertThat(codes("hypertension and ".repeat(60_000))).containsExactly("I10");
    assertThat(codes("Assessment: " + "Hypertension. ".repeat(60_000))).containsExactly("I10");
    assertThat(codes("Assessment:\n" + "- Hypertension.\n".repeat(60_000))).containsExactly("I10");
  }
}
