package org.cleanclaim.grouping.hcc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.publication.RuleTables.Table;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class ModelPaymentTest {
  private static RiskScore score(RiskModel model, Segment segment, int thousandths) {
    var member =
        new Member(
            70,
            Sex.FEMALE,
            Entitlement.RENAL_DISEASE,
            Medicaid.NONE,
            Enrollment.CONTINUING,
            Residence.COMMUNITY);
    return new RiskScore(
        tables(model),
        member,
        segment,
        new BitSet(),
        new BitSet(),
        List.of(new Coefficient("x", "", thousandths)));
  }

  private static RiskTables tables(RiskModel model) {
    String domain = model.family().domain();
    String first = model.family() == ModelFamily.DRUGS ? "Rx_CE_NoLowAged_" : "DI_";
    var mapping =
        new Table(
            "mapping",
            List.of("diagnosis_code", "cc", "model_name"),
            List.of(List.of("E119", "19", model.title())));
    var coefficients =
        new Table(
            "coefficients",
            List.of("coefficient", "value", "model_domain", "model_version"),
            List.of(List.of(first + "F65_69", "0.1", domain, model.coefficients())));
    var hierarchies =
        new Table(
            "hierarchies",
            List.of("cc_parent", "cc_child", "model_domain", "model_version", "model_fullname"),
            List.of(List.of("18", "19", domain, model.version(), "")));
    return RiskTables.of(
            model,
            RuleTables.of(mapping),
            Optional.empty(),
            List.of(new RuleTables(List.of(coefficients, hierarchies))))
        .orElseThrow();
  }

  @Test
  void dialysisAndTransplantAreOnlyNormalized() {
    var payment =
        ModelPayment.of(score(RiskModel.ESRD_V24, Segment.DI, 1500), 2026, null).orElseThrow();

    assertThat(payment.score()).isEqualTo("1.412"); // 1.500 / 1.062 = 1.41243
    assertThat(payment.codingIntensity()).isZero();
    assertThat(ModelPayment.of(score(RiskModel.ESRD_V24, Segment.TRANSPLANT, 5985), 2026, null))
        .map(ModelPayment::score)
        .contains(new BigDecimal("5.636")); // 5.985 / 1.062 = 5.63559
  }

  @Test
  void aGraftIsNormalizedAndLessCodingIntensity() {
    var payment =
        ModelPayment.of(score(RiskModel.ESRD_V24, Segment.GNPA, 3000), 2026, null).orElseThrow();

    assertThat(payment.normalized()).isEqualTo("2.717"); // 3.000 / 1.104 = 2.71739
    assertThat(payment.score()).isEqualTo("2.557"); // 2.717 * 0.941 = 2.556697
  }

  @Test
  void drugsAreNormalizedByTheKindOfPlan() {
    RiskScore score = score(RiskModel.RX_V08_X, Segment.RX_AGED, 1000);

    assertThat(ModelPayment.of(score, 2026, DrugPlan.MA_PD))
        .map(ModelPayment::score)
        .contains(new BigDecimal("0.838"));
    assertThat(ModelPayment.of(score, 2026, DrugPlan.PDP))
        .map(ModelPayment::score)
        .contains(new BigDecimal("1.127"));
    assertThat(ModelPayment.of(score, 2026, null)).isEmpty();
  }

  @Test
  void aFactorThatIsNotKnownIsNoneAndCanBeStated() {
    RiskScore score = score(RiskModel.ESRD_V21, Segment.GC, 2000);

    assertThat(ModelPayment.of(score, 2026, null)).isEmpty();
    assertThat(ModelPayment.of(score(RiskModel.ESRD_V24, Segment.DI, 1000), 2025, null)).isEmpty();
    assertThat(ModelPayment.normalizedBy(score, new BigDecimal("1.203")).score())
        .isEqualTo("1.565"); // 2.000 / 1.203 = 1.663; * 0.941 = 1.564883
  }
}
