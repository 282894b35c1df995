package org.cleanclaim.pricing.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.benefit.BenefitPlan.CarryOver;
import org.cleanclaim.pricing.cob.SecondaryBenefit;
import org.junit.jupiter.api.Test;

class BenefitLedgerTest {
  private static final LocalDate OPENED = LocalDate.of(2026, 1, 1);
  private static final ServiceCategory LAB = new ServiceCategory("lab");

  private static Map<String, Accumulators> nobodyBore() {
    var openings = new HashMap<String, Accumulators>();
    InventedPlans.FAMILY.forEach(person -> openings.put(person, Accumulators.NONE));
    return openings;
  }

  private static BenefitPlan plan(CarryOver carryOver) {
    return new BenefitPlan(
        "test",
        EffectivePeriod.from(LocalDate.of(2020, 1, 1)),
        MonthDay.of(1, 1),
        Map.of(
            NetworkTier.IN_NETWORK,
            new TierBenefits(
                FamilyLimit.embedded(Money.of("100.00"), Money.of("150.00")),
                FamilyLimit.NONE,
                CategoryBenefit.coinsured(new BigDecimal("0.20")),
                Map.of())),
        Set.of(),
        Map.of(),
        CostShare.USUAL_RELIEF,
        carryOver,
        SecondaryBenefit.Method.STANDARD);
  }

  private static BenefitClaim claim(String id, String person, LocalDate on, String amount) {
    var line =
        new BenefitLine(1, on, Money.of(amount), Money.of(amount), LAB, NetworkTier.IN_NETWORK);
    return new BenefitClaim(id, person, on.plusDays(1), List.of(line));
  }

  private static String deductible(BenefitLedger.Posted posted) {
    return ((LineBenefit.Decided) posted.lines().getFirst()).deductible().toString();
  }

  @Test
  void aLateClaimIsToldAndARerunPutsTheYearInOrder() {
    var ledger = new BenefitLedger(plan(CarryOver.NONE), nobodyBore(), OPENED);
    var march = LocalDate.of(2026, 3, 1);
    assertThat(deductible(ledger.post(claim("A", "ann", march, "100.00")))).isEqualTo("100.00");

    var late = ledger.post(claim("B", "ann", march.minusDays(9), "60.00"));

    assertThat(deductible(late)).isEqualTo("0.00");
    assertThat(late.outOfOrder()).isNotNull();
    var reruns = ledger.rerun();
    assertThat(reruns).extracting(r -> deductible(r.after())).containsExactly("40.00", "60.00");
    assertThat(ledger.rerun()).isEmpty();
  }

  @Test
  void theFamilyMeetsItsDeductibleTogether() {
    var ledger = new BenefitLedger(plan(CarryOver.NONE), nobodyBore(), OPENED);
    ledger.post(claim("A", "ann", LocalDate.of(2026, 3, 1), "100.00"));

    var second = ledger.post(claim("B", "bob", LocalDate.of(2026, 3, 2), "100.00"));

    assertThat(deductible(second)).isEqualTo("50.00");
    assertThat(ledger.accumulators("bob", OPENED).borne(NetworkTier.IN_NETWORK).deductible())
        .isEqualTo(Money.of("50.00"));
  }

  @Test
  void aStrangerIsAFinding() {
    var ledger = new BenefitLedger(plan(CarryOver.NONE), nobodyBore(), OPENED);

    var posted = ledger.post(claim("A", "eve", LocalDate.of(2026, 3, 1), "100.00"));

    assertThat(posted.lines()).allMatch(LineBenefit.Undecided.class::isInstance);
  }

  @Test
  void theYearBeginsAnewUnlessTheLastQuarterCarriesOver() {
    for (CarryOver carryOver : CarryOver.values()) {
      var ledger = new BenefitLedger(plan(carryOver), nobodyBore(), OPENED);
      ledger.post(claim("A", "ann", LocalDate.of(2026, 9, 30), "30.00"));
      ledger.post(claim("B", "ann", LocalDate.of(2026, 10, 1), "40.00"));

      var next = ledger.post(claim("C", "ann", LocalDate.of(2027, 1, 2), "500.00"));

      assertThat(deductible(next)).isEqualTo(carryOver == CarryOver.NONE ? "100.00" : "60.00");
    }
  }

  @Test
  void aClaimIsPostedOnceAndReversedOnce() {
    var ledger = new BenefitLedger(plan(CarryOver.NONE), nobodyBore(), OPENED);
    var claim = claim("A", "ann", LocalDate.of(2026, 3, 1), "100.00");
    ledger.post(claim);
    assertThatThrownBy(() -> ledger.post(claim)).isInstanceOf(IllegalArgumentException.class);
    ledger.reverse("A");
    assertThat(ledger.accumulators("ann", OPENED).borne(NetworkTier.IN_NETWORK))
        .isEqualTo(Accumulators.Borne.NOTHING.plus(Accumulators.Borne.NOTHING));
    assertThatThrownBy(() -> ledger.reverse("A")).isInstanceOf(IllegalArgumentException.class);
  }

  /// Claims come in any order, some are taken back: what stands after a rerun is what the claims
  /// that are left give by themselves.
  @Test
  void afterReversalAndRerunOnlyTheFinalClaimsCount() {
    for (long seed = 0; seed < 400; seed++) {
      var invented = new InventedPlans(seed);
      var random = new Random(seed);
      var plan = invented.plan();
      var all = new ArrayList<BenefitClaim>();
      for (int i = 0; i < 12; i++) all.add(invented.claim(i, LocalDate.of(2026, 2, 1), 500));
      var kept = all.stream().filter(c -> random.nextInt(3) > 0).toList();
      var ledger = new BenefitLedger(plan, nobodyBore(), OPENED);
      for (BenefitClaim claim : all) {
        ledger.post(claim);
        if (random.nextInt(5) == 0) ledger.rerun();
      }
      for (BenefitClaim claim : all) if (!kept.contains(claim)) ledger.reverse(claim.id());
      ledger.rerun();

      var alone = new BenefitLedger(plan, nobodyBore(), OPENED);
      var shuffled = new ArrayList<>(kept);
      Collections.shuffle(shuffled, random);
      shuffled.forEach(alone::post);
      alone.rerun();

      for (String person : InventedPlans.FAMILY) {
        for (int month = 0; month < 24; month += 6) {
          var on = OPENED.plusMonths(month);
          assertThat(ledger.accumulators(person, on))
              .as("seed " + seed)
              .isEqualTo(alone.accumulators(person, on));
        }
      }
    }
  }
}
