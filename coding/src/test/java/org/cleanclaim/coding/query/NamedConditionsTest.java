package org.cleanclaim.coding.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class NamedConditionsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final CodingEngine ENGINE = CodingEngine.of(CodeSets.starter(), DAY);

  private static List<String> found(String question, String... quotes) {
    var query =
        new QueryText(
            QueryKind.YES_NO,
            YesNoPurpose.CAUSE_AND_EFFECT,
            "Clarification",
            question,
            List.of(),
            Stream.of(quotes).map(q -> QueryIndicator.of("1", "Note", q, 0, q.length())).toList());
    var visit = new Documentation("1", "", EncounterSetting.OUTPATIENT, DAY, 60, Sex.FEMALE);
    return NamedConditions.check(query, ENGINE, visit).stream().map(f -> f.rule().value()).toList();
  }

  @Test
  void whetherOneQuotedConditionIsDueToAnotherMayBeAsked() {
    assertThat(
            found(
                "Is the heart failure due to the hypertension?",
                "Heart failure",
                "Essential hypertension"))
        .isEmpty();
    assertThat(
            found(
                "What is the relationship, if any, between the hypertension and the heart failure?",
                "Heart failure",
                "Essential hypertension"))
        .isEmpty();
    assertThat(
            found(
                "Is the neuropathy a complication of the type 2 diabetes mellitus?",
                "Neuropathy",
                "Type 2 diabetes mellitus"))
        .isEmpty();
    assertThat(found("Is the hyponatremia due to the HCTZ?", "Hyponatremia", "HCTZ 25 mg daily"))
        .isEmpty();
  }

  @Test
  void aConditionOnOneSideOfTheQuestionThatNobodyQuotedIsFound() {
    assertThat(found("Is the heart failure due to the hypertension?", "Heart failure"))
        .containsExactly("QUERY-NAME-UNSUPPORTED");
    assertThat(
            found("Is it hypertensive heart failure?", "Heart failure", "Essential hypertension"))
        .isNotEmpty();
  }
}
