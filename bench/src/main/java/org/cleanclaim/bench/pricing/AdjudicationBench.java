package org.cleanclaim.bench.pricing;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.pricing.FeeSchedule;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.BenefitClaim;
import org.cleanclaim.pricing.benefit.BenefitLedger;
import org.cleanclaim.pricing.benefit.BenefitLimit;
import org.cleanclaim.pricing.benefit.BenefitLine;
import org.cleanclaim.pricing.benefit.BenefitPlan;
import org.cleanclaim.pricing.benefit.CategoryBenefit;
import org.cleanclaim.pricing.benefit.FamilyLimit;
import org.cleanclaim.pricing.benefit.LineBenefit;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.benefit.TierBenefits;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.ContractLine;
import org.cleanclaim.pricing.contract.Expectation;
import org.cleanclaim.pricing.contract.MedicareFees;

/// Measures how many lines are adjudicated in a second on one core: priced by a contract, shared by
/// a plan, and counted in the accumulators of the member, with all steps. Each invented member has
/// four claims of four lines.
public final class AdjudicationBench {
  private static final int MEMBERS = 5_000;
  private static final int CLAIMS = 4;
  private static final int LINES = 4;
  private static final int ROUNDS = 8;
  private static final long SEED = 20_261_128;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final List<ServiceCategory> CATEGORIES =
      List.of(
          new ServiceCategory("office"),
          new ServiceCategory("lab"),
          new ServiceCategory("preventive"),
          new ServiceCategory("pt"),
          new ServiceCategory("surgery"));

  private AdjudicationBench() {}

  public static void main(String[] arguments) {
    var random = new Random(SEED);
    var contract = contract();
    var plan = plan();
    var claims = new ArrayList<List<ContractLine>>();
    for (int i = 0; i < MEMBERS * CLAIMS; i++) claims.add(lines(random));
    long best = 0;
    long paidCents = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long began = System.nanoTime();
      paidCents = adjudicate(contract, plan, claims);
      long lines = (long) MEMBERS * CLAIMS * LINES;
      best = Math.max(best, lines * 1_000_000_000L / (System.nanoTime() - began));
    }
    OUT.printf(
        "%-88s %,d%n",
        "adjudication, lines a second, best of %d rounds (%,d cents paid)"
            .formatted(ROUNDS, paidCents),
        best);
  }

  private static long adjudicate(
      Contract contract, BenefitPlan plan, List<List<ContractLine>> claims) {
    long paid = 0;
    int next = 0;
    for (int member = 0; member < MEMBERS; member++) {
      var ledger = new BenefitLedger(plan, Map.of("member", Accumulators.NONE), DAY);
      for (int claim = 0; claim < CLAIMS; claim++) {
        var lines = claims.get(next++);
        var posted =
            ledger.post(
                new BenefitClaim(Integer.toString(claim), "member", DAY, priced(contract, lines)));
        for (LineBenefit benefit : posted.lines()) {
          if (benefit instanceof LineBenefit.Decided decided) paid += decided.paid().cents();
        }
      }
    }
    return paid;
  }

  private static List<BenefitLine> priced(Contract contract, List<ContractLine> lines) {
    var priced = new ArrayList<BenefitLine>(lines.size());
    var expectations = contract.expect(lines, MedicareFees.NONE);
    for (int i = 0; i < lines.size(); i++) {
      if (expectations.get(i) instanceof Expectation.Allowed allowed) {
        var line = lines.get(i);
        priced.add(
            new BenefitLine(
                line.number(),
                line.servedOn(),
                line.charge(),
                allowed.allowed(),
                CATEGORIES.get(line.charge().hashCode() % CATEGORIES.size()),
                NetworkTier.IN_NETWORK));
      }
    }
    return priced;
  }

  private static List<ContractLine> lines(Random random) {
    var lines = new ArrayList<ContractLine>(LINES);
    for (int i = 1; i <= LINES; i++) {
      lines.add(
          new ContractLine(
              i,
              new ProcedureCode("%05d".formatted(99_000 + random.nextInt(500))),
              null,
              List.of(),
              BigDecimal.ONE,
              Money.ofCents(5_000 + random.nextInt(100_000)),
              DAY.plusDays(random.nextInt(200)),
              null));
    }
    return lines;
  }

  private static Contract contract() {
    var always = EffectivePeriod.from(LocalDate.of(2020, 1, 1));
    var rows = new ArrayList<FeeSchedule.Row>();
    for (int i = 0; i < 500; i++) {
      rows.add(
          new FeeSchedule.Row(
              new ProcedureCode("%05d".formatted(99_000 + i)),
              null,
              Money.ofCents(4_000 + 97L * i),
              always));
    }
    return Contract.of("bench", always, FeeSchedule.of(rows));
  }

  private static BenefitPlan plan() {
    return BenefitPlan.of(
        "bench",
        new TierBenefits(
            FamilyLimit.embedded(Money.of("500.00"), Money.of("1500.00")),
            FamilyLimit.embedded(Money.of("4000.00"), Money.of("8000.00")),
            CategoryBenefit.coinsured(new BigDecimal("0.20")),
            Map.of(
                CATEGORIES.get(0),
                CategoryBenefit.copaid(Money.of("30.00")),
                CATEGORIES.get(2),
                CategoryBenefit.FREE)),
        Set.of(),
        Map.of(CATEGORIES.get(3), BenefitLimit.ofVisits(20)));
  }
}
