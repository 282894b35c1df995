package org.cleanclaim.pricing.asc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;

/// What came of pricing a line.
public sealed interface SurgeryPrice {
  /// The line's number on the claim.
  int number();

  /// @param units that are paid
  /// @param total Medicare's and the patient's part together; the steps add up to it
  record Priced(int number, int units, Money total, List<PriceStep> steps, List<Finding> findings)
      implements SurgeryPrice {
    private static final BigDecimal MEDICARE = new BigDecimal("0.80");

    public Priced {
      steps = List.copyOf(steps);
      findings = List.copyOf(findings);
    }

    /// Medicare's 80 percent of the rounded total once the deductible is met, rounded to the cent;
    /// fifths of a cent are never halves. Source: Social Security Act, section 1833(a)(1)(G).
    public Money medicareShare() {
      return total.times(MEDICARE, RoundingMode.HALF_UP);
    }

    /// What is left to the patient.
    public Money patientShare() {
      return total.minus(medicareShare());
    }
  }

  /// Its payment is in that of the procedure; nothing is paid for it alone.
  ///
  /// @param indicator the payment indicator that says so
  record Packaged(int number, String indicator) implements SurgeryPrice {}

  /// Medicare pays nothing for the line, and why.
  record Denied(int number, Finding finding) implements SurgeryPrice {}

  /// The line has no price as it is: something is missing or wrong, or the contractor sets it.
  record Refused(int number, Finding finding) implements SurgeryPrice {}
}
