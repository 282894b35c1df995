package org.cleanclaim.pricing.benefit;

import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.pricing.PriceStep;

/// What came of a line.
public sealed interface LineBenefit {
  BenefitLine line();

  /// The line was decided: billed less all adjustments is paid.
  ///
  /// @param allowed zero where the plan does not cover the line
  /// @param steps from the charge to what the plan pays; they add up to it
  record Decided(
      BenefitLine line,
      Money allowed,
      Money deductible,
      Money copay,
      Money coinsurance,
      Money paid,
      List<Adjustment> adjustments,
      List<PriceStep> steps)
      implements LineBenefit {
    public Decided {
      adjustments = List.copyOf(adjustments);
      steps = List.copyOf(steps);
    }

    /// Deductible, copay and coinsurance, which count toward the out-of-pocket maximum.
    public Money costShare() {
      return deductible.plus(copay).plus(coinsurance);
    }
  }

  /// The line cannot be decided; nothing was counted for it.
  record Undecided(BenefitLine line, Finding finding) implements LineBenefit {}
}
