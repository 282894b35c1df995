package org.cleanclaim.grouping.hcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.publication.RuleTables.Table;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class RenalAndDrugModelsTest {
  private static final List<String> RENAL =
      List.of(
          "DI_F65_69 0.630",
          "DI_F70_74 0.624",
          "DI_HCC18 0.084",
          "DI_LTI_Aged 0.020",
          "DI_FBDual_Female_Aged 0.060",
          "DI_Originally_ESRD_Female -0.024",
          "LTI_GE65 0.955",
          "GI_F70_74 1.100",
          "GNPA_F70_74 0.500",
          "FGC_GE65_DUR4_9_ND_PBD 2.529",
          "FGC_GE65_DUR4_9_FBD 2.605",
          "FGI_GE65_DUR10PL_ND_PBD 0.905",
          "FGC_PBD_GE65_flag 0.162",
          "GNE_FBD_NORIGDIS_G_NEF70_74 1.034",
          "ActAdj_DUR4_9 0.905",
          "TRANSPLANT_KIDNEY_ONLY_1M 5.985",
          "TRANSPLANT_KIDNEY_ONLY_2M 0.941",
          "DNE_ND_PBD_ORIGDIS_NEF35_44 0.938");
  private static final List<String> DRUGS =
      List.of(
          "Rx_CE_NoLowAged_F65_69 0.122",
          "Rx_CE_NoLowAged_F65OD 0.064",
          "Rx_CE_NoLowAged_RXHCC5 0.468",
          "Rx_CE_LTI_F45_54 2.023",
          "Rx_CE_LTI_RXHCC130 0.300",
          "Rx_CE_LTI_NonAged_RXHCC130 0.756",
          "Rx_NE_Lo_ESRD_NOD_x_F65 2.020");

  private final RiskScorer renal = scorer(RiskModel.ESRD_V24, "ESRD", "V24", RENAL);
  private final RiskScorer drugs = scorer(RiskModel.RX_V08, "RxHCC", "R08", DRUGS);

  @Test
  void dialysisHasItsOwnFactorForInstitutionsAndDoesNotCountItself() {
    var member =
        member(70, Entitlement.RENAL_DISEASE, Medicaid.FULL, Residence.INSTITUTION)
            .on(KidneyStatus.DIALYSIS);
    RiskScore score = renal.score(member, List.of("E1122", "Z992"));
    assertThat(score.segment()).isEqualTo(Segment.DI);
    assertThat(score.categoriesBefore()).containsExactly(18, 134);
    assertThat(score.categories()).containsExactly(18);
    assertThat(score.raw()).isEqualByComparingTo("0.764");
    assertThat(new RiskReasons(renal).conditions(score, List.of("E1122", "Z992")))
        .extracting(RiskReasons.Condition::isOfEveryMember)
        .containsExactly(false, true);
  }

  @Test
  void transplantMonthsArePaidByOneFactorAlone() {
    var member =
        member(70, Entitlement.AGE, Medicaid.NONE, Residence.COMMUNITY)
            .on(KidneyStatus.ofGraftMonth(1));
    assertThat(renal.score(member, List.of("E1122")).raw()).isEqualByComparingTo("5.985");
    assertThat(KidneyStatus.ofGraftMonth(9)).isEqualTo(KidneyStatus.GRAFT_MONTH_4_TO_9);
    assertThat(KidneyStatus.ofGraftMonth(10)).isEqualTo(KidneyStatus.GRAFT_MONTH_10_AND_LATER);
    assertThatThrownBy(() -> KidneyStatus.ofGraftMonth(0)).hasMessageContaining("no month");
  }

  @Test
  void graftAddsTheTimeSinceTheTransplantByMedicaidAndPlace() {
    var partial =
        member(70, Entitlement.AGE, Medicaid.PARTIAL, Residence.COMMUNITY)
            .on(KidneyStatus.GRAFT_MONTH_4_TO_9);
    assertThat(renal.score(partial, List.of()).raw()).isEqualByComparingTo("3.191");
    var inInstitution =
        member(70, Entitlement.AGE, Medicaid.NONE, Residence.INSTITUTION)
            .on(KidneyStatus.GRAFT_MONTH_10_AND_LATER);
    assertThat(renal.score(inInstitution, List.of()).raw()).isEqualByComparingTo("2.960");
  }

  @Test
  void newEnrolleeWithGraftIsDividedByTheAdjustmentAndTheTermsAddUp() {
    var member =
        new Member(
            70,
            Sex.FEMALE,
            Entitlement.AGE,
            Medicaid.FULL,
            Enrollment.NEW,
            Residence.COMMUNITY,
            KidneyStatus.GRAFT_MONTH_4_TO_9,
            Subsidy.NONE);
    RiskScore score = renal.score(member, List.of("E1122"));
    assertThat(score.raw()).isEqualByComparingTo("4.021");
    assertThat(score.terms()).extracting(Coefficient::thousandths).containsExactly(1034, 2605, 382);
  }

  @Test
  void newEnrolleeOnDialysisUnder65CountsAsDisabledFirst() {
    var member =
        new Member(
            40,
            Sex.FEMALE,
            Entitlement.DISABILITY,
            Medicaid.NONE,
            Enrollment.NEW,
            Residence.COMMUNITY,
            KidneyStatus.DIALYSIS,
            Subsidy.NONE);
    assertThat(renal.score(member, List.of()).raw()).isEqualByComparingTo("0.938");
  }

  @Test
  void renalModelRefusesAMemberWithoutTheDisease() {
    Member member = member(70, Entitlement.AGE, Medicaid.NONE, Residence.COMMUNITY).member();
    assertThatThrownBy(() -> renal.score(member, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void drugModelCountsOriginallyDisabledAndThoseUnder65InInstitutions() {
    Member aged = member(66, Entitlement.DISABILITY, Medicaid.NONE, Residence.COMMUNITY).member();
    assertThat(drugs.score(aged, List.of("A072")).raw()).isEqualByComparingTo("0.654");
    Member young =
        member(50, Entitlement.DISABILITY, Medicaid.NONE, Residence.INSTITUTION).member();
    assertThat(drugs.score(young, List.of("F200")).raw()).isEqualByComparingTo("3.079");
    var beginner =
        new Member(
            65,
            Sex.FEMALE,
            Entitlement.AGE,
            Medicaid.NONE,
            Enrollment.NEW,
            Residence.COMMUNITY,
            KidneyStatus.DIALYSIS,
            Subsidy.LOW_INCOME);
    assertThat(drugs.score(beginner, List.of("A072")).raw()).isEqualByComparingTo("2.020");
  }

  @Test
  void twoValuesOfOneNameMakeATableUseless() {
    var twice = new ArrayList<>(DRUGS);
    twice.add("Rx_CE_LTI_F45_54 1.904");
    assertThat(tables(RiskModel.RX_V08, "RxHCC", "R08", twice)).isEmpty();
  }

  private record Someone(Member member) {
    Member on(KidneyStatus kidney) {
      return new Member(
          member.ageYears(),
          member.sex(),
          member.original(),
          member.medicaid(),
          member.enrollment(),
          member.residence(),
          kidney,
          Subsidy.NONE);
    }
  }

  private static Someone member(int age, Entitlement why, Medicaid medicaid, Residence where) {
    return new Someone(new Member(age, Sex.FEMALE, why, medicaid, Enrollment.CONTINUING, where));
  }

  private static RiskScorer scorer(
      RiskModel model, String domain, String version, List<String> coefficients) {
    return new RiskScorer(tables(model, domain, version, coefficients).orElseThrow());
  }

  private static Optional<RiskTables> tables(
      RiskModel model, String domain, String version, List<String> coefficients) {
    var mapping =
        new Table(
            "mapping",
            List.of("diagnosis_code", "cc", "model_name"),
            List.of(
                List.of("E1122", "18", model.title()),
                List.of("Z992", "134", model.title()),
                List.of("A072", "5", model.title()),
                List.of("F200", "130", model.title())));
    var factors =
        new Table(
            "coefficients",
            List.of("coefficient", "value", "model_domain", "model_version"),
            coefficients.stream()
                .map(line -> line.split(" ", -1))
                .map(words -> List.of(words[0], words[1], domain, model.coefficients()))
                .toList());
    var hierarchies =
        new Table(
            "hierarchies",
            List.of("cc_parent", "cc_child", "model_domain", "model_version", "name"),
            List.of(List.of("134", "135", domain, version, "H1")));
    return RiskTables.of(
        model,
        RuleTables.of(mapping),
        Optional.empty(),
        List.of(new RuleTables(List.of(factors, hierarchies))));
  }
}
