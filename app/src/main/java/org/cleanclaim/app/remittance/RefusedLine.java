package org.cleanclaim.app.remittance;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.jspecify.annotations.Nullable;

/// An amount that a payer refused, of a line or of all of a claim of ours.
///
/// @param line null where it cannot be told, or where the claim as a whole was refused
/// @param procedure empty where the claim as a whole was refused
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

  /// A part of it.
  public RefusedLine withAmount(Money amount) {
    return new RefusedLine(
        claimId,
        claimPaymentId,
        line,
        procedure,
        Adjustment.of(adjustment.group(), adjustment.reason().value(), amount),
        remarks,
        paidOn);
  }

  /// What was refused, as the end of a sentence.
  public String place() {
    return line == null ? "the claim" : "line " + line;
  }
}
