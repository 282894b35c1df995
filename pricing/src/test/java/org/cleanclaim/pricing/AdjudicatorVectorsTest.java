package org.cleanclaim.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.pricing.Adjudicator.PricedLine;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Benefit cases whose expected shares somebody else computed.
class AdjudicatorVectorsTest {
  @Test
  void givesTheExpectedSharesPaymentsAndAccumulators() throws IOException {
    String data = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(data != null, "CLEANCLAIM_DATA is not set: no benefit cases");
    var mapper = JsonMapper.builder().build();
    int cases = 0;
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(
                        Path.of(data, "vectors/adjudication/benefit_cases.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        check(mapper.readTree(line));
        cases++;
      }
    }
    assertThat(cases).isGreaterThan(700);
  }

  private static void check(JsonNode example) {
    String id = example.get("id").asString();
    var input = example.get("input");
    var priced = new ArrayList<PricedLine>();
    for (JsonNode line : input.get("lines")) {
      priced.add(
          new PricedLine(
              money(line.get("billed")),
              money(line.get("allowed")),
              new ServiceCategory(line.get("category").asString())));
    }

    var result =
        Adjudicator.adjudicate(
            plan(input.get("plan")), accumulators(input.get("accumulators")), priced);

    var expected = example.get("expected");
    for (int i = 0; i < priced.size(); i++) {
      var line = result.lines().get(i);
      var wanted = expected.get("lines").get(i);
      assertThat(line.paid()).as(id + " paid").isEqualTo(money(wanted.get("paid")));
      assertThat(line.patientShare())
          .as(id + " share")
          .isEqualTo(
              money(wanted.get("deductible"))
                  .plus(money(wanted.get("copay")))
                  .plus(money(wanted.get("coinsurance"))));
      assertThat(line.deductible())
          .as(id + " deductible")
          .isEqualTo(money(wanted.get("deductible")));
      Money adjusted = Money.sum(line.adjustments().stream().map(Adjustment::amount).toList());
      assertThat(line.billed().minus(adjusted)).as(id + " balance").isEqualTo(line.paid());
    }
    var ending = expected.get("accumulators");
    assertThat(result.accumulators().deductibleMet())
        .as(id)
        .isEqualTo(money(ending.get("ded_ind")));
    assertThat(result.accumulators().familyDeductibleMet())
        .as(id)
        .isEqualTo(money(ending.get("ded_fam")));
    assertThat(result.accumulators().outOfPocketMet())
        .as(id)
        .isEqualTo(money(ending.get("oop_ind")));
    assertThat(result.accumulators().familyOutOfPocketMet())
        .as(id)
        .isEqualTo(money(ending.get("oop_fam")));
  }

  private static BenefitPlan plan(JsonNode plan) {
    var copays = new HashMap<ServiceCategory, Money>();
    var afterDeductible = new HashSet<ServiceCategory>();
    plan.get("copays")
        .properties()
        .forEach(e -> {
          var category = new ServiceCategory(e.getKey());
          copays.put(category, money(e.getValue().get("amount")));
          if (e.getValue().get("after_deductible").asBoolean()) afterDeductible.add(category);
        });
    var limits = new HashMap<ServiceCategory, Integer>();
    plan.get("visit_limits")
        .properties()
        .forEach(e -> limits.put(new ServiceCategory(e.getKey()), e.getValue().asInt()));
    return new BenefitPlan(
        "test",
        money(plan.get("deductible_individual")),
        money(plan.get("deductible_family")),
        money(plan.get("oop_individual")),
        money(plan.get("oop_family")),
        new BigDecimal(plan.get("coinsurance").asString()),
        copays,
        afterDeductible,
        categories(plan.get("free")),
        categories(plan.get("excluded")),
        limits);
  }

  private static Set<ServiceCategory> categories(JsonNode slugs) {
    var set = new HashSet<ServiceCategory>();
    slugs.forEach(s -> set.add(new ServiceCategory(s.asString())));
    return set;
  }

  private static Accumulators accumulators(JsonNode node) {
    var visits = new HashMap<ServiceCategory, Integer>();
    node.get("visits")
        .properties()
        .forEach(e -> visits.put(new ServiceCategory(e.getKey()), e.getValue().asInt()));
    return new Accumulators(
        money(node.get("ded_ind")),
        money(node.get("ded_fam")),
        money(node.get("oop_ind")),
        money(node.get("oop_fam")),
        visits);
  }

  private static Money money(JsonNode number) {
    return Money.of(number.decimalValue().toPlainString());
  }
}
