package org.cleanclaim.app.remittance;

import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.jspecify.annotations.Nullable;

/// What a payer's decision on a line amounts to, with the money behind it.
///
/// @param allowed paid plus what is left to the patient
/// @param expectedAllowed what the contract allows, when it is known
public record LineOutcome(
    Money allowed, Money patientShare, @Nullable Money expectedAllowed, Kind kind) {

  /// The outcomes that screens and worklists tell apart. A rejection is none of them: it was never
  /// adjudicated.
  public enum Kind {
    PAID_AS_EXPECTED,
    PAID_UNDER,
    PAID_OVER,
    PAID,
    ZERO_PAY_TO_PATIENT,
    /// Nothing paid and nothing left: the payer's sum per member and month covers it.
    CAPITATED,
    DENIED,
    /// Not decided yet.
    PENDED,
    REVERSED
  }

  /// Judges a line by its money: nothing allowed is a denial, nothing paid but a patient share is
  /// no denial.
  ///
  /// @param allowedOfLine of all pieces in which the payer decides the line
  static LineOutcome of(
      ServicePayment service,
      boolean isReversal,
      @Nullable Money expectedAllowed,
      Money allowedOfLine) {
    Money allowed = allowed(service);
    Kind kind;
    if (isReversal) {
      kind = Kind.REVERSED;
    } else if (!allowed.isPositive()
        && service.adjustments().stream().anyMatch(AdjustmentKind::isUndecided)) {
      kind = Kind.PENDED;
    } else if (!allowed.isPositive()) {
      kind = service.charged().isZero() ? Kind.PAID : Kind.DENIED;
    } else if (expectedAllowed != null && !allowedOfLine.equals(expectedAllowed)) {
      kind = allowedOfLine.compareTo(expectedAllowed) < 0 ? Kind.PAID_UNDER : Kind.PAID_OVER;
    } else if (service.paid().isZero()) {
      kind = Kind.ZERO_PAY_TO_PATIENT;
    } else {
      kind = expectedAllowed == null ? Kind.PAID : Kind.PAID_AS_EXPECTED;
    }
    return new LineOutcome(allowed, patientShare(service), expectedAllowed, kind);
  }

  /// The same for a line that is decided in one piece.
  public static LineOutcome of(
      ServicePayment service, boolean isReversal, @Nullable Money expectedAllowed) {
    return of(service, isReversal, expectedAllowed, allowed(service));
  }

  /// A line that the payer's sum per member and month covers; what it leaves to the patient or pays
  /// beside that is as agreed.
  static LineOutcome byMonth(ServicePayment service) {
    Money allowed = allowed(service);
    Kind kind = Kind.CAPITATED;
    if (allowed.isPositive()) {
      kind = service.paid().isZero() ? Kind.ZERO_PAY_TO_PATIENT : Kind.PAID;
    }
    return new LineOutcome(allowed, patientShare(service), null, kind);
  }

  private static Money patientShare(ServicePayment service) {
    return Money.sum(
        service.adjustments().stream()
            .filter(Adjustment::leavesCostShare)
            .map(Adjustment::amount)
            .toList());
  }

  /// What is paid of a service and left to the patient.
  static Money allowed(ServicePayment service) {
    // What the payer kept back after pricing (sequestration, an earlier payer) had been allowed all
    // the same.
    Money keptBack =
        Money.sum(
            service.adjustments().stream()
                .filter(LineOutcome::isReductionOfPayment)
                .map(Adjustment::amount)
                .toList());
    Money interest =
        Money.sum(
            service.adjustments().stream()
                .filter(AdjustmentKind::isInterest)
                .map(Adjustment::amount)
                .toList());
    return service.paid().plus(patientShare(service)).plus(keptBack).plus(interest);
  }

  /// Sequestration and what another payer has paid.
  static boolean isReductionOfPayment(Adjustment adjustment) {
    return switch (adjustment.reason().value()) {
      case "253", "23" -> true;
      default -> false;
    };
  }
}
