package org.cleanclaim.pricing.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.pricing.benefit.CostShare;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.contract.Contract;
import org.junit.jupiter.api.Test;

class TermsFilesTest {
  private static final String PLAN =
      """
      plan: Gold
      from: 2026-01-01
      year_begins: 07-01
      tiers:
        in_network:
          deductible: {individual: 500.00, family: 1000.00, sharing: aggregate}
          out_of_pocket: {individual: 4000}
          others: {coinsurance: 0.20}
          categories:
            office: {copay: 30.00, coinsurance: 0.1, order: [copay, coinsurance]}
            preventive: free
      limits: {pt: {visits: 20}}
      categories: {office: [99202-99215]}
      members:
        - {id: M1, from: 2026-01-01, as_of: 2026-02-01,
           borne: {in_network: {deductible: 100, out_of_pocket: 120}}}
      """;

  private static List<String> problems(String text) {
    return PlanFile.read("plan.yml", new StringReader(text))
            instanceof FileResult.Refused<PlanTerms> r
        ? r.problems()
        : List.of();
  }

  @Test
  void aPlanIsRead() {
    assertThat(problems(PLAN)).isEmpty();
    var terms = ((FileResult.Read<PlanTerms>) PlanFile.read("p", new StringReader(PLAN))).content();
    assertThat(terms.category(new ProcedureCode("99213")).slug()).isEqualTo("office");
    assertThat(terms.category(new ProcedureCode("12001"))).isEqualTo(ServiceCategory.OTHER);
    var tier = terms.plan().at(NetworkTier.IN_NETWORK).orElseThrow();
    assertThat(tier.benefit(new ServiceCategory("office")).order())
        .containsExactly(CostShare.COPAY, CostShare.COINSURANCE);
    assertThat(terms.plan().yearOf(LocalDate.of(2026, 6, 30)).from())
        .isEqualTo(LocalDate.of(2025, 7, 1));
    assertThat(
            terms.members().getFirst().opening().borne(NetworkTier.IN_NETWORK).familyOutOfPocket())
        .isEqualTo(Money.of("120.00"));
  }

  @Test
  void jsonIsReadToo() {
    String json =
        "{\n"
            + "\t\"plan\": \"J\", \"from\": \"2026-01-01\", \"tiers\": {\"in_network\":"
            + " {\"deductible\": {\"individual\": 0}, \"others\": \"free\"}}, \"members\":"
            + " [{\"id\": \"M\", \"from\": \"2026-01-01\"}]}";
    assertThat(problems(json)).isEmpty();
  }

  @Test
  void everyFaultIsToldWithItsLine() {
    String faulty =
        PLAN.replace("0.20", "20").replace("500.00", "-5").replace("free", "gratis") + "odd: 1\n";
    assertThat(problems(faulty))
        .anyMatch(p -> p.startsWith("plan.yml, line 6: \"individual\""))
        .anyMatch(p -> p.startsWith("plan.yml, line 8: \"coinsurance\""))
        .anyMatch(p -> p.startsWith("plan.yml, line 11: \"preventive\""))
        .anyMatch(p -> p.contains("\"odd\""));
  }

  @Test
  void whatContradictsItselfIsRefused() {
    assertThat(problems(PLAN.replace("deductible: 100,", "deductible: 130,"))).isNotEmpty();
    assertThat(problems(PLAN.replace("as_of: 2026-02-01,", ""))).isNotEmpty();
    assertThat(problems(PLAN + "deductible: high\n"))
        .anyMatch(p -> p.contains("before the deductible"));
    assertThat(problems(PLAN.replace("in_network: {ded", "out: {ded"))).isNotEmpty();
    assertThat(problems("")).isNotEmpty();
    assertThat(problems("- a\n- b")).isNotEmpty();
    assertThat(problems("a: [")).anyMatch(p -> p.startsWith("plan.yml, line"));
    assertThat(problems("plan: X")).anyMatch(p -> p.contains("\"tiers\""));
  }

  @Test
  void aContractSaysWhatIsWrongWithIt() {
    String text =
        """
        contract: C
        from: 2026-01-01
        terms:
          - name: two
            pays: {case_rate: 1.00, per_diem: 2.00}
          - name: lost
            pays: {fee_schedule: nowhere.tsv}
          - name: place
            pays: {percent_of_medicare: 1.1, locality: Ohio}
          - name: code
            codes: [99215-99211]
            pays: {fees: {XX: 1.00}}
        """;
    var result =
        ContractFile.read(
            "c.yml",
            new StringReader(text),
            name -> {
              throw new FileNotFoundException(name);
            });
    assertThat(((FileResult.Refused<Contract>) result).problems())
        .anyMatch(p -> p.startsWith("c.yml, line 5: \"pays\""))
        .anyMatch(p -> p.contains("nowhere.tsv"))
        .anyMatch(p -> p.contains("locality"))
        .anyMatch(p -> p.contains("99213, 99381-99397"))
        .anyMatch(p -> p.contains("\"XX\""));
  }
}
