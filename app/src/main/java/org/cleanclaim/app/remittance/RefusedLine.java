package org.cleanclaim.app.remittance;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.jspecify.annotations.Nullable;

/// An amount of a line that a payer refused, of a claim of ours.
public record RefusedLine(
    long claimId,
    long claimPaymentId,
    @Nullable Integer line,
    String procedure,
    Adjustment adjustment,
    List<String> remarks,
    LocalDate paidOn) {
  public RefusedLine {
    remarks = List.copyOf(remarks);
  }
}
