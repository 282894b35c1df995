package org.cleanclaim.app.ledger;

import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// One side of a posting.
///
/// @param amount debit when positive, credit when negative; never zero
/// @param line 1-based service line of the claim or charge
/// @param memo reason in the words of the trade, for example `CO-45`
public record Entry(
    Account account,
    Money amount,
    @Nullable Long patientId,
    @Nullable Long encounterId,
    @Nullable Long claimId,
    @Nullable Long payerId,
    @Nullable Integer line,
    @Nullable String memo) {
  public Entry {
    if (amount.isZero()) throw new IllegalArgumentException("an entry moves money");
  }
}
