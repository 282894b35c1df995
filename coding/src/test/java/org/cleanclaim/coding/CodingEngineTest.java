package org.cleanclaim.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.CodeSystemVersion;
import org.cleanclaim.codesets.IndexTerm;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class CodingEngineTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
  private static final EffectivePeriod PERIOD = EffectivePeriod.from(LocalDate.of(2025, 10, 1));
  private final CodingEngine engine = CodingEngine.of(codeSets(), DAY);

  private static CodeSets codeSets() {
    var codes = new LinkedHashMap<String, CodeEntry>();
    codes.put("I10", entry("I10", "Essential (primary) hypertension"));
    codes.put("J189", entry("J189", "Pneumonia, unspecified organism"));
    var index = List.of(new IndexTerm("hypertension", "I10"), new IndexTerm("pneumonia", "J189"));
    return CodeSets.of(
        List.of(
            new CodeSystemVersion(CodeSystem.ICD10CM, "test", PERIOD, codes, index, "test", true)));
  }

  private static CodeEntry entry(String code, String title) {
    return new CodeEntry(CodeSystem.ICD10CM, code, title, true, null, List.of(), Map.of(), PERIOD);
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
  void negationEndsAtAContrast() {
    assertThat(codes("Denies pneumonia but has hypertension.")).containsExactly("I10");
  }

  @Test
  void emptyAndVeryLongNotesAreRead() {
    assertThat(codes("")).isEmpty();
    assertThat(codes("hypertension and ".repeat(60_000))).containsExactly("I10");
  }
}
