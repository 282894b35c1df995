package org.cleanclaim.pricing.estimate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.pricing.PriceStep;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.Adjudicator;
import org.cleanclaim.pricing.benefit.BenefitLine;
import org.cleanclaim.pricing.benefit.BenefitPlan;
import org.cleanclaim.pricing.benefit.LineBenefit;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.ContractLine;
import org.cleanclaim.pricing.contract.Expectation;
import org.cleanclaim.pricing.contract.MedicareFees;
import org.jspecify.annotations.Nullable;

/// What an insured patient is likely to pay: what the contract allows, worked through the plan as
/// its accumulators stand.
///
/// @param lines in the order given
/// @param patientPays of the lines that could be estimated
public record PatientEstimate(
    List<Line> lines, Money charged, Money patientPays, Money planPays, Confidence confidence) {
  private static final int FRESH_DAYS = 7;

  /// @param decided null where the line could not be estimated
  /// @param term of the contract that decided; null where none did
  /// @param priceSteps how the allowed amount came about; they add up to it
  /// @param finding why it could not be estimated; null where it could
  public record Line(
      ContractLine service,
      LineBenefit.@Nullable Decided decided,
      @Nullable String term,
      List<PriceStep> priceSteps,
      @Nullable Finding finding) {
    public Line {
      priceSteps = List.copyOf(priceSteps);
    }

    /// Cost share and what the plan does not cover or leaves to the patient.
    public Money patientPays() {
      if (decided == null) return Money.ZERO;
      Money pays = Money.ZERO;
      for (var adjustment : decided.adjustments()) {
        if (adjustment.group() == AdjustmentGroup.PR) {
          pays = pays.plus(adjustment.amount());
        }
      }
      return pays;
    }
  }

  /// What an estimate starts from.
  ///
  /// @param knownOn the day on which the accumulators were told
  public record Basis(
      Contract contract,
      MedicareFees medicare,
      BenefitPlan plan,
      NetworkTier tier,
      Function<ContractLine, ServiceCategory> category,
      Accumulators accumulators,
      LocalDate knownOn) {}

  public PatientEstimate {
    lines = List.copyOf(lines);
  }

  /// @param estimatedOn the day on which the estimate is made
  public static PatientEstimate of(
      Basis basis, List<ContractLine> services, LocalDate estimatedOn) {
    var priced = new ArrayList<BenefitLine>();
    var expectations = basis.contract().expect(services, basis.medicare());
    for (int i = 0; i < services.size(); i++) {
      if (expectations.get(i) instanceof Expectation.Allowed allowed) {
        priced.add(priced(basis, services.get(i), allowed));
      }
    }
    Map<Integer, LineBenefit> benefits = new HashMap<>();
    for (LineBenefit benefit :
        Adjudicator.adjudicate(basis.plan(), basis.accumulators(), priced).lines()) {
      benefits.put(benefit.line().number(), benefit);
    }
    var lines = new ArrayList<Line>();
    for (int i = 0; i < services.size(); i++) {
      var service = services.get(i);
      lines.add(line(service, expectations.get(i), benefits.get(service.number())));
    }
    Money charged = Money.sum(services.stream().map(ContractLine::charge).toList());
    Money plan = Money.ZERO;
    for (Line line : lines) if (line.decided() != null) plan = plan.plus(line.decided().paid());
    return new PatientEstimate(
        lines,
        charged,
        Money.sum(lines.stream().map(Line::patientPays).toList()),
        plan,
        confidence(basis, lines, estimatedOn));
  }

  private static BenefitLine priced(
      Basis basis, ContractLine service, Expectation.Allowed allowed) {
    return new BenefitLine(
        service.number(),
        service.servedOn(),
        service.charge(),
        allowed.allowed(),
        basis.category().apply(service),
        basis.tier());
  }

  private static Line line(
      ContractLine service, Expectation expectation, @Nullable LineBenefit benefit) {
    return switch (expectation) {
      case Expectation.Unpriced unpriced ->
          new Line(service, null, null, List.of(), unpriced.finding());
      case Expectation.Allowed allowed ->
          switch (benefit) {
            case LineBenefit.Decided decided ->
                new Line(service, decided, allowed.term(), allowed.steps(), null);
            case LineBenefit.Undecided undecided ->
                new Line(service, null, allowed.term(), allowed.steps(), undecided.finding());
            case null -> throw new IllegalStateException("a priced line has its benefit");
          };
    };
  }

  private static Confidence confidence(Basis basis, List<Line> lines, LocalDate estimatedOn) {
    var missing = new ArrayList<String>();
    var reasons = new ArrayList<String>();
    for (Line line : lines) {
      if (line.finding() != null) {
        missing.add("Line %d has no estimate.".formatted(line.service().number()));
      }
    }
    if (basis.knownOn().isBefore(estimatedOn.minusDays(FRESH_DAYS))) {
      reasons.add(
          "What has been met of the deductible was told on %s; ask the plan again."
              .formatted(basis.knownOn()));
    }
    boolean isNextYear =
        lines.stream()
            .anyMatch(
                line -> !basis.plan().yearOf(basis.knownOn()).contains(line.service().servedOn()));
    if (isNextYear) {
      reasons.add("The service lies in another benefit year than the amounts met so far.");
    }
    missing.addAll(reasons);
    boolean isPartial = missing.size() > reasons.size();
    return new Confidence(
        isPartial
            ? Confidence.Level.LOW
            : reasons.isEmpty() ? Confidence.Level.HIGH : Confidence.Level.MEDIUM,
        missing);
  }
}
