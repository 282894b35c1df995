package org.cleanclaim.app.practice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.payer.Member;
import org.cleanclaim.payer.PayerBook;
import org.cleanclaim.payer.PayerBox;
import org.cleanclaim.payer.PlannedEvent;
import org.cleanclaim.pricing.FeeSchedule;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.BenefitPlan;
import org.cleanclaim.pricing.benefit.CategoryBenefit;
import org.cleanclaim.pricing.benefit.FamilyLimit;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.benefit.TierBenefits;
import org.cleanclaim.pricing.contract.Contract;

/// A payer in a box as a test needs it: one plan, with an out-of-pocket limit of 4,000 dollars.
public final class BoxedPayer {
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final ServiceCategory OFFICE = new ServiceCategory("office");

  private final String name;
  private final PayerId id;
  private final FilingIndicator filing;
  private final Map<MemberId, LocalDate> members = new HashMap<>();
  private final Map<ServiceCategory, CategoryBenefit> benefits = new HashMap<>();
  private final Map<ProcedureCode, ServiceCategory> categories = new HashMap<>();
  private final Set<ProcedureCode> authorized = new HashSet<>();
  private final Map<String, String> allowed = new HashMap<>();
  private Money deductible = Money.ZERO;
  private BigDecimal patientShare = new BigDecimal("0.20");

  public BoxedPayer(String name, PayerId id, FilingIndicator filing) {
    this.name = name;
    this.id = id;
    this.filing = filing;
  }

  /// Members who are covered all the time.
  public BoxedPayer members(List<String> numbers) {
    for (String number : numbers) member(number, LONG_AGO);
    return this;
  }

  public BoxedPayer member(String number, LocalDate from) {
    members.put(new MemberId(number), from);
    return this;
  }

  public BoxedPayer deductible(String dollars) {
    deductible = Money.of(dollars);
    return this;
  }

  /// The share of the patient in what is allowed, where nothing else is said.
  public BoxedPayer patientShare(String share) {
    patientShare = new BigDecimal(share);
    return this;
  }

  /// What the patient pays for services of the office, and which those are.
  public BoxedPayer officeCopay(String dollars, String... procedures) {
    benefits.put(OFFICE, CategoryBenefit.copaid(Money.of(dollars)));
    for (String procedure : procedures) categories.put(new ProcedureCode(procedure), OFFICE);
    return this;
  }

  /// Allows amounts for services.
  public BoxedPayer allowed(Map<String, String> dollarsOfCode) {
    allowed.putAll(dollarsOfCode);
    return this;
  }

  /// Services that are paid with an authorization only.
  public BoxedPayer authorized(String... procedures) {
    Arrays.stream(procedures).map(ProcedureCode::new).forEach(authorized::add);
    return this;
  }

  /// @param seed what its numbers are drawn from
  /// @param events what it will do beyond its rules
  public PayerBox box(int seed, PlannedEvent... events) {
    var plan =
        BenefitPlan.of(
            "Gold",
            new TierBenefits(
                FamilyLimit.embedded(deductible, null),
                FamilyLimit.embedded(Money.of("4000.00"), null),
                CategoryBenefit.coinsured(patientShare),
                benefits),
            Set.of(),
            Map.of());
    var known = new HashMap<MemberId, Member>();
    members.forEach((number, from) ->
        known.put(
            number, new Member(number, EffectivePeriod.from(from), plan, Accumulators.NONE, from)));
    return new PayerBox(
        new PayerBook(
            name,
            id,
            null,
            null,
            filing,
            known,
            Contract.of("A contract", EffectivePeriod.from(LONG_AGO), schedule()),
            categories,
            Set.of(),
            authorized,
            365,
            10,
            false),
        List.of(events),
        seed);
  }

  private FeeSchedule schedule() {
    return FeeSchedule.of(
        Visits.fees(allowed).stream()
            .map(f -> new FeeSchedule.Row(f.procedure(), null, f.amount(), f.period()))
            .toList());
  }
}
