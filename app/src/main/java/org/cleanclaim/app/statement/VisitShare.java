package org.cleanclaim.app.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What is open of a visit with the patient.
///
/// @param encounterId null for what belongs to no visit, as a check that came back
/// @param owed less than zero when more was paid or given up than owed
/// @param waiting of it for insurance: all of it, or what lines with an open denial have left
/// @param applied cash that was applied to it
/// @param givenUp of it by decision or as a small balance, without assistance
/// @param since the day it became the patient's
/// @param becameAt when that was posted
/// @param waitsFor what insurance has still to do; null when it is done
/// @param disputedDays how long disputes that are over have stopped its clock
public record VisitShare(
    long patientId,
    @Nullable Long encounterId,
    @Nullable UUID visit,
    @Nullable String visitNumber,
    @Nullable LocalDate servedOn,
    Money owed,
    Money waiting,
    Money applied,
    Money givenUp,
    LocalDate since,
    Instant becameAt,
    @Nullable String waitsFor,
    boolean isDisputed,
    int disputedDays,
    boolean isFederal) {
  /// What the patient has to pay now: insurance is done with it, and nobody disputes it.
  public Money due() {
    return isDisputed ? Money.ZERO : owed.minus(waiting).max(Money.ZERO);
  }

  /// Whether the patient has to pay something of it now.
  public boolean isDue() {
    return due().isPositive();
  }

  /// How much more was given up of it than is left to the patient by now.
  public Money givenUpTooMuch() {
    Money tooMuch = owed.negated().minus(applied.max(Money.ZERO));
    return tooMuch.min(givenUp).max(Money.ZERO);
  }

  /// Days on a day, without those in dispute.
  int age(LocalDate on) {
    return (int) Math.max(0, java.time.temporal.ChronoUnit.DAYS.between(since, on) - disputedDays);
  }
}
