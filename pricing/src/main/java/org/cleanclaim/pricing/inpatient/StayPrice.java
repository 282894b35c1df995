package org.cleanclaim.pricing.inpatient;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;

/// What came of pricing a stay.
public sealed interface StayPrice {

  /// The stay has a price, before the patient's deductible and coinsurance.
  ///
  /// @param weight the DRG's, with what COVID-19 or a product without cost does to it
  /// @param fraction of the rate that is paid for a stay cut short
  /// @param parts that are not zero; they add up to the total
  /// @param standardized what the stay would be paid without the hospital's own factors
  /// @param recordsCut what the cut for electronic health records took away, within the rates
  /// @param steps that add up to the total
  record Paid(
      StayReturn how,
      BigDecimal wageIndex,
      BigDecimal weight,
      BigDecimal fraction,
      Map<StayPart, Money> parts,
      Money standardized,
      Money recordsCut,
      List<PriceStep> steps)
      implements StayPrice {
    public Paid {
      var ordered = new EnumMap<StayPart, Money>(StayPart.class);
      ordered.putAll(parts);
      parts = Collections.unmodifiableMap(ordered);
      steps = List.copyOf(steps);
    }

    public Money total() {
      return Money.sum(parts.values());
    }

    /// A part's amount; zero where it has none.
    public Money part(StayPart part) {
      return parts.getOrDefault(part, Money.ZERO);
    }
  }

  /// The stay has no price, and why.
  record Refused(StayReturn why, Finding finding) implements StayPrice {}
}
