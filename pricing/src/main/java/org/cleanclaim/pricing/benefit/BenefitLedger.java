package org.cleanclaim.pricing.benefit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.benefit.Accumulators.Borne;
import org.cleanclaim.pricing.benefit.Accumulators.Used;
import org.cleanclaim.pricing.benefit.BenefitPlan.CarryOver;
import org.cleanclaim.pricing.cob.SecondaryBenefit;
import org.jspecify.annotations.Nullable;

/// The accumulators of one family under one plan, with a date on every entry. A claim is decided by
/// what stands when it comes; [#reverse] takes its entries off; [#rerun] decides all that is left
/// again by day of service, as if it had come in that order.
public final class BenefitLedger {
  /// What one line counted.
  private record Entry(
      String claim,
      String person,
      LocalDate on,
      NetworkTier tier,
      ServiceCategory category,
      Money deductible,
      Money costShare,
      int visits,
      Money paid) {}

  /// A claim and how its lines came out.
  ///
  /// @param outOfOrder set when the family has later services that were decided before
  public record Posted(BenefitClaim claim, List<LineBenefit> lines, @Nullable Finding outOfOrder) {
    public Posted {
      lines = List.copyOf(lines);
    }
  }

  /// A claim whose lines came out differently when they were decided again.
  public record Rerun(Posted before, Posted after) {}

  private record Placed(BenefitClaim claim, int place) {
    BenefitLine line() {
      return claim.lines().get(place);
    }
  }

  private static final Comparator<Placed> BY_DAY =
      Comparator.comparing((Placed p) -> p.line().servedOn())
          .thenComparing(p -> p.claim().receivedOn())
          .thenComparing(p -> p.claim().id())
          .thenComparingInt(p -> p.line().number());

  private final BenefitPlan plan;
  private final Map<String, Accumulators> openings;
  private final EffectivePeriod openedYear;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Posted> posted = new LinkedHashMap<>();

  /// @param openings everybody insured, with what they had borne when the ledger was opened
  /// @param openedOn lies in the benefit year of the openings
  public BenefitLedger(BenefitPlan plan, Map<String, Accumulators> openings, LocalDate openedOn) {
    this.plan = plan;
    this.openings = Map.copyOf(openings);
    this.openedYear = plan.yearOf(openedOn);
  }

  /// Decides a claim by what stands now.
  ///
  /// @throws IllegalArgumentException when the claim was posted and not reversed
  public Posted post(BenefitClaim claim) {
    if (posted.containsKey(claim.id())) throw new IllegalArgumentException("claim posted twice");
    Finding late = outOfOrder(claim);
    var placed = places(claim);
    placed.sort(BY_DAY);
    var lines = new LineBenefit[placed.size()];
    for (Placed p : placed) lines[p.place()] = decide(p);
    var result = new Posted(claim, List.of(finished(claim, lines)), late);
    posted.put(claim.id(), result);
    return result;
  }

  private static List<Placed> places(BenefitClaim claim) {
    var places = new ArrayList<Placed>();
    for (int i = 0; i < claim.lines().size(); i++) places.add(new Placed(claim, i));
    return places;
  }

  /// Medicare compares what it would pay alone with what the primary did, for a claim as a whole.
  private LineBenefit[] finished(BenefitClaim claim, LineBenefit[] lines) {
    return isMedicare() ? MedicareAfterAnother.decide(claim, lines) : lines;
  }

  private boolean isMedicare() {
    return plan.coordination() == SecondaryBenefit.Method.MEDICARE;
  }

  private LineBenefit decide(Placed placed) {
    var line = isMedicare() ? MedicareAfterAnother.alone(placed.line()) : placed.line();
    String person = placed.claim().person();
    if (!openings.containsKey(person)) {
      return new LineBenefit.Undecided(
          line,
          BenefitFindings.finding(
              line,
              "Patient",
              "The patient is not insured under the plan " + plan.name() + ".",
              "Add the person to the plan's members, or send the claim to another plan."));
    }
    var before = accumulators(person, line.servedOn());
    var result = Adjudicator.adjudicate(plan, before, List.of(line));
    var decided = result.lines().getFirst();
    if (decided instanceof LineBenefit.Decided d) {
      Borne was = before.borne(line.tier());
      Borne is = result.accumulators().borne(line.tier());
      int visits =
          result.accumulators().used(line.category()).visits()
              - before.used(line.category()).visits();
      entries.add(
          new Entry(
              placed.claim().id(),
              person,
              line.servedOn(),
              line.tier(),
              line.category(),
              is.deductible().minus(was.deductible()),
              is.outOfPocket().minus(was.outOfPocket()),
              visits,
              d.paid()));
    }
    return decided;
  }

  private @Nullable Finding outOfOrder(BenefitClaim claim) {
    for (BenefitLine line : claim.lines()) {
      for (Entry entry : entries) {
        if (entry.on().isAfter(line.servedOn())
            && plan.yearOf(line.servedOn()).contains(entry.on())) {
          return BenefitFindings.finding(
              line,
              "Day of service",
              "Services of the family on %s were decided before this one of %s."
                  .formatted(entry.on(), line.servedOn()),
              "Decide the family's claims again in the order of their days.");
        }
      }
    }
    return null;
  }

  /// Takes a claim off as if it had never come.
  ///
  /// @return how it had come out
  /// @throws IllegalArgumentException when no such claim stands
  public Posted reverse(String id) {
    var taken = posted.remove(id);
    if (taken == null) throw new IllegalArgumentException("no claim " + id);
    entries.removeIf(entry -> entry.claim().equals(id));
    return taken;
  }

  /// Decides all claims again by day of service, then by day of receipt and number.
  ///
  /// @return those that came out differently
  public List<Rerun> rerun() {
    var before = new LinkedHashMap<>(posted);
    var all = new ArrayList<Placed>();
    for (Posted p : before.values()) all.addAll(places(p.claim()));
    all.sort(BY_DAY);
    entries.clear();
    var results = new HashMap<String, LineBenefit[]>();
    for (Placed p : all) {
      results
              .computeIfAbsent(p.claim().id(), id -> new LineBenefit[p.claim().lines().size()])[
              p.place()] =
          decide(p);
    }
    var changed = new ArrayList<Rerun>();
    for (Posted old : before.values()) {
      var lines = results.get(old.claim().id());
      var fresh =
          new Posted(
              old.claim(), lines == null ? List.of() : List.of(finished(old.claim(), lines)), null);
      posted.put(old.claim().id(), fresh);
      if (!fresh.lines().equals(old.lines())) changed.add(new Rerun(old, fresh));
    }
    return List.copyOf(changed);
  }

  /// What stands for a person in the benefit year of a day.
  public Accumulators accumulators(String person, LocalDate on) {
    var year = plan.yearOf(on);
    var borne = new HashMap<NetworkTier, Borne>();
    var used = new HashMap<ServiceCategory, Used>();
    if (year.equals(openedYear)) open(person, borne, used);
    for (Entry entry : entries) {
      if (year.contains(entry.on())) count(entry, person, borne, used);
      else if (carriesOver(entry.on(), year)) carry(entry, person, borne);
    }
    return new Accumulators(borne, used);
  }

  /// The family's amount is the largest that anyone's opening states.
  private void open(String person, Map<NetworkTier, Borne> borne, Map<ServiceCategory, Used> used) {
    for (var opening : openings.entrySet()) {
      boolean isOwn = opening.getKey().equals(person);
      opening
          .getValue()
          .borne()
          .forEach((tier, b) -> {
            Borne so = borne.getOrDefault(tier, Borne.NOTHING);
            borne.put(
                tier,
                new Borne(
                    isOwn ? b.deductible() : so.deductible(),
                    so.familyDeductible().max(b.familyDeductible()),
                    isOwn ? b.outOfPocket() : so.outOfPocket(),
                    so.familyOutOfPocket().max(b.familyOutOfPocket())));
          });
      if (isOwn) used.putAll(opening.getValue().used());
    }
  }

  private void count(
      Entry entry, String person, Map<NetworkTier, Borne> borne, Map<ServiceCategory, Used> used) {
    boolean isOwn = entry.person().equals(person);
    add(entry, borne, amounts(isOwn, entry.deductible(), entry.costShare()));
    if (isOwn && entry.visits() > 0) {
      used.merge(entry.category(), new Used(entry.visits(), entry.paid()), Used::plus);
    }
  }

  private void carry(Entry entry, String person, Map<NetworkTier, Borne> borne) {
    add(entry, borne, amounts(entry.person().equals(person), entry.deductible(), Money.ZERO));
  }

  private void add(Entry entry, Map<NetworkTier, Borne> borne, Borne amounts) {
    borne.merge(entry.tier(), amounts, Borne::plus);
    plan.at(entry.tier())
        .ifPresent(tier -> {
          for (NetworkTier other : tier.countsToward()) {
            if (!other.equals(entry.tier())) borne.merge(other, amounts, Borne::plus);
          }
        });
  }

  private static Borne amounts(boolean isOwn, Money deductible, Money costShare) {
    return new Borne(
        isOwn ? deductible : Money.ZERO, deductible, isOwn ? costShare : Money.ZERO, costShare);
  }

  private boolean carriesOver(LocalDate on, EffectivePeriod year) {
    return plan.carryOver() == CarryOver.FOURTH_QUARTER
        && on.isBefore(year.from())
        && !on.isBefore(year.from().minusMonths(3));
  }
}
