package org.cleanclaim.kernel.remittance;

import java.util.List;
import java.util.function.Consumer;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.BalanceProof.Equation;
import org.cleanclaim.kernel.remittance.BalanceProof.Level;

/// Works out the balance equations of a remittance claim by claim, so that a file of any size is
/// proven without being held.
public final class BalanceCheck {
  private static final String SERVICE = "charge - adjustments = paid";
  private static final String CLAIM = "charge - adjustments = paid";
  private static final String SERVICES = "services paid - claim adjustments = paid";
  private static final String TRANSACTION = "claims paid - provider adjustments = amount paid";

  private final Consumer<Equation> receiver;
  private int claims;
  private long equations;
  private Money claimsPaid = Money.ZERO;

  /// @param receiver is given each equation, in the order of the file
  public BalanceCheck(Consumer<Equation> receiver) {
    this.receiver = receiver;
  }

  /// The next claim payment of the transaction.
  public void take(ClaimPayment claim) {
    claims++;
    Money claimAdjusted = total(claim.adjustments());
    Money serviceAdjusted = Money.ZERO;
    Money servicePaid = Money.ZERO;
    int number = 0;
    for (ServicePayment service : claim.services()) {
      number++;
      Money adjusted = total(service.adjustments());
      serviceAdjusted = serviceAdjusted.plus(adjusted);
      servicePaid = servicePaid.plus(service.paid());
      give(
          Level.SERVICE,
          claim.claimControlNumber() + " service " + number,
          SERVICE,
          service.charged().minus(adjusted),
          service.paid(),
          number);
    }
    String where = claim.claimControlNumber();
    Money left = claim.charged().minus(claimAdjusted).minus(serviceAdjusted);
    give(Level.CLAIM, where, CLAIM, left, claim.paid(), 0);
    if (!claim.services().isEmpty()) {
      give(Level.CLAIM, where, SERVICES, servicePaid.minus(claimAdjusted), claim.paid(), 0);
    }
    claimsPaid = claimsPaid.plus(claim.paid());
  }

  /// All claim payments were given: the equation of the transaction is left.
  ///
  /// @param remittance its header and provider-level adjustments; its claims are not read
  public void finish(Remittance remittance) {
    Money adjusted =
        Money.sum(
            remittance.providerAdjustments().stream().map(ProviderAdjustment::amount).toList());
    equations++;
    receiver.accept(
        new Equation(
            Level.TRANSACTION,
            remittance.trace(),
            TRANSACTION,
            claimsPaid.minus(adjusted),
            remittance.received(),
            0,
            0));
  }

  /// Claim payments so far.
  public int claims() {
    return claims;
  }

  /// Equations so far.
  public long equations() {
    return equations;
  }

  private void give(
      Level level, String where, String formula, Money expected, Money stated, int service) {
    equations++;
    receiver.accept(new Equation(level, where, formula, expected, stated, claims, service));
  }

  private static Money total(List<Adjustment> adjustments) {
    Money total = Money.ZERO;
    for (Adjustment adjustment : adjustments) total = total.plus(adjustment.amount());
    return total;
  }
}
