package org.cleanclaim.payer;

import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.pricing.PriceStep;
import org.jspecify.annotations.Nullable;

/// A claim as decided, with what led to it.
///
/// @param payment as the 835 tells it
/// @param lines a line's place is its place on the claim
/// @param outOfOrder set when the family has later services that were decided before; null
///   otherwise
public record DecidedClaim(
    ClaimPayment payment, List<DecidedLine> lines, @Nullable Finding outOfOrder) {
  public DecidedClaim {
    lines = List.copyOf(lines);
  }

  /// @param number of the line on the claim
  /// @param term of the contract that decided the allowed amount; null where none was asked
  /// @param priceSteps how the allowed amount came about; they add up to it
  /// @param benefitSteps from the charge to what is paid; they add up to it
  /// @param finding why the line could not be decided by contract and plan; null where it could
  public record DecidedLine(
      int number,
      @Nullable String term,
      List<PriceStep> priceSteps,
      List<PriceStep> benefitSteps,
      List<Adjustment> adjustments,
      @Nullable Finding finding) {
    public DecidedLine {
      priceSteps = List.copyOf(priceSteps);
      benefitSteps = List.copyOf(benefitSteps);
      adjustments = List.copyOf(adjustments);
    }
  }
}
