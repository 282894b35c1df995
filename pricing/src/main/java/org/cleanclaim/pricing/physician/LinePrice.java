package org.cleanclaim.pricing.physician;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;

/// What came of pricing a line.
public sealed interface LinePrice {
  /// The line's number on the claim.
  int number();

  /// @param allowed what Medicare takes as the price; the steps add up to it
  /// @param notes what somebody should see to, such as documents that are asked for
  record Priced(int number, Money allowed, List<PriceStep> steps, List<String> notes)
      implements LinePrice {
    private static final BigDecimal MEDICARE = new BigDecimal("0.80");
    private static final BigDecimal SEQUESTRATION = new BigDecimal("0.02");
    private static final BigDecimal LIMITING_CHARGE = new BigDecimal("1.15");

    /// Medicare's 80 percent once the deductible is met, half up to the cent. Source: Social
    /// Security Act, section 1833(a)(1).
    public Money medicareShare() {
      return allowed.times(MEDICARE, RoundingMode.HALF_UP);
    }

    /// What is left to the patient.
    public Money patientShare() {
      return allowed.minus(medicareShare());
    }

    /// What sequestration takes off Medicare's share, half up to the cent; the patient owes none of
    /// it. Source: Budget Control Act of 2011, 2 percent.
    public Money sequestration() {
      return medicareShare().times(SEQUESTRATION, RoundingMode.HALF_UP);
    }

    /// The most that a practitioner may charge who neither participates nor takes assignment; of
    /// use when the line was priced as not participating. Source: 42 CFR 414.48.
    public Money limitingCharge() {
      return allowed.times(LIMITING_CHARGE, RoundingMode.HALF_UP);
    }
  }

  /// The line has no price, and why.
  record Refused(int number, Finding finding) implements LinePrice {}
}
