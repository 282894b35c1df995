package org.cleanclaim.grouping.hhs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.publication.RuleTables.Table;
import org.cleanclaim.grouping.hcc.Coefficient;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class MarketScorerTest {
  private static final RuleTables TABLES =
      new RuleTables(
          List.of(
              table(
                  "mapping",
                  "E1022 20 0 999 . 0 999 .",
                  "E1022 188 0 999 . 0 999 .",
                  "E101 19 0 999 . 0 999 .",
                  "C50011 11 0 49 . 0 999 F",
                  "C50011 12 50 999 . 0 999 F",
                  "O80 209 0 999 . 9 64 F",
                  "A419 2 0 999 . 0 999 .",
                  "J9600 135 0 999 . 0 999 .",
                  "P0701 242 0 0 . 0 999 .",
                  "Q210 139 0 999 . 0 999 ."),
              table("hierarchies", "19 20", "242 243"),
              table("drug hierarchies", "6 7"),
              table("labels", "19 Diabetes", "20 Diabetes"),
              table("drugs", "6 00002021301 Insulin", "7 11111111111 Others"),
              table(
                  "ages",
                  "Adult FAGE_LAST_45_49 F 45 49",
                  "Adult MAGE_LAST_45_49 M 45 49",
                  "Infant AGE0_MALE M 0 0",
                  "Infant AGE1_MALE M 1 1"),
              statements(
                  "Adult/SEVERE_V3/IF HHS_HCC002 = 1 THEN SEVERE_V3 = 1;",
                  "Adult/G01/IF HHS_HCC019 = 1 THEN DO; HHS_HCC019 = 0; G01 = 1; END;",
                  "Adult/G01/IF HHS_HCC020 = 1 THEN DO; HHS_HCC020 = 0; G01 = 1; END;",
                  "Adult/S/IF SEVERE_V3 = 1 AND HHS_HCC135 = 1 THEN SEVERE_V3_X_HHS_HCC135 = 1;",
                  "Adult/INT_GROUP_H/IF SEVERE_V3_X_HHS_HCC135 = 1 THEN INT_GROUP_H = 1;",
                  "Adult/ED_7/IF ENROLDURATION = 7 THEN ED_7 = 1;",
                  "Adult/RXC_06_X_HCC019_020/IF RXC_06 = 1 AND (HHS_HCC019 = 1 OR HHS_HCC020 = 1)"
                      + " THEN RXC_06_X_HCC019_020 = 1;",
                  "Infant/IHCC_SEVERITY3/IF HHS_HCC139 = 1 THEN IHCC_SEVERITY3 = 1;",
                  "Infant/IHCC_SEVERITY1/IF IHCC_SEVERITY3 = 0 THEN IHCC_SEVERITY1 = 1;",
                  "Infant/IHCC_AGE1/IF AGE_LAST = 1 THEN IHCC_AGE1 = 1;",
                  "Infant/IHCC_AGE1/IF AGE_LAST = 0 AND HHS_HCC242 = 0 THEN IHCC_AGE1 = 1;",
                  "Infant/AGE1_MALE/IF AGE_LAST = 0 AND IHCC_AGE1 = 1 AND AGE0_MALE = 1 THEN DO ;"
                      + " AGE1_MALE = 1 ; AGE0_MALE = 0; END;",
                  "Infant/E/IF IHCC_SEVERITY3 = 1 AND HHS_HCC242 = 1 THEN IMMATURE_X_SEVERITY3 ="
                      + " 1;",
                  "Infant/A/IF IHCC_SEVERITY1 = 1 AND IHCC_AGE1 = 1 THEN AGE1_X_SEVERITY1 = 1;"),
              table("cost sharing", "ADULT 1 SILVER 1.12"),
              table(
                  "factors",
                  "Adult FAGE_LAST_45_49 0.5 0.4 0.3 0.2 0.1",
                  "Adult HHS_HCC002 7.0 6.9 6.8 6.7 6.6",
                  "Adult HHS_HCC011 3.0 2.9 2.8 2.7 2.6",
                  "Adult HHS_HCC135 5.0 4.9 4.8 4.7 4.6",
                  "Adult HHS_HCC209 2.0 1.9 1.8 1.7 1.6",
                  "Adult G01 0.427 0.36 0.299 0.243 0.24",
                  "Adult INT_GROUP_H 6.0 6.1 6.2 6.3 6.4",
                  "Adult ED_7 0.1 0.1 0.1 0.1 0.1",
                  "Adult RXC_06 1.6 1.5 1.4 1.3 1.2",
                  "Adult RXC_06_X_HCC019_020 0.2 0.2 0.2 0.2 0.2",
                  "Infant IMMATURE_X_SEVERITY3 32.0 31.0 30.5 30.0 30.0",
                  "Infant AGE1_X_SEVERITY1 0.5 0.4 0.4 0.4 0.4",
                  "Infant AGE0_MALE 0.6 0.6 0.5 0.5 0.5",
                  "Infant AGE1_MALE 0.1 0.1 0.1 0.1 0.1")));

  private static final MarketScorer SCORER = new MarketScorer(MarketTables.of(TABLES));

  /// Rows of cells parted by blanks; a point is an empty cell.
  private static Table table(String name, String... rows) {
    var cells = new ArrayList<List<String>>();
    for (String row : rows) {
      cells.add(List.of(row.split(" ", -1)).stream().map(c -> c.equals(".") ? "" : c).toList());
    }
    return new Table(name, List.of(), cells);
  }

  private static Table statements(String... rows) {
    var cells = new ArrayList<List<String>>();
    for (String row : rows) cells.add(List.of(row.split("/", -1)));
    return new Table("definitions", List.of(), cells);
  }

  private static Enrollee adult(Sex sex, int months, int costSharing) {
    return new Enrollee(47, sex, months, MetalLevel.SILVER, costSharing);
  }

  private static MarketScore score(Enrollee enrollee, List<String> drugs, String... diagnoses) {
    return SCORER.score(enrollee, dated(enrollee, diagnoses), drugs);
  }

  private static List<DatedDiagnosis> dated(Enrollee enrollee, String... diagnoses) {
    return List.of(diagnoses).stream()
        .map(code -> new DatedDiagnosis(code, enrollee.ageYears()))
        .toList();
  }

  private static List<String> names(MarketScore score) {
    return score.terms().stream().map(Coefficient::name).toList();
  }

  @Test
  void conditionsOfAGroupCountOnceAndTheirDrugsSeeThemNevertheless() {
    var score = score(adult(Sex.FEMALE, 7, 0), List.of("00002021301", "11111111111"), "E1022");

    assertThat(score.categories()).containsExactly("HHS_HCC020", "HHS_HCC188", "RXC_06");
    assertThat(names(score))
        .containsExactly("FAGE_LAST_45_49", "G01", "ED_7", "RXC_06", "RXC_06_X_HCC019_020");
    assertThat(score.raw()).isEqualByComparingTo("2.299");
  }

  @Test
  void aWorseConditionTakesInTheOther() {
    var enrollee = adult(Sex.FEMALE, 12, 0);
    var diagnoses = dated(enrollee, "E1022", "E101");
    var score = SCORER.score(enrollee, diagnoses, List.of());

    assertThat(score.categories()).containsExactly("HHS_HCC019", "HHS_HCC188");
    assertThat(new MarketReasons(SCORER).categories(score, diagnoses, List.of()))
        .filteredOn(category -> category.name().equals("HHS_HCC020"))
        .singleElement()
        .satisfies(category -> {
          assertThat(category.takenInBy()).isEqualTo("HHS_HCC019");
          assertThat(category.evidence()).containsExactly("E1022");
        });
  }

  @Test
  void severeIllnessAddsToOtherConditions() {
    var score = score(adult(Sex.MALE, 12, 0), List.of(), "A419", "J9600");

    assertThat(names(score)).containsExactly("HHS_HCC002", "HHS_HCC135", "INT_GROUP_H");
    assertThat(score.raw()).isEqualByComparingTo("17.8");
  }

  @Test
  void aDiagnosisCountsForItsAgesAndSex() {
    assertThat(score(adult(Sex.FEMALE, 12, 0), List.of(), "C50011").categories())
        .containsExactly("HHS_HCC011");
    var man = adult(Sex.MALE, 12, 0);
    assertThat(score(man, List.of(), "C50011", "O80").categories()).isEmpty();
    assertThat(new MarketReasons(SCORER).left(man, dated(man, "C50011", "P0701", "Z00")))
        .extracting(MarketReasons.Left::reason)
        .satisfiesExactly(
            sex -> assertThat(sex).contains("not believed"),
            age -> assertThat(age).contains("other ages"),
            none -> assertThat(none).contains("no category"));
  }

  @Test
  void aDiagnosisIsJudgedByTheAgeAtTheService() {
    var mother = new Enrollee(65, Sex.FEMALE, 12, MetalLevel.SILVER, 0);
    assertThat(SCORER.score(mother, List.of(new DatedDiagnosis("O80", 64)), List.of()).categories())
        .containsExactly("HHS_HCC209");
    assertThat(SCORER.score(mother, List.of(new DatedDiagnosis("O80", 65)), List.of()).categories())
        .isEmpty();
  }

  @Test
  void infantsAreScoredByMaturityAndSeverity() {
    var newborn = new Enrollee(0, Sex.MALE, 3, MetalLevel.GOLD, 0);

    assertThat(names(score(newborn, List.of(), "P0701", "Q210")))
        .containsExactly("IMMATURE_X_SEVERITY3", "AGE0_MALE");
    var without = score(newborn, List.of());
    assertThat(names(without)).containsExactly("AGE1_X_SEVERITY1", "AGE1_MALE");
    assertThat(without.raw()).isEqualByComparingTo("0.5");
  }

  @Test
  void reducedCostSharingMultipliesTheScore() {
    var score = score(adult(Sex.FEMALE, 12, 1), List.of(), "A419");

    assertThat(score.raw()).isEqualByComparingTo("7.1");
    assertThat(score.adjusted()).isEqualByComparingTo("7.952");
  }

  @Test
  void termsAddUpWhateverTheEnrolleeAndTheOrderOfDiagnoses() {
    var random = new Random(3);
    var all =
        List.of(
            "E1022", "E101", "C50011", "O80", "A419", "J9600", "P0701", "Q210", "Z00", "nothing");
    for (int i = 0; i < 1000; i++) {
      var codes = new ArrayList<>(all);
      Collections.shuffle(codes, random);
      codes.subList(random.nextInt(codes.size()), codes.size()).clear();
      var enrollee =
          new Enrollee(
              random.nextInt(90),
              random.nextBoolean() ? Sex.FEMALE : Sex.MALE,
              1 + random.nextInt(12),
              List.of(MetalLevel.values()).get(random.nextInt(5)),
              random.nextInt(2));
      List<String> drugs = random.nextBoolean() ? List.of() : List.of("00002021301", "11111111111");

      var score = score(enrollee, drugs, codes.toArray(String[]::new));

      assertThat(
              score.terms().stream()
                  .map(Coefficient::factor)
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .as(enrollee + " " + codes)
          .isEqualByComparingTo(score.raw());
      Collections.shuffle(codes, random);
      assertThat(score(enrollee, drugs, codes.toArray(String[]::new)).terms())
          .isEqualTo(score.terms());
    }
  }

  @Test
  void conditionsOfLastYearAreAskedFor() {
    var score = score(adult(Sex.FEMALE, 12, 0), List.of(), "E101");

    assertThat(new MarketReasons(SCORER).notSeenAgain(score, List.of("E1022", "A419")))
        .extracting(MarketReasons.Category::name)
        .containsExactly("HHS_HCC002", "HHS_HCC188");
  }
}
