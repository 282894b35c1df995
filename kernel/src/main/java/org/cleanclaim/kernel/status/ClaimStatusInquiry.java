package org.cleanclaim.kernel.status;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.party.Reference;
import org.jspecify.annotations.Nullable;

/// Where does this claim stand? (276, loop 2200)
///
/// @param trace our number for the question (TRN02), which comes back in the answer
/// @param charge AMT T3
/// @param references payer's claim number (1K), bill type (BLT), account number (EJ) ...
public record ClaimStatusInquiry(
    String trace,
    StatusParties parties,
    @Nullable Money charge,
    @Nullable LocalDate servedFrom,
    @Nullable LocalDate servedThrough,
    List<Reference> references,
    List<StatusLine> lines) {
  public ClaimStatusInquiry {
    references = List.copyOf(references);
    lines = List.copyOf(lines);
  }

  @Override
  public String toString() {
    return "ClaimStatusInquiry[" + trace + "]";
  }
}
