package org.cleanclaim.pricing.cob;

import org.cleanclaim.kernel.Money;

/// What a plan pays after another one. Source: NAIC Coordination of Benefits Model Regulation (MDL
/// 120) for `STANDARD`; the other two are plan terms of self-insured groups.
///
/// @param paid by this plan, never more than what the primary left to the patient
/// @param patientOwes what is left after both
public record SecondaryBenefit(Money normalBenefit, Money paid, Money patientOwes) {

  /// How a plan reckons with what the primary paid.
  public enum Method {
    /// Its own benefit, up to what the primary left to the patient.
    STANDARD,
    /// What its own benefit exceeds the primary's payment by.
    NON_DUPLICATION,
    /// Its own benefit of what the primary's payment left of its own allowed amount.
    MAINTENANCE_OF_BENEFITS,
    /// The least of the amounts of 42 CFR 411.33. Of one service alone that is its own benefit, up
    /// to what the primary left; the ledger compares the services of an institution together.
    MEDICARE
  }

  /// A plan's own benefit of an amount it allows, its deductible and shares taken off.
  @FunctionalInterface
  public interface OwnBenefit {
    Money of(Money allowed);
  }

  /// What the primary decided.
  public record Primary(Money allowed, Money paid) {
    /// What it left to the patient.
    public Money patientOwes() {
      return allowed.minus(paid).max(Money.ZERO);
    }
  }

  /// Works out the payment of a line or claim.
  ///
  /// @param allowed by this plan
  public static SecondaryBenefit of(
      Method method, Primary primary, Money allowed, OwnBenefit benefit) {
    Money normal = benefit.of(allowed);
    Money before =
        switch (method) {
          case STANDARD, MEDICARE -> normal;
          case NON_DUPLICATION -> normal.minus(primary.paid()).max(Money.ZERO);
          case MAINTENANCE_OF_BENEFITS -> benefit.of(allowed.minus(primary.paid()).max(Money.ZERO));
        };
    Money paid = before.min(primary.patientOwes());
    return new SecondaryBenefit(normal, paid, primary.patientOwes().minus(paid));
  }
}
