package org.cleanclaim.pricing.outpatient;

import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;

/// What Addendum B says of a code on a day. Rates are national: before wages, discounts for several
/// procedures, composites and the patient's copayment.
public sealed interface OutpatientRate {

  /// @param amount of one unit, to the cent
  /// @param status by which what else is on the bill may change it
  record Rate(String code, StatusIndicator status, Money amount) implements OutpatientRate {}

  /// Nothing is paid for it alone: its payment is in that of other services.
  record Packaged(String code, StatusIndicator status) implements OutpatientRate {}

  /// Medicare pays nothing for it on an outpatient bill.
  record NotPaid(String code, StatusIndicator status, Finding finding) implements OutpatientRate {}

  /// It has no rate here: another schedule or its cost decides, or the code is not in the addendum.
  record Unknown(String code, Finding finding) implements OutpatientRate {}
}
