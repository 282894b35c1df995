package org.cleanclaim.pricing.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.pricing.PriceStep;
import org.cleanclaim.pricing.contract.Contract.ChargeCap;
import org.cleanclaim.pricing.contract.Term.Payment;
import org.cleanclaim.pricing.physician.LinePrice;
import org.cleanclaim.pricing.physician.Participation;
import org.cleanclaim.pricing.physician.Practitioner;
import org.cleanclaim.pricing.physician.ServiceLine;
import org.jspecify.annotations.Nullable;

/// Works a contract's terms on one claim, in their order. Amounts are rounded half up to the cent,
/// as in the Medicare physician fee schedule.
final class ExpectedPayment {
  private static final String OFFICE = "11";

  private record Price(Term term, List<PriceStep> steps) {
    Money amount() {
      return Money.sum(steps.stream().map(PriceStep::amount).toList());
    }
  }

  private final Contract contract;
  private final List<ContractLine> claim;
  private final @Nullable HospitalStay stay;
  private final MedicareFees medicare;
  private final IdentityHashMap<ContractLine, Price> prices = new IdentityHashMap<>();
  private final IdentityHashMap<ContractLine, Finding> findings = new IdentityHashMap<>();

  ExpectedPayment(
      Contract contract,
      List<ContractLine> claim,
      @Nullable HospitalStay stay,
      MedicareFees medicare) {
    this.contract = contract;
    this.claim = claim;
    this.stay = stay;
    this.medicare = medicare;
  }

  List<Expectation> expectations() {
    for (ContractLine line : claim) {
      var finding = ContractFindings.of(contract, line);
      if (finding != null) findings.put(line, finding);
    }
    for (Term term : contract.terms()) {
      var lines = claim.stream().filter(line -> isOpen(line) && fits(term, line)).toList();
      if (!lines.isEmpty()) price(term, lines);
    }
    if (contract.multipleProcedures() != null) reduce(contract.multipleProcedures());
    return claim.stream().map(this::expectation).toList();
  }

  private boolean isOpen(ContractLine line) {
    return !prices.containsKey(line) && !findings.containsKey(line);
  }

  private boolean fits(Term term, ContractLine line) {
    return term.period().contains(line.servedOn()) && term.scope().contains(line, claim, stay);
  }

  private void price(Term term, List<ContractLine> lines) {
    switch (term.payment()) {
      case Payment.Fees fees -> lines.forEach(line -> byFee(term, fees, line));
      case Payment.ShareOfMedicare share -> byMedicare(term, share, lines);
      case Payment.ShareOfCharge share -> {
        for (ContractLine line : lines) {
          Money amount = line.charge().times(share.share(), RoundingMode.HALF_UP);
          put(line, term, percent(share.share()) + " of the charge " + line.charge(), amount);
        }
      }
      case Payment.CaseRate rate ->
          byCase(term, "case rate " + rate.amount(), rate.amount(), lines);
      case Payment.DrgRate rate -> byDrg(term, rate.base(), lines);
      case Payment.PerDiem perDiem -> {
        for (ContractLine line : lines) {
          Money amount = perDiem.amount().times(line.units(), RoundingMode.HALF_UP);
          put(line, term, times("per diem", perDiem.amount(), line.units()), amount);
        }
      }
      case Payment.Included included ->
          lines.forEach(line -> put(line, term, "held by the price of another line", Money.ZERO));
      case Payment.Capitated capitated ->
          lines.forEach(line -> put(line, term, "covered by the monthly payment", Money.ZERO));
    }
  }

  /// One amount for all lines of the case, on those with the highest charges as far as these go.
  /// What is above all charges stands on the first of them.
  private void byCase(Term term, String text, Money rate, List<ContractLine> lines) {
    var byCharge =
        lines.stream().sorted(Comparator.comparing(ContractLine::charge).reversed()).toList();
    Money left = rate;
    for (ContractLine line : byCharge) {
      Money part = left.min(line.charge());
      put(line, term, part.isZero() ? "part of the case" : text, part);
      left = left.minus(part);
    }
    add(byCharge.getFirst(), "what is above all charges", left, source(term));
  }

  private void byDrg(Term term, Money base, List<ContractLine> lines) {
    if (stay == null) return;
    var weight = medicare.drgWeight(stay);
    if (weight.isEmpty()) {
      lines.forEach(line -> findings.put(line, ContractFindings.noWeight(line, stay)));
      return;
    }
    String text = "base rate %s × weight %s of DRG %s".formatted(base, weight.get(), stay.drg());
    byCase(term, text, base.times(weight.get(), RoundingMode.HALF_UP), lines);
  }

  private void byFee(Term term, Payment.Fees fees, ContractLine line) {
    if (line.procedure() == null) return;
    fees.schedule()
        .price(line.procedure(), line.modifiers(), line.servedOn())
        .ifPresent(fee ->
            put(
                line,
                term,
                times("fee schedule", fee, line.units()),
                fee.times(line.units(), RoundingMode.HALF_UP)));
  }

  private void byMedicare(Term term, Payment.ShareOfMedicare share, List<ContractLine> lines) {
    var byDay = new TreeMap<LocalDate, List<ContractLine>>();
    for (ContractLine line : lines) {
      if (line.procedure() == null || !isWhole(line.units())) continue;
      byDay.computeIfAbsent(line.servedOn(), d -> new ArrayList<>()).add(line);
    }
    byDay.forEach((day, ofDay) -> {
      var pricer = medicare.on(day);
      if (pricer.isEmpty()) {
        for (ContractLine line : ofDay) {
          findings.put(line, ContractFindings.noMedicareTable(line));
        }
        return;
      }
      var priced =
          pricer
              .get()
              .price(
                  ofDay.stream().map(ExpectedPayment::medicareLine).toList(),
                  share.locality(),
                  Practitioner.PHYSICIAN,
                  Participation.PARTICIPATING);
      for (int i = 0; i < ofDay.size(); i++) {
        if (priced.get(i) instanceof LinePrice.Priced p) {
          Money amount = p.allowed().times(share.share(), RoundingMode.HALF_UP);
          var steps = new ArrayList<>(p.steps());
          steps.add(
              new PriceStep(
                  percent(share.share()) + " of Medicare",
                  amount.minus(p.allowed()),
                  source(term)));
          prices.put(ofDay.get(i), new Price(term, steps));
        }
      }
    });
  }

  private static boolean isWhole(BigDecimal units) {
    return units.stripTrailingZeros().scale() <= 0 && units.precision() < 10;
  }

  private static ServiceLine medicareLine(ContractLine line) {
    return new ServiceLine(
        line.number(),
        Objects.requireNonNull(line.procedure()).value(),
        line.modifiers().stream().map(Modifier::value).toList(),
        line.units().intValueExact(),
        line.placeOfService() == null ? OFFICE : line.placeOfService().value(),
        null,
        null);
  }

  /// Ranks the procedures of each day by price.
  private void reduce(MultipleProcedurePolicy policy) {
    var byDay = new LinkedHashMap<LocalDate, List<ContractLine>>();
    for (ContractLine line : claim) {
      var price = prices.get(line);
      if (price == null || !policy.ranks(line)) continue;
      if (price.term().payment() instanceof Payment.Fees
          || price.term().payment() instanceof Payment.ShareOfCharge) {
        byDay.computeIfAbsent(line.servedOn(), d -> new ArrayList<>()).add(line);
      }
    }
    for (List<ContractLine> ranked : byDay.values()) {
      ranked.sort(Comparator.comparing(this::amount).reversed());
      for (int rank = 0; rank < ranked.size(); rank++) {
        Money full = amount(ranked.get(rank));
        BigDecimal share = policy.share(rank);
        Money reduced = full.times(share, RoundingMode.HALF_UP);
        add(
            ranked.get(rank),
            "procedure %d of the day, %s".formatted(rank + 1, percent(share)),
            reduced.minus(full),
            contract.name() + ", multiple procedures");
      }
    }
  }

  private Money amount(ContractLine line) {
    var price = prices.get(line);
    return price == null ? Money.ZERO : price.amount();
  }

  private Expectation expectation(ContractLine line) {
    var price = prices.get(line);
    if (price == null) {
      var finding = findings.get(line);
      return new Expectation.Unpriced(
          line.number(), finding == null ? ContractFindings.noTerm(contract, line) : finding);
    }
    if (contract.cap() == ChargeCap.LESSER_OF_CHARGE) {
      Money above = price.amount().minus(line.charge());
      if (above.isPositive()) {
        add(line, "never more than the charge", above.negated(), contract.name() + ", lesser of");
      }
    }
    return new Expectation.Allowed(
        line.number(),
        amount(line),
        price.term().name(),
        Objects.requireNonNull(prices.get(line)).steps());
  }

  private void put(ContractLine line, Term term, String text, Money amount) {
    prices.put(line, new Price(term, List.of(new PriceStep(text, amount, source(term)))));
  }

  private void add(ContractLine line, String text, Money amount, String source) {
    var price = prices.get(line);
    if (price == null || amount.isZero()) return;
    var steps = new ArrayList<>(price.steps());
    steps.add(new PriceStep(text, amount, source));
    prices.put(line, new Price(price.term(), steps));
  }

  private String source(Term term) {
    return contract.name() + ", " + term.name();
  }

  private static String times(String what, Money amount, BigDecimal units) {
    return "%s %s × %s".formatted(what, amount, units.stripTrailingZeros().toPlainString());
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + " percent";
  }
}
