package org.cleanclaim.grouping.hcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class RiskScorerTest {
  private final RiskScorer scorer = new RiskScorer(SomeTables.v28());

  private static Member member(int age, Sex sex, Entitlement original) {
    return new Member(
        age, sex, original, Medicaid.NONE, Enrollment.CONTINUING, Residence.COMMUNITY);
  }

  private static final Member WOMAN_OF_75 = member(75, Sex.FEMALE, Entitlement.AGE);

  @Test
  void categoriesInteractionsAndTheirNumberAddUp() {
    RiskScore score = scorer.score(WOMAN_OF_75, List.of("E1122", "I5022", "J449", "N184"));

    assertThat(score.segment()).isEqualTo(Segment.CNA);
    assertThat(score.categories()).containsExactly(37, 226, 280, 327);
    assertThat(score.terms())
        .extracting(Coefficient::name)
        .containsExactly(
            "F75_79",
            "HCC37",
            "HCC226",
            "HCC280",
            "HCC327",
            "DIABETES_HF_V28",
            "HF_CHR_LUNG_V28",
            "HF_KIDNEY_V28",
            "D4");
    assertThat(score.raw()).isEqualTo("2.190");
    assertThat(score.terms().stream().map(Coefficient::factor).reduce(BigDecimal::add))
        .contains(score.raw());
  }

  @Test
  void theWorseConditionTakesInTheOtherAndSaysSo() {
    List<String> diagnoses = List.of("E119", "E1122");
    RiskScore score = scorer.score(WOMAN_OF_75, diagnoses);

    var conditions = new RiskReasons(scorer).conditions(score, diagnoses);

    assertThat(score.categories()).containsExactly(37);
    assertThat(conditions)
        .extracting(RiskReasons.Condition::category, c -> c.droppedBy().orElse(0))
        .containsExactly(tuple(37, 0), tuple(38, 37));
    assertThat(conditions.getFirst().label()).isEqualTo("Diabetes");
    assertThat(conditions.getFirst().diagnoses()).containsExactly("E1122");
  }

  @Test
  void aDiagnosisMayGiveSeveralCategories() {
    assertThat(scorer.score(WOMAN_OF_75, List.of("E0840")).categories()).containsExactly(37, 199);
  }

  @Test
  void aHeartAssistDeviceCountsOnlyBesideHeartFailure() {
    assertThat(scorer.score(WOMAN_OF_75, List.of("Z95812")).categories()).isEmpty();
    assertThat(scorer.score(WOMAN_OF_75, List.of("Z95812", "I5022")).categories())
        .containsExactly(223);
  }

  @Test
  void ageEditsLeaveOutWhatCannotBe() {
    Member child = member(12, Sex.MALE, Entitlement.DISABILITY);

    assertThat(scorer.score(child, List.of("J449")).categories()).isEmpty();
    assertThat(new RiskReasons(scorer).edited(child, List.of("J449")))
        .containsExactly(new RiskReasons.Edited("J449", "not before 18 years"));
  }

  @Test
  void sexEditsLeaveOutDiagnosesOfTheOtherSex() {
    var strict = new RiskScorer(SomeTables.v28(), new SexConflicts(Set.of(), Set.of("C61")));

    assertThat(strict.score(WOMAN_OF_75, List.of("C61")).categories()).isEmpty();
    assertThat(strict.score(member(75, Sex.MALE, Entitlement.AGE), List.of("C61")).categories())
        .containsExactly(23);
    assertThat(scorer.score(WOMAN_OF_75, List.of("C61")).categories()).containsExactly(23);
  }

  @Test
  void whoWasDisabledBeforeAgeHasATermForIt() {
    RiskScore score = scorer.score(member(75, Sex.FEMALE, Entitlement.DISABILITY), List.of());

    assertThat(score.raw()).isEqualTo("0.693");
  }

  @Test
  void aNewEnrolleeOf64CountsAs65AndHasNoConditions() {
    var newcomer =
        new Member(
            64, Sex.FEMALE, Entitlement.AGE, Medicaid.NONE, Enrollment.NEW, Residence.COMMUNITY);

    RiskScore score = scorer.score(newcomer, List.of("E1122"));

    assertThat(score.segment()).isEqualTo(Segment.NE);
    assertThat(score.raw()).isEqualTo("0.500");
    assertThat(score.categories()).containsExactly(37);
  }

  @Test
  void theOrderOfDiagnosesDoesNotMatter() {
    long seed = Long.getLong("test.seed", 20_261_128L);
    var dice = new Random(seed);
    List<String> all = SomeTables.MAPPING.rows().stream().map(List::getFirst).toList();
    for (int i = 0; i < 500; i++) {
      var some = new ArrayList<>(all);
      Collections.shuffle(some, dice);
      List<String> diagnoses = new ArrayList<>(some.subList(0, dice.nextInt(some.size())));
      Member member =
          dice.nextBoolean()
              ? WOMAN_OF_75
              : member(
                  1 + dice.nextInt(100),
                  dice.nextBoolean() ? Sex.FEMALE : Sex.MALE,
                  Entitlement.DISABILITY);
      RiskScore score = scorer.score(member, diagnoses);
      Collections.shuffle(diagnoses, dice);

      assertThat(scorer.score(member, diagnoses).terms())
          .as("seed %d", seed)
          .isEqualTo(score.terms());
      assertThat(score.terms().stream().mapToInt(Coefficient::thousandths).sum())
          .isEqualTo(score.thousandths());
    }
  }

  @Test
  void aScoreSaysWhenItsSegmentDoesNotKnowTheAge() {
    assertThat(
            scorer
                .score(member(50, Sex.FEMALE, Entitlement.DISABILITY), Segment.CNA, List.of("E119"))
                .hasDemographics())
        .isFalse();
    assertThat(scorer.score(WOMAN_OF_75, List.of()).hasDemographics()).isTrue();
  }

  @Test
  void aModelWithoutTablesIsNone() {
    assertThat(
            RiskTables.of(
                RiskModel.V24,
                RuleTables.of(SomeTables.MAPPING),
                Optional.empty(),
                List.of(SomeTables.MODELS)))
        .isEmpty();
    assertThat(
            RiskTables.of(
                RiskModel.V28,
                RuleTables.of(SomeTables.MAPPING),
                Optional.empty(),
                List.of(RuleTables.of(SomeTables.MODELS.table("coefficients")))))
        .isEmpty();
  }

  @Test
  void conditionsOfLastYearThatAreNotSeenAgainAreNamed() {
    var missing =
        NotSeenAgain.conditions(
            scorer, WOMAN_OF_75, List.of("E119", "I5022", "F209"), List.of("E1122", "I5022"));

    assertThat(missing).extracting(RiskReasons.Condition::category).containsExactly(151);
  }

  @Test
  void impossibleMembersAreNone() {
    assertThatThrownBy(() -> member(-1, Sex.MALE, Entitlement.AGE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> member(70, Sex.UNKNOWN, Entitlement.AGE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ageIsThatOfTheFirstOfFebruary() {
    assertThat(Member.ageYears(LocalDate.of(1961, 2, 1), 2026)).isEqualTo(65);
    assertThat(Member.ageYears(LocalDate.of(1961, 2, 2), 2026)).isEqualTo(64);
  }
}
