package org.cleanclaim.kernel.remittance;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;

/// The three balance equations of a remittance (X12 835 balancing), computed and never forced:
///
/// - service: charge − adjustments = paid
/// - claim: charge − claim and service adjustments = paid, and services add up to the claim when
///   sent
/// - transaction: sum of claim payments − provider adjustments = amount paid
///
/// @param equations every equation with both sides, in file order, the transaction's last
public record BalanceProof(List<Equation> equations) {

  /// Which level of the file an equation belongs to.
  public enum Level {
    SERVICE,
    CLAIM,
    TRANSACTION
  }

  /// @param where claim control number with the service number, or the trace number
  /// @param expected what the parts add up to
  /// @param stated what the file says
  public record Equation(Level level, String where, String formula, Money expected, Money stated) {
    public boolean holds() {
      return expected.equals(stated);
    }

    public Money difference() {
      return stated.minus(expected);
    }
  }

  public BalanceProof {
    equations = List.copyOf(equations);
  }

  public static BalanceProof of(Remittance remittance) {
    var equations = new ArrayList<Equation>();
    Money claimsPaid = Money.ZERO;
    for (ClaimPayment claim : remittance.claims()) {
      Money claimAdjusted = total(claim.adjustments());
      Money serviceAdjusted = Money.ZERO;
      Money servicePaid = Money.ZERO;
      int number = 0;
      for (ServicePayment service : claim.services()) {
        number++;
        Money adjusted = total(service.adjustments());
        serviceAdjusted = serviceAdjusted.plus(adjusted);
        servicePaid = servicePaid.plus(service.paid());
        equations.add(
            new Equation(
                Level.SERVICE,
                claim.claimControlNumber() + " service " + number,
                "charge - adjustments = paid",
                service.charged().minus(adjusted),
                service.paid()));
      }
      equations.add(
          new Equation(
              Level.CLAIM,
              claim.claimControlNumber(),
              "charge - adjustments = paid",
              claim.charged().minus(claimAdjusted).minus(serviceAdjusted),
              claim.paid()));
      if (!claim.services().isEmpty()) {
        equations.add(
            new Equation(
                Level.CLAIM,
                claim.claimControlNumber(),
                "services paid - claim adjustments = paid",
                servicePaid.minus(claimAdjusted),
                claim.paid()));
      }
      claimsPaid = claimsPaid.plus(claim.paid());
    }
    Money providerAdjusted =
        Money.sum(
            remittance.providerAdjustments().stream().map(ProviderAdjustment::amount).toList());
    equations.add(
        new Equation(
            Level.TRANSACTION,
            remittance.trace(),
            "claims paid - provider adjustments = amount paid",
            claimsPaid.minus(providerAdjusted),
            remittance.paid()));
    return new BalanceProof(equations);
  }

  public boolean holds() {
    return equations.stream().allMatch(Equation::holds);
  }

  public List<Equation> failures() {
    return equations.stream().filter(e -> !e.holds()).toList();
  }

  private static Money total(List<Adjustment> adjustments) {
    return Money.sum(adjustments.stream().map(Adjustment::amount).toList());
  }
}
