package org.cleanclaim.pricing.benefit;

import org.cleanclaim.kernel.Money;

/// A member's shares of one line in cents, while they are worked out.
final class Shares {
  private long deductible;
  private long copay;
  private long coinsurance;

  long cents(CostShare share) {
    return switch (share) {
      case DEDUCTIBLE -> deductible;
      case COPAY -> copay;
      case COINSURANCE -> coinsurance;
    };
  }

  void set(CostShare share, long cents) {
    switch (share) {
      case DEDUCTIBLE -> deductible = cents;
      case COPAY -> copay = cents;
      case COINSURANCE -> coinsurance = cents;
    }
  }

  long sum() {
    return deductible + copay + coinsurance;
  }

  Money money(CostShare share) {
    return Money.ofCents(cents(share));
  }

  /// Gives back what exceeds the most, in the order of the relief.
  void cutTo(long most, Iterable<CostShare> relief) {
    long excess = sum() - most;
    for (CostShare share : relief) {
      if (excess <= 0) return;
      long given = Math.min(excess, cents(share));
      set(share, cents(share) - given);
      excess -= given;
    }
  }
}
