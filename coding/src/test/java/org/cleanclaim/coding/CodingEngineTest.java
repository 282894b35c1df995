package org.cleanclaim.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
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
                row("I10", "Essential (primary) hypertension"),
                row("J189", "Pneumonia, unspecified organism"),
                heading("N300", "Acute cystitis"),
                row("N3000", "Acute cystitis without hematuria"),
                row("N3001", "Acute cystitis with hematuria")));
    var index =
        new AlphabeticIndex(
            List.of(
                term("hypertension", "I10"),
                term("pneumonia", "J189"),
                term("acute cystitis", "N3000")));
    return CodeSets.of(
        List.of(
            publication(PublicationKind.ICD10CM_CODES, codes),
            publication(PublicationKind.ICD10CM_INDEX, index)));
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
    assertThat(only.confidencePercent()).isEqualTo(90);
    assertThat(text.substring(evidence.start(), evidence.end())).isEqualTo(evidence.quote());
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
