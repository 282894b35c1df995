package org.cleanclaim.coding.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cleanclaim.coding.EncounterSetting;
import org.junit.jupiter.api.Test;

class QueryCheckTest {
  private static final String NOTE =
      """
      CXR: left lower lobe infiltrate.
      Temp 39.1, WBC 17.
      Started ceftriaxone.
      Assessment: cough.
      """;
  private static final Map<String, String> DOCUMENTS = Map.of("7", NOTE);

  private static QueryIndicator quoted(String words) {
    int start = NOTE.indexOf(words);
    return QueryIndicator.of("7", "Visit note", NOTE, start, start + words.length());
  }

  private static QueryText open(String subject, String question) {
    return new QueryText(
        QueryKind.OPEN, null, subject, question, List.of(), List.of(quoted("WBC 17")));
  }

  private static QueryText choice(QueryOption... options) {
    return new QueryText(
        QueryKind.MULTIPLE_CHOICE,
        null,
        "Findings in the chest",
        "Which of these describes the condition that was treated?",
        List.of(options),
        List.of(quoted("left lower lobe infiltrate"), quoted("Started ceftriaxone")));
  }

  private static QueryText yesNo(YesNoPurpose purpose, QueryOption... options) {
    return new QueryText(
        QueryKind.YES_NO,
        purpose,
        "Infiltrate in the report",
        "Is the infiltrate in the report a diagnosis of the patient?",
        List.of(options),
        List.of(quoted("left lower lobe infiltrate")));
  }

  private static List<String> ids(QueryText query) {
    return QueryCheck.check(query, EncounterSetting.OUTPATIENT, DOCUMENTS).stream()
        .map(f -> f.rule().value())
        .toList();
  }

  private static QueryOption option(String text, Integer... supportedBy) {
    return new QueryOption(text, List.of(supportedBy));
  }

  @Test
  void anIndicatorKnowsItsLine() {
    assertThat(quoted("WBC 17").source()).isEqualTo("Visit note, line 2");
    assertThat(quoted("Started").line()).isEqualTo(3);
  }

  @Test
  void everyTemplatePassesOnceItIsFilledIn() {
    var indicators = List.of(quoted("WBC 17"), quoted("Started ceftriaxone"));
    assertThat(ids(QueryTemplate.OPEN.quoting(indicators))).isEmpty();
    assertThat(ids(QueryTemplate.MORE_DETAIL.quoting(indicators))).isEmpty();
    assertThat(ids(QueryTemplate.CLINICAL_MEANING.quoting(indicators))).isEmpty();
    assertThat(
            ids(
                choice(
                    option("Bacterial pneumonia", 1, 2),
                    option("Aspiration pneumonitis", 1),
                    QueryOption.OTHER,
                    QueryOption.UNDETERMINED)))
        .isEmpty();
    assertThat(
            ids(
                yesNo(
                    YesNoPurpose.SUBSTANTIATE,
                    QueryOption.YES,
                    QueryOption.NO,
                    QueryOption.OTHER,
                    QueryOption.UNDETERMINED)))
        .isEmpty();
  }

  @Test
  void noTemplateOffersADiagnosis() {
    for (var template : QueryTemplate.values()) {
      assertThat(template.quoting(List.of()).options()).noneMatch(QueryOption::isClinical);
    }
  }

  @Test
  void moneyAndQualityAreNotSpokenOf() {
    for (String words :
        List.of(
            "This would raise the DRG.",
            "Needed for reimbursement.",
            "It counts as an MCC.",
            "The payer asks for it.",
            "It changes the risk score of the HCC.")) {
      assertThat(ids(open("Clarification", words))).as(words).contains("QUERY-MONEY");
    }
    for (String words : List.of("Our quality scores need it.", "This is a PSI.", "SOI is low.")) {
      assertThat(ids(open("Clarification", words))).as(words).contains("QUERY-QUALITY");
    }
    for (String words :
        List.of(
            "The patient claims to have coughed 5 cc of blood. What was it?",
            "ROM of the shoulder is full. What limits it?",
            "What does the lipid profile mean for this patient?")) {
      assertThat(ids(open("Clarification", words))).as(words).isEmpty();
    }
  }

  @Test
  void leadingWordsAndCodesAreFound() {
    assertThat(ids(open("Clarification", "Please document what you treated.")))
        .containsExactly("QUERY-LEADING");
    assertThat(ids(open("Clarification", "Would you agree that it is so?")))
        .containsExactly("QUERY-LEADING");
    assertThat(ids(open("About J18.9", "What was treated?"))).containsExactly("QUERY-CODE-NAMED");
    assertThat(ids(open("About A41.9", "What of J189?")))
        .containsExactly("QUERY-CODE-NAMED", "QUERY-CODE-NAMED");
    assertThat(ids(open("B12 level", "The B12 is 90. What follows?"))).isEmpty();
  }

  @Test
  void withoutRecordNoQuery() {
    var bare = new QueryText(QueryKind.OPEN, null, "", "", List.of(), List.of());
    assertThat(ids(bare))
        .containsExactly(
            "QUERY-SUBJECT-MISSING", "QUERY-QUESTION-MISSING", "QUERY-INDICATOR-MISSING");
    var moved = new QueryIndicator("7", "Visit note", 1, 0, 6, "WBC 17");
    assertThat(
            ids(
                new QueryText(
                    QueryKind.OPEN, null, "Findings", "What is it?", List.of(), List.of(moved))))
        .containsExactly("QUERY-INDICATOR-NOT-FOUND");
  }

  @Test
  void aChoiceIsAChoice() {
    assertThat(ids(choice(option("Bacterial pneumonia", 1))))
        .containsExactly(
            "QUERY-OPTION-SINGLE",
            "QUERY-OPTION-OTHER-MISSING",
            "QUERY-OPTION-UNDETERMINED-MISSING");
    assertThat(
            ids(
                choice(
                    option("Bacterial pneumonia", 1),
                    option("Sepsis"),
                    option("Heart failure", 9),
                    QueryOption.OTHER,
                    QueryOption.UNDETERMINED)))
        .containsExactly("QUERY-OPTION-UNSUPPORTED", "QUERY-OPTION-UNSUPPORTED");
    assertThat(
            ids(
                choice(
                    option("BACTERIAL PNEUMONIA", 1),
                    option("Bronchitis (preferred)", 1),
                    option("Bronchitis (preferred)", 1),
                    QueryOption.OTHER,
                    QueryOption.UNDETERMINED)))
        .containsExactlyInAnyOrder(
            "QUERY-OPTION-EMPHASIS",
            "QUERY-OPTION-EMPHASIS",
            "QUERY-OPTION-EMPHASIS",
            "QUERY-OPTION-REPEATED");
    assertThat(
            ids(
                choice(
                    option("Findings in the chest", 1),
                    option("Bronchitis", 1),
                    QueryOption.OTHER,
                    QueryOption.UNDETERMINED)))
        .containsExactly("QUERY-SUBJECT-TELLS-ANSWER");
  }

  @Test
  void yesOrNoIsForFewPurposes() {
    assertThat(ids(yesNo(null, QueryOption.YES, QueryOption.NO)))
        .containsExactly(
            "QUERY-YES-NO-PURPOSE",
            "QUERY-OPTION-OTHER-MISSING",
            "QUERY-OPTION-UNDETERMINED-MISSING");
    assertThat(
            ids(
                yesNo(
                    YesNoPurpose.CONFLICT,
                    QueryOption.YES,
                    option("Yes, pneumonia", 1),
                    QueryOption.OTHER,
                    QueryOption.UNDETERMINED)))
        .containsExactly("QUERY-YES-NO-ONE-SIDE", "QUERY-YES-NO-ANSWERS");
  }

  @Test
  void eachPurposeOfYesOrNoHasItsTerms() {
    var options = QueryTemplate.YES_NO.quoting(List.of()).options().toArray(QueryOption[]::new);
    var admission = yesNo(YesNoPurpose.PRESENT_ON_ADMISSION, options);
    assertThat(ids(admission)).containsExactly("QUERY-YES-NO-ADMISSION");
    assertThat(QueryCheck.check(admission, EncounterSetting.INPATIENT, DOCUMENTS)).isEmpty();

    for (var purpose : List.of(YesNoPurpose.CAUSE_AND_EFFECT, YesNoPurpose.CONFLICT)) {
      assertThat(ids(yesNo(purpose, options))).containsExactly("QUERY-YES-NO-ONE-SIDE");
      var bothSides =
          new QueryText(
              QueryKind.YES_NO,
              purpose,
              "Findings in the chest",
              "Is the cough due to the infiltrate in your judgment?",
              List.of(options),
              List.of(quoted("left lower lobe infiltrate"), quoted("Assessment: cough")));
      assertThat(ids(bothSides)).isEmpty();
    }
  }

  @Test
  void everyFindingHasAStableIdARemedyAndItsSource() {
    for (var rule : QueryRule.values()) {
      var finding = rule.at("Question");
      assertThat(finding.rule().value()).isEqualTo("QUERY-" + rule.name().replace('_', '-'));
      assertThat(finding.message()).endsWith(".");
      assertThat(finding.remedy()).endsWith(".");
      assertThat(finding.source().source()).contains("ACDIS/AHIMA");
    }
  }
}
