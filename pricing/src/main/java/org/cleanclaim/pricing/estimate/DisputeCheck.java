package org.cleanclaim.pricing.estimate;

import java.time.LocalDate;
import org.cleanclaim.kernel.Money;

/// Whether a bill may be disputed against its good-faith estimate, provider by provider. Source: 45
/// CFR 149.620.
///
/// @param excess what was billed above the estimate; negative below it
/// @param disputableUntil the last day to begin, 120 calendar days after the first bill came
public record DisputeCheck(
    Money estimated, Money billed, Money excess, LocalDate disputableUntil, Outcome outcome) {
  /// What is substantially more than expected.
  public static final Money THRESHOLD = Money.of("400.00");

  private static final int DAYS = 120;

  /// What the patient may do.
  public enum Outcome {
    WITHIN_ESTIMATE,
    /// Above the estimate, but by less than the threshold.
    ABOVE_ESTIMATE,
    /// By at least the threshold.
    DISPUTABLE
  }

  public static DisputeCheck of(
      GoodFaithEstimate.Part part, Money billed, LocalDate firstBillReceivedOn) {
    Money excess = billed.minus(part.expected());
    Outcome outcome =
        excess.compareTo(THRESHOLD) >= 0
            ? Outcome.DISPUTABLE
            : excess.isPositive() ? Outcome.ABOVE_ESTIMATE : Outcome.WITHIN_ESTIMATE;
    return new DisputeCheck(
        part.expected(), billed, excess, firstBillReceivedOn.plusDays(DAYS), outcome);
  }
}
