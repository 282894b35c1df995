package org.cleanclaim.pricing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;
import org.cleanclaim.pricing.file.FileResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Stays at the weight of their DRG.
class HospitalContractTest {
  private static final LocalDate DISCHARGED = LocalDate.of(2026, 1, 20);
  private static final String TEXT =
      """
      contract: Hospital 2026
      from: 2025-10-01
      cap: lesser_of_charge
      terms:
        - name: transplants
          drgs: [1-19]
          pays: {case_rate: 15000.00}
        - name: stays
          pays: {drg_base_rate: 9200.00}
        - name: all else
          pays: {percent_of_charge: 0.50}
      """;
  private static final List<ContractLine> BILL =
      List.of(line(1, "0120", "9000.00"), line(2, "0278", "12000.00"));

  private final Contract contract = WrittenContract.contract(TEXT);
  private final MedicareFees medicare = new InstalledFees(weights("470,1.9271,1.5,,2.0,,"));

  private static ContractLine line(int number, String revenueCode, String charge) {
    return new ContractLine(
        number,
        null,
        revenueCode,
        List.of(),
        BigDecimal.ONE,
        Money.of(charge),
        LocalDate.of(2026, 1, 17),
        null);
  }

  private static CodeSets weights(String row) {
    var table =
        new RuleTables.Table(
            "weights",
            List.of("drg", "weight", "gmlos", "low", "amlos", "post_acute", "special_pay"),
            List.of(List.of(row.split(",", -1))));
    return CodeSets.of(
        List.of(
            InstalledPublication.of(
                new Publication(
                    PublicationKind.IPPS_DRGS,
                    "test",
                    LocalDate.of(2025, 10, 1),
                    "test",
                    false,
                    RuleTables.of(table)))));
  }

  private List<Expectation> expect(@Nullable HospitalStay stay) {
    return contract.expect(BILL, stay, medicare);
  }

  private static List<String> words(List<Expectation> expectations) {
    return expectations.stream()
        .map(one ->
            switch (one) {
              case Expectation.Allowed a -> {
                assertThat(Money.sum(a.steps().stream().map(PriceStep::amount).toList()))
                    .isEqualTo(a.allowed());
                yield a.term() + " " + a.allowed();
              }
              case Expectation.Unpriced u -> u.finding().message();
            })
        .toList();
  }

  @Test
  void aStayIsPaidOnceAtTheBaseRateTimesTheWeightOfItsDrg() {
    var expected = expect(new HospitalStay("470", DISCHARGED));

    // 9200.00 × 1.9271 = 17729.32
    assertThat(words(expected)).containsExactly("stays 5729.32", "stays 12000.00");
    assertThat(contract.isOneCase(expected)).isTrue();
    assertThat(((Expectation.Allowed) expected.getFirst()).steps().getFirst().text())
        .isEqualTo("base rate 9200.00 × weight 1.9271 of DRG 470");
  }

  @Test
  void aTermMayBeAboutSomeDrgs() {
    assertThat(words(expect(new HospitalStay("007", DISCHARGED))))
        .containsExactly("transplants 3000.00", "transplants 12000.00");
  }

  @Test
  void aBillWithoutDrgIsLeftToTheNextTerm() {
    var expected = expect(null);

    assertThat(words(expected)).containsExactly("all else 4500.00", "all else 6000.00");
    assertThat(contract.isOneCase(expected)).isFalse();
  }

  @Test
  void anotherYearsWeightsAndUnknownDrgsPriceNothing() {
    assertThat(words(expect(new HospitalStay("470", LocalDate.of(2026, 10, 2)))))
        .allMatch(
            m -> m.equals("There is no relative weight of DRG 470 for a discharge on 2026-10-02."));
    assertThat(words(expect(new HospitalStay("998", DISCHARGED))))
        .allMatch(m -> m.startsWith("There is no relative weight of DRG 998 "));
  }

  @Test
  void aDrgIsThreeDigits() {
    assertThat(
            WrittenContract.read(TEXT.replace("[1-19]", "[1-19, 4700]"))
                    instanceof FileResult.Refused<Contract> r
                ? r.problems()
                : List.of())
        .singleElement()
        .asString()
        .contains("drgs", "no DRG or range");
  }
}
