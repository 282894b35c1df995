package org.cleanclaim.pricing.contract;

import java.math.BigDecimal;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.FeeSchedule;
import org.cleanclaim.pricing.physician.Locality;

/// One term of a contract: which lines, on which days, at what price.
///
/// @param name as people call it: `office visits`, `knee replacement`
public record Term(String name, EffectivePeriod period, LineScope scope, Payment payment) {

  /// How a term pays.
  public sealed interface Payment {
    /// Whether it is one amount for several lines.
    default boolean isForCase() {
      return this instanceof CaseRate || this instanceof DrgRate;
    }

    /// The schedule's price for each unit. A code that is not on it is left to the next term.
    record Fees(FeeSchedule schedule) implements Payment {}

    /// A share of what Medicare allows for all services of the day together. A code without a
    /// Medicare price is left to the next term.
    ///
    /// @param share `1.25` is 125 percent
    record ShareOfMedicare(BigDecimal share, Locality locality) implements Payment {}

    /// @param share `0.65` is 65 percent
    record ShareOfCharge(BigDecimal share) implements Payment {}

    /// One amount for all lines of the term on the claim; the line with the highest charge bears
    /// it.
    record CaseRate(Money amount) implements Payment {}

    /// A stay at the base rate times the relative weight of its DRG, for all lines of the term
    /// together. A claim that states no DRG is left to the next term.
    ///
    /// @param base for a stay of weight 1
    record DrgRate(Money base) implements Payment {}

    /// An amount for each day; the units of a line are days.
    record PerDiem(Money amount) implements Payment {}

    /// Nothing of its own: the price of another line holds it.
    record Included() implements Payment {}

    /// Nothing for the service: a sum per member and month covers it. The payer says so of each
    /// with CO-24.
    record Capitated() implements Payment {}
  }
}
