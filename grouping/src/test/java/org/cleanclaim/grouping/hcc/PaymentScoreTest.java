package org.cleanclaim.grouping.hcc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class PaymentScoreTest {
  private static final Member MEMBER =
      new Member(
          75,
          Sex.FEMALE,
          Entitlement.AGE,
          Medicaid.NONE,
          Enrollment.CONTINUING,
          Residence.COMMUNITY);

  @Test
  void rawScoreIsNormalizedThenLessCodingIntensity() {
    var scorer =
        new PaymentScorer(
            PaymentYear.of(2026).orElseThrow(), List.of(new RiskScorer(SomeTables.v28())));

    PaymentScore score = scorer.score(MEMBER, List.of("E1122", "I5022", "J449", "N184"));

    PaymentScore.Part part = score.parts().getFirst();
    assertThat(part.raw().raw()).isEqualTo("2.190");
    assertThat(part.normalized()).isEqualTo("2.052"); // 2.190 / 1.067 = 2.0525
    assertThat(part.adjusted()).isEqualTo("1.931"); // 2.052 * 0.941 = 1.930932
    assertThat(score.score()).isEqualTo("1.931");
  }

  @Test
  void thePartsOfEachYearAreAWhole() {
    for (int year = 2024; year <= 2026; year++) {
      assertThat(
              PaymentYear.of(year).orElseThrow().shares().stream()
                  .map(PaymentYear.Share::part)
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(BigDecimal.ONE);
    }
    assertThat(PaymentYear.of(2023)).isEmpty();
    assertThat(PaymentYear.of(2027)).isEmpty();
  }

  @Test
  void twoModelsAreBlendedAndRoundedLast() {
    PaymentYear year =
        new PaymentYear(
            2099,
            new BigDecimal("0.059"),
            List.of(
                PaymentYear.Share.of(RiskModel.V28, "0.67", "1.045"),
                PaymentYear.Share.of(RiskModel.V28, "0.33", "1.153")));
    var scorer = new PaymentScorer(year, List.of(new RiskScorer(SomeTables.v28())));

    PaymentScore score = scorer.score(MEMBER, List.of("E119"));

    // 0.631: / 1.045 = 0.604, * 0.941 = 0.568; / 1.153 = 0.547, * 0.941 = 0.515
    assertThat(score.parts())
        .extracting(PaymentScore.Part::weighed)
        .containsExactly(new BigDecimal("0.38056"), new BigDecimal("0.16995"));
    assertThat(score.score()).isEqualTo("0.551");
  }
}
