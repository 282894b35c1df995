package org.cleanclaim.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.payer.ClinicClaims.SERVED;

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
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimCopy;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.LineAdjudication;
import org.cleanclaim.kernel.claim.LineCopy;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.BalanceProof;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.pricing.FeeSchedule;
import org.cleanclaim.pricing.PriceStep;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.BenefitLimit;
import org.cleanclaim.pricing.benefit.BenefitPlan;
import org.cleanclaim.pricing.benefit.CategoryBenefit;
import org.cleanclaim.pricing.benefit.CostShare;
import org.cleanclaim.pricing.benefit.FamilyLimit;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.benefit.TierBenefits;
import org.cleanclaim.pricing.cob.SecondaryBenefit;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.LineScope;
import org.cleanclaim.pricing.contract.MedicareFees;
import org.cleanclaim.pricing.contract.Term;
import org.junit.jupiter.api.Test;

/// Whatever the plan, the contract and the claims: the remittance balances on all levels.
class RemittanceBalanceTest {
  private static final MemberId MEMBER = new MemberId("M1");
  private static final List<String> CODES = List.of("99213", "99214", "96127", "73721", "12001");
  private static final List<ServiceCategory> CATEGORIES =
      List.of(new ServiceCategory("office"), new ServiceCategory("pt"), ServiceCategory.OTHER);

  private final Random random = new Random(20_261_128);

  private Money upTo(int dollars) {
    return Money.ofCents(random.nextInt(dollars * 100 + 1));
  }

  private BigDecimal percent() {
    return BigDecimal.valueOf(random.nextInt(101)).movePointLeft(2);
  }

  private CategoryBenefit benefit() {
    var shares = new ArrayList<>(List.of(CostShare.values()));
    Collections.shuffle(shares, random);
    return new CategoryBenefit(shares.subList(0, random.nextInt(4)), upTo(60), percent());
  }

  private BenefitPlan plan() {
    var benefits = new HashMap<ServiceCategory, CategoryBenefit>();
    for (ServiceCategory category : CATEGORIES) {
      if (random.nextBoolean()) benefits.put(category, benefit());
    }
    var methods = new ArrayList<>(List.of(SecondaryBenefit.Method.values()));
    Collections.shuffle(methods, random);
    return new BenefitPlan(
        "Plan",
        EffectivePeriod.from(LocalDate.of(2026, 1, 1 + random.nextInt(20))),
        MonthDay.of(1, 1),
        Map.of(
            NetworkTier.IN_NETWORK,
            new TierBenefits(
                FamilyLimit.embedded(upTo(500), upTo(900)),
                FamilyLimit.embedded(upTo(1500), null),
                benefit(),
                benefits,
                Set.of(),
                random.nextBoolean() ? AdjustmentGroup.CO : AdjustmentGroup.PR)),
        random.nextInt(4) == 0 ? Set.of(new ServiceCategory("pt")) : Set.of(),
        Map.of(new ServiceCategory("pt"), new BenefitLimit(2, upTo(200))),
        CostShare.USUAL_RELIEF,
        BenefitPlan.CarryOver.NONE,
        methods.getFirst());
  }

  private Contract contract() {
    var always = EffectivePeriod.from(LocalDate.of(2020, 1, 1));
    var fees =
        FeeSchedule.of(
            List.of(
                new FeeSchedule.Row(new ProcedureCode("99213"), null, upTo(200), always),
                new FeeSchedule.Row(new ProcedureCode("73721"), null, upTo(900), always)));
    var terms = new ArrayList<Term>();
    terms.add(new Term("fees", always, LineScope.ALL, new Term.Payment.Fees(fees)));
    if (random.nextBoolean()) {
      terms.add(new Term("rest", always, LineScope.ALL, new Term.Payment.ShareOfCharge(percent())));
    }
    return new Contract(
        "Contract",
        always,
        terms,
        random.nextBoolean() ? Contract.ChargeCap.NONE : Contract.ChargeCap.LESSER_OF_CHARGE,
        null);
  }

  private PayerBook book() {
    var categories = new HashMap<ProcedureCode, ServiceCategory>();
    for (String code : CODES) {
      categories.put(new ProcedureCode(code), CATEGORIES.get(random.nextInt(CATEGORIES.size())));
    }
    var covered = EffectivePeriod.from(LocalDate.of(2026, 2, 1 + random.nextInt(28)));
    return new PayerBook(
        "A Payer",
        new PayerId("P1"),
        null,
        null,
        FilingIndicator.COMMERCIAL,
        Map.of(MEMBER, new Member(MEMBER, covered, plan(), Accumulators.NONE, SERVED)),
        contract(),
        categories,
        Set.of(new PayerBook.CodePair(new ProcedureCode("99213"), new ProcedureCode("96127"))),
        Set.of(new ProcedureCode("73721")),
        90,
        10,
        random.nextBoolean());
  }

  private ServiceLine line(int number) {
    Money charge = upTo(1000);
    var prior = new ArrayList<LineAdjudication>();
    if (random.nextBoolean()) {
      prior.add(
          new LineAdjudication(
              new PayerId("P0"),
              upTo(600),
              null,
              List.of(),
              null,
              BigDecimal.ONE,
              List.of(Adjustment.of(AdjustmentGroup.PR, "2", upTo(300))),
              SERVED,
              null));
    }
    var code = CODES.get(random.nextInt(CODES.size()));
    return LineCopy.of(ClinicClaims.line(number, code, charge.toString()))
        .unitsBilled(BigDecimal.valueOf(1 + random.nextInt(3)))
        .servedFrom(SERVED.plusDays(random.nextInt(3)))
        .servedThrough(SERVED.plusDays(3))
        .priorAdjudications(prior)
        .copy();
  }

  @Test
  void everyRemittanceBalances() {
    int paid = 0;
    for (int round = 0; round < 1500; round++) {
      var book = book();
      var desk = new ClaimDesk(book, List.of(), NetworkTier.IN_NETWORK, MedicareFees.NONE);
      var payments = new ArrayList<ClaimPayment>();
      Claim last = null;
      for (int c = 1; c <= 3; c++) {
        var lines = new ArrayList<ServiceLine>();
        for (int i = 1; i <= 1 + random.nextInt(4); i++) lines.add(line(i));
        last = claim("C" + c, lines);
        var decided =
            desk.decide(last, SERVED.plusDays(random.nextInt(120)), "P" + round + "-" + c);
        payments.add(decided.payment());
        for (var each : decided.lines()) {
          if (each.benefitSteps().isEmpty()) continue;
          assertThat(Money.sum(each.benefitSteps().stream().map(PriceStep::amount).toList()))
              .as("steps of round " + round)
              .isEqualTo(decided.payment().services().get(each.number() - 1).paid());
        }
      }
      var remittance = Payout.of(book, last.billingProvider(), payments, "T" + round, SERVED);
      var proof = BalanceProof.of(remittance);
      assertThat(proof.failures()).as("round " + round).isEmpty();
      for (ClaimPayment payment : payments) {
        Money patient = Money.ZERO;
        for (var service : payment.services()) {
          for (var adjustment : service.adjustments()) {
            if (adjustment.group() == AdjustmentGroup.PR) {
              patient = patient.plus(adjustment.amount());
            }
          }
        }
        assertThat(payment.patientResponsibility()).isEqualTo(patient);
      }
      if (remittance.paid().isPositive()) paid++;
    }
    assertThat(paid).isGreaterThan(500);
  }

  private Claim claim(String number, List<ServiceLine> lines) {
    var claim = ClinicClaims.claim(number, MEMBER.value(), lines.toArray(ServiceLine[]::new));
    if (random.nextInt(3) > 0) return claim;
    var s = claim.subscriber();
    var second =
        new Subscriber(
            s.name(),
            s.memberId(),
            s.bornOn(),
            s.sex(),
            s.address(),
            PayerSequence.SECONDARY,
            s.filing(),
            s.groupNumber(),
            s.groupName());
    return ClaimCopy.of(claim).subscriber(second).copy();
  }
}
