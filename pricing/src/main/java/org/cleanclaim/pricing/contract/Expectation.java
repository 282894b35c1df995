package org.cleanclaim.pricing.contract;

import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;

/// What a contract says of a line.
public sealed interface Expectation {
  /// The line's number on the claim.
  int number();

  /// @param allowed the steps add up to it
  /// @param term the name of the term that decided
  record Allowed(int number, Money allowed, String term, List<PriceStep> steps)
      implements Expectation {
    public Allowed {
      steps = List.copyOf(steps);
    }
  }

  /// The contract has no price for the line, and why.
  record Unpriced(int number, Finding finding) implements Expectation {}
}
