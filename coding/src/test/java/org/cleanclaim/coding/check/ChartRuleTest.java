package org.cleanclaim.coding.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.guideline.Excludes1Reach;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each rule with a chart that it finds something in, and one like it that is as it should be.
class ChartRuleTest {
  private static final ChartChecks CHECKS = ChartChecks.of(SmallBooks.codeSets());

  /// The built-in selection: what the small books have of sides is too little to read them.
  private static final ChartChecks OF_SIDES = ChartChecks.of(CodeSets.starter());

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  private static final String SIDES_APART =
      "Exam: Crepitus of the left knee.\nAssessment:\n1. Pain in right knee\n";

  private record Pair(CodedChart wrong, CodedChart right) {}

  private static final Map<ChartRule, Pair> EXAMPLES = new EnumMap<>(ChartRule.class);

  static {
    pair(ChartRule.NO_EDITION, on(LocalDate.of(2014, 1, 1), "I10"), chart("I10"));
    pair(ChartRule.NO_DIAGNOSIS, chart(), chart("I10"));
    pair(ChartRule.UNKNOWN, chart("Q99.9"), chart("I10"));
    pair(ChartRule.INCOMPLETE, chart("N18.3"), chart("N18.30"));
    pair(ChartRule.DUPLICATE, chart("I10", "I10"), chart("I10", "R05.9"));
    pair(ChartRule.SEVENTH_MISSING, chart("S00.01"), chart("S00.01XA"));
    pair(ChartRule.SEVENTH_PLACEHOLDER, chart("S00.01A"), chart("S00.01XA"));
    pair(ChartRule.SEVENTH_NOT_ALLOWED, chart("S00.01XK"), chart("S00.01XS"));
    pair(ChartRule.EPISODE, chart("S00.01XA", "S00.01XD"), chart("S00.01XA", "T23101A"));
    pair(
        ChartRule.EPISODE_NOTE,
        noted("S00.01XA", "Abrasion of scalp, routine healing.", "Abrasion of scalp"),
        noted("S00.01XA", "Abrasion of scalp, cleaned today.", "Abrasion of scalp"));
    pair(ChartRule.SEQUELA_FIRST, chart("S00.01XS", "L90.5"), chart("L90.5", "S00.01XS"));
    pair(ChartRule.EXCLUDES1, chart("J44.9", "J45.991"), chart("J44.9", "I10"));
    pair(ChartRule.CODE_FIRST, chart("I10", "F02.80"), chart("G20.A1", "F02.80"));
    pair(ChartRule.CODE_FIRST_ORDER, chart("B96.20", "N39.0"), chart("N39.0", "B96.20"));
    pair(ChartRule.USE_ADDITIONAL, chart("N39.0"), chart("N39.0", "B96.20"));
    pair(ChartRule.CODE_ALSO, chart("J18.9"), chart("J18.9", "J44.9"));
    pair(ChartRule.MANIFESTATION_FIRST, chart("F02.80", "G20.A1"), chart("G20.A1", "F02.80"));
    pair(ChartRule.EXTERNAL_FIRST, chart("W19.XXXA", "S00.01XA"), chart("S00.01XA", "W19.XXXA"));
    pair(ChartRule.EXTERNAL_MISSING, chart("S00.01XA"), chart("S00.01XA", "W19.XXXA"));
    pair(
        ChartRule.PLACE_LATER,
        chart("S00.01XD", "W19.XXXD", "Y92.009"),
        chart("S00.01XA", "W19.XXXA", "Y92.009"));
    pair(
        ChartRule.PLACE_TWICE,
        chart("S00.01XA", "Y92.009", "Y92.410"),
        chart("S00.01XA", "Y92.009"));
    pair(
        ChartRule.SIDE_BESIDE_UNSPECIFIED,
        chart("M25.561", "M25.569"),
        chart("M25.561", "M25.562"));
    pair(ChartRule.SIDE_BILATERAL, chart("H25.11", "H25.12"), chart("M25.561", "M25.562"));
    pair(
        ChartRule.SIDE_EVIDENCE,
        noted("M25.561", "Pain in left knee.", "Pain in left knee"),
        noted("M25.562", "Pain in left knee.", "Pain in left knee"));
    pair(
        ChartRule.SIDE_NOTE,
        noted("M25.561", SIDES_APART, "Pain in right knee"),
        noted("M25.561", SIDES_APART.replace("left", "right"), "Pain in right knee"));
    pair(ChartRule.SEX, of(Sex.FEMALE, 40, "C61"), of(Sex.MALE, 40, "C61"));
    pair(ChartRule.AGE, of(Sex.FEMALE, 70, "O80", "Z37.0"), of(Sex.FEMALE, 30, "O80", "Z37.0"));
    pair(
        ChartRule.UNSPECIFIED,
        noted("J45.909", "Assessment: Cough variant asthma, uncomplicated.", "asthma"),
        noted("J45.909", "Assessment: asthma.", "asthma"));
    pair(ChartRule.ACUTE_AFTER_CHRONIC, chart("J32.0", "J01.00"), chart("J01.00", "J32.0"));
    pair(ChartRule.ACUTE_CHRONIC_COMBINED, chart("I50.21", "I50.22"), chart("I50.23"));
    pair(
        ChartRule.ADMISSION_MISSING,
        inpatient(coded("J18.9", null)),
        inpatient(coded("J18.9", "Y")));
    pair(
        ChartRule.ADMISSION_INVALID,
        inpatient(coded("J18.9", "X")),
        inpatient(coded("J18.9", "U")));
    pair(
        ChartRule.ADMISSION_EXEMPT,
        inpatient(coded("E11.9", "Y"), coded("Z79.4", "Y")),
        inpatient(coded("E11.9", "Y"), coded("Z79.4", null)));
    pair(
        ChartRule.ADMISSION_OUTPATIENT,
        outpatient(coded("J18.9", "Y")),
        outpatient(coded("J18.9", null)));
    pair(
        ChartRule.ADMISSION_PRINCIPAL,
        inpatient(coded("J18.9", "N")),
        inpatient(coded("I10", "Y"), coded("J18.9", "N")));
    pair(
        ChartRule.NO_EVIDENCE,
        outpatient(new OrderedCode("I10", null, OrderedCode.Support.NONE, List.of())),
        outpatient(new OrderedCode("I10", null, OrderedCode.Support.REASON, List.of())));
    pair(
        ChartRule.EVIDENCE_MOVED,
        outpatient(
            List.of(new ChartDocument("note", "Hypertension.")),
            new OrderedCode(
                "I10",
                null,
                OrderedCode.Support.EVIDENCE,
                List.of(new Evidence("note", 3, 20, "Hypertension")))),
        noted("I10", "Hypertension.", "Hypertension"));
    pair(
        ChartRule.EVIDENCE_DENIED,
        noted("J18.9", "No evidence of pneumonia.", "pneumonia"),
        noted("J18.9", "Pneumonia on the left.", "Pneumonia"));
    pair(ChartRule.SYMPTOM_INTEGRAL, chart("J18.9", "R05.9"), chart("I10", "R05.9"));
    pair(ChartRule.Z_FIRST_ONLY, chart("I10", "Z00.00"), chart("Z00.00", "I10"));
    pair(ChartRule.Z_NEVER_FIRST, chart("Z68.35", "E66.9"), chart("E66.9", "Z68.35"));
    pair(
        ChartRule.UNACCEPTABLE_PRINCIPAL,
        inpatient(coded("Z79.4", null), coded("E11.9", "Y")),
        inpatient(coded("E11.9", "Y"), coded("Z79.4", null)));
    pair(ChartRule.OBSTETRIC_FIRST, chart("I10", "O09.91"), chart("O09.91", "I10"));
    pair(ChartRule.WEEKS_MISSING, chart("O09.91"), chart("O09.91", "Z3A.12"));
    pair(ChartRule.WEEKS_ALONE, chart("I10", "Z3A.12"), chart("O09.91", "Z3A.12"));
    pair(ChartRule.TRIMESTER, chart("O09.93", "Z3A.12"), chart("O09.93", "Z3A.36"));
    pair(ChartRule.ROUTINE_WITH_OBSTETRIC, chart("Z34.01", "O09.91"), chart("Z34.01"));
    pair(ChartRule.OUTCOME_MISSING, chart("O80", "Z3A.36"), chart("O80", "Z37.0", "Z3A.36"));
    pair(ChartRule.SEVERE_SEPSIS_FIRST, chart("R65.20", "A41.9"), chart("A41.9", "R65.20"));
    pair(ChartRule.SEVERE_SEPSIS_ORDER, chart("J18.9", "R65.20"), chart("A41.9", "R65.20"));
    pair(
        ChartRule.SEVERE_SEPSIS_ORGAN, chart("A41.9", "R65.20"), chart("A41.9", "R65.20", "N17.9"));
    pair(
        ChartRule.SEPSIS_LOCAL_ORDER,
        inpatient(coded("J18.9", "Y"), coded("A41.9", "Y")),
        inpatient(coded("J18.9", "Y"), coded("A41.9", "N")));
    pair(ChartRule.COMBINATION, chart("I10", "I50.9"), chart("I11.0", "I50.9"));
    pair(ChartRule.INDEX_WITH, chart("E11.9", "K31.84"), chart("E11.43", "K31.84"));
    pair(ChartRule.UNSPECIFIED_BESIDE, chart("J45.909", "J45.991"), chart("J45.909", "J44.9"));
    pair(ChartRule.WITHOUT_BESIDE, chart("E11.9", "E11.42"), chart("E11.42", "E11.43"));
    pair(
        ChartRule.NORMAL_DELIVERY,
        of(Sex.FEMALE, 30, "O80", "O24.420", "Z37.0"),
        of(Sex.FEMALE, 30, "O80", "Z37.0"));
    pair(ChartRule.UNDERDOSING_FIRST, chart("T38.3X6A", "E11.9"), chart("E11.9", "T38.3X6A"));
    pair(ChartRule.ADVERSE_EFFECT_FIRST, chart("T36.0X5A", "L27.0"), chart("L27.0", "T36.0X5A"));
    pair(ChartRule.POISONING_ORDER, chart("K72.00", "T39.1X1A"), chart("T39.1X1A", "K72.00"));
    pair(ChartRule.BURN_ORDER, chart("T23.101A", "T23.301A"), chart("T23.301A", "T23.101A"));
  }

  private static void pair(ChartRule rule, CodedChart wrong, CodedChart right) {
    EXAMPLES.put(rule, new Pair(wrong, right));
  }

  @TestFactory
  Stream<DynamicTest> eachRuleFindsItsFaultAndNothingElse() {
    return Stream.of(ChartRule.values())
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.id(),
                () -> {
                  assertThat(EXAMPLES).containsKey(rule);
                  Pair pair = EXAMPLES.get(rule);
                  var checks = rule == ChartRule.SIDE_NOTE ? OF_SIDES : CHECKS;
                  assertThat(rules(checks, pair.wrong)).contains(rule.id());
                  assertThat(rules(checks, pair.right)).doesNotContain(rule.id());
                }));
  }

  @Test
  void aNoteAsksOnlyForWhatTheDocumentsName() {
    var bare = noted("N39.0", "Assessment: Urinary tract infection.", "Urinary tract infection");
    var named =
        noted(
            "J18.9",
            "Assessment:\n1. Pneumonia.\n2. Chronic obstructive pulmonary disease.",
            "Pneumonia");
    var denied =
        noted(
            "J18.9",
            "Assessment: Pneumonia, no chronic obstructive pulmonary disease.",
            "Pneumonia");

    assertThat(messages(bare, ChartRule.USE_ADDITIONAL)).isEmpty();
    assertThat(messages(denied, ChartRule.CODE_ALSO)).isEmpty();
    assertThat(messages(named, ChartRule.CODE_ALSO))
        .singleElement()
        .asString()
        .endsWith("; the documents have words for J44.9.");
  }

  @Test
  void diabetesWithoutComplicationsGivesWayToTheComplicationOfTheNote() {
    var chart =
        noted(
            "E11.9",
            "Assessment: Type 2 diabetes mellitus with diabetic polyneuropathy.",
            "Type 2 diabetes mellitus");

    assertThat(messages(chart, ChartRule.UNSPECIFIED))
        .containsExactly("E11.9 is without complications; the note has words for E11.42.");
  }

  @Test
  void insulinAndOtherDrugsForDiabetesStandTogetherSinceTheGuidelinesSayIt() {
    assertThat(Excludes1Reach.areTogether("Z794", "Z7984", LocalDate.of(2025, 3, 10))).isTrue();
    assertThat(Excludes1Reach.areTogether("Z7985", "Z794", LocalDate.of(2021, 10, 1))).isTrue();
    assertThat(Excludes1Reach.areTogether("Z794", "Z7984", LocalDate.of(2021, 9, 30))).isFalse();
    assertThat(Excludes1Reach.areTogether("Z794", "Z7901", LocalDate.of(2025, 3, 10))).isFalse();
  }

  @Test
  void aNoteIsCitedFromTheTabularListThatHasIt() {
    assertThat(CHECKS.check(chart("J44.9", "J45.991")))
        .filteredOn(f -> f.rule().value().equals(ChartRule.EXCLUDES1.id()))
        .singleElement()
        .satisfies(f -> assertThat(f.source().source()).contains(SmallBooks.TABULAR_EDITION));
  }

  @Test
  void aCodeForBothSidesMayStandApartFromThoseOfOne() {
    assertThat(messages(chart("M17.11", "M17.12"), ChartRule.SIDE_BILATERAL)).hasSize(1);
    assertThat(messages(chart("M17.0", "M17.11"), ChartRule.SIDE_BILATERAL))
        .containsExactly("M17.0 says both sides, M17.11 one of them.");
    assertThat(messages(chart("M17.11", "M25.562"), ChartRule.SIDE_BILATERAL)).isEmpty();
  }

  @Test
  void theIndexLinksAConditionOnlyWithWhatIsNamedItself() {
    assertThat(messages(chart("E11.9", "K31.84"), ChartRule.INDEX_WITH)).hasSize(1);
    assertThat(messages(chart("A41.9", "R65.21"), ChartRule.INDEX_WITH)).isEmpty();
    assertThat(messages(chart("E11.9", "K35.80"), ChartRule.INDEX_WITH)).isEmpty();
  }

  @Test
  void acuteWithChronicIsOneCodeToo() {
    assertThat(messages(chart("K81.0", "K81.1"), ChartRule.ACUTE_CHRONIC_COMBINED))
        .containsExactly("K81.0 and K81.1 have one code for both.");
  }

  @Test
  void hypertensionIsSaidOnce() {
    assertThat(messages(chart("I11.0", "I50.9", "I10"), ChartRule.COMBINATION))
        .containsExactly("I10 stands beside I11.0, which says the hypertension too.");
  }

  @Test
  void codesInSentencesHaveTheirDot() {
    assertThat(messages(chart("E11.22"), ChartRule.USE_ADDITIONAL))
        .anyMatch(message -> message.contains("asks for N18.3- besides E11.22"));
    assertThat(CHECKS.check(chart("N39.0")))
        .anyMatch(f -> f.source().source().contains("note at N39.0;"))
        .anyMatch(f -> f.message().startsWith("A note at N39.0 asks for"));
  }

  private static List<String> messages(CodedChart chart, ChartRule rule) {
    return CHECKS.check(chart).stream()
        .filter(f -> f.rule().value().equals(rule.id()))
        .map(Finding::message)
        .toList();
  }

  @Test
  void idsAreDistinctAndStand() {
    Set<String> ids = Stream.of(ChartRule.values()).map(ChartRule::id).collect(Collectors.toSet());
    assertThat(ids)
        .hasSize(ChartRule.values().length)
        .allMatch(id -> id.matches("(CHART|NOTE)-.+"));
  }

  @Test
  void aFindingNamesCodeSpanAndYearOfItsSource() {
    Finding finding =
        CHECKS.check(noted("M25.561", "Pain in left knee.", "Pain in left knee")).stream()
            .filter(f -> f.rule().value().equals("CHART-SIDE-EVIDENCE"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.place().code()).isEqualTo("M25.561");
    assertThat(finding.place().inWords())
        .isEqualTo("Diagnosis 1, M25.561, characters 0 to 17 of note");
    assertThat(finding.source().source()).isEqualTo("ICD-10-CM Official Guidelines FY2026, I.B.13");
    assertThat(finding.source().period().from()).isEqualTo(LocalDate.of(2025, 10, 1));
    assertThat(finding.message()).doesNotContain("knee");
  }

  @Test
  void sidesThatContradictEachOtherAreToldByPlaceAndWithoutTheWords() {
    var chart = noted("M25.561", SIDES_APART, "Pain in right knee");

    assertThat(OF_SIDES.check(chart))
        .filteredOn(f -> f.rule().value().equals("NOTE-SIDES"))
        .singleElement()
        .satisfies(f -> {
          assertThat(f.message())
              .isEqualTo(
                  "The assessment says the right side (line 3), the document elsewhere the left"
                      + " side (line 1): which side M25.569 is on is not clear.");
          assertThat(f.place().code()).isEqualTo("M25.561");
          assertThat(f.place().words()).isNotNull();
          assertThat(f.source().source()).isEqualTo("ICD-10-CM Official Guidelines FY2026, I.B.13");
        });
  }

  @Test
  void aStayIsJudgedByItsDischarge() {
    var stay =
        new CodedChart(
            EncounterSetting.INPATIENT,
            LocalDate.of(2025, 9, 28),
            LocalDate.of(2025, 10, 2),
            Sex.FEMALE,
            null,
            List.of(coded("I10", "Y")),
            List.of());
    assertThat(CHECKS.check(stay)).isEmpty();
  }

  @Test
  void aServiceAmongTheDiagnosesIsToldAsOne() {
    ChartChecks checks = ChartChecks.of(CodeSets.starter());
    assertThat(checks.check(chart("J18.85", "99213")))
        .filteredOn(f -> f.rule().value().equals("CHART-CODE-UNKNOWN"))
        .extracting(Finding::message)
        .containsExactly(
            "J1885 has the form of a service (HCPCS) and is no diagnosis.",
            "99213 has the form of a service (HCPCS) and is no diagnosis.");
  }

  @Test
  void aDocumentThatTheProgramFailsOnIsNamedAndTheCodesAreCheckedWithoutIt() {
    ChartChecks failing =
        ChartChecks.of(
            CodeSets.starter(),
            day -> {
              throw new IllegalStateException("of a note");
            });

    List<Finding> findings = failing.check(noted("Q99.9", "Cough.", "Cough"));

    assertThat(findings)
        .extracting(f -> f.rule().value() + " at " + f.place().inWords())
        .contains("NOTE-FAILED at Document note", "CHART-CODE-UNKNOWN at Diagnosis 1, Q99.9");
  }

  @Test
  void hardStopsComeFirst() {
    List<Finding> findings = CHECKS.check(chart("Z68.35", "Q99.9", "S00.01XA"));
    assertThat(findings.getFirst().blocks()).isTrue();
    assertThat(findings).isSortedAccordingTo((a, b) -> a.severity().compareTo(b.severity()));
  }

  @Test
  void ageAndSexComeFromTheEditorsTablesWhereNoListNamesTheCode() {
    assertThat(rules(of(Sex.FEMALE, 70, "O09.91", "Z3A.12"))).contains("CHART-AGE");
    assertThat(rules(of(Sex.MALE, 30, "O09.91", "Z3A.12"))).contains("CHART-SEX");
    assertThat(rules(of(Sex.FEMALE, 30, "O09.91", "Z3A.12")))
        .doesNotContain("CHART-AGE", "CHART-SEX");
  }

  private static Set<String> rules(CodedChart chart) {
    return rules(CHECKS, chart);
  }

  private static Set<String> rules(ChartChecks checks, CodedChart chart) {
    return checks.check(chart).stream().map(f -> f.rule().value()).collect(Collectors.toSet());
  }

  private static CodedChart chart(String... codes) {
    return on(DAY, codes);
  }

  private static CodedChart on(LocalDate day, String... codes) {
    return new CodedChart(
        EncounterSetting.OUTPATIENT,
        day,
        day,
        Sex.UNKNOWN,
        null,
        Stream.of(codes).map(OrderedCode::of).toList(),
        List.of());
  }

  private static CodedChart of(Sex sex, int years, String... codes) {
    return new CodedChart(
        EncounterSetting.OUTPATIENT,
        DAY,
        DAY,
        sex,
        DAY.minusYears(years),
        Stream.of(codes).map(OrderedCode::of).toList(),
        List.of());
  }

  private static CodedChart noted(String code, String text, String words) {
    int at = text.indexOf(words);
    return outpatient(
        List.of(new ChartDocument("note", text)),
        new OrderedCode(
            code,
            null,
            OrderedCode.Support.EVIDENCE,
            List.of(new Evidence("note", at, at + words.length(), words))));
  }

  private static OrderedCode coded(String code, String indicator) {
    return OrderedCode.of(code).presentOnAdmission(indicator);
  }

  private static CodedChart inpatient(OrderedCode... codes) {
    return new CodedChart(
        EncounterSetting.INPATIENT, DAY, DAY, Sex.UNKNOWN, null, List.of(codes), List.of());
  }

  private static CodedChart outpatient(OrderedCode... codes) {
    return outpatient(List.of(), codes);
  }

  private static CodedChart outpatient(List<ChartDocument> documents, OrderedCode... codes) {
    return new CodedChart(
        EncounterSetting.OUTPATIENT, DAY, DAY, Sex.UNKNOWN, null, List.of(codes), documents);
  }
}
