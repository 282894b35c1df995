package org.cleanclaim.app.remittance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.remittance.LineOutcome.Kind;
import org.cleanclaim.edits.payerrule.PastClaim;
import org.cleanclaim.edits.payerrule.PastClaim.Decision;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Carc;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ClaimPaymentStatus;
import org.cleanclaim.kernel.remittance.ServicePayment;

/// What a payer decided on each line of a claim, as the replay of rules wants to know it.
public final class PayerDecision {
  private PayerDecision() {}

  /// The decision on each line, or on the whole claim when the payment names no services.
  ///
  /// @param capitated numbers of the lines that the payer pays by a sum per member and month
  public static List<PastClaim.LineOutcome> of(
      Claim claim, ClaimPayment payment, Set<Integer> capitated) {
    if (payment.services().isEmpty()) {
      boolean isByMonth =
          claim.lines().stream().map(ServiceLine::number).allMatch(capitated::contains)
              && payment.adjustments().stream().anyMatch(AdjustmentKind::isOfCapitation);
      boolean isDenied =
          !isByMonth
              && (payment.status() == ClaimPaymentStatus.DENIED
                  || (payment.paid().isZero() && payment.patientResponsibility().isZero()));
      return List.of(
          new PastClaim.LineOutcome(
              0,
              isDenied ? Decision.DENIED : Decision.PAID,
              isDenied ? reasons(payment.adjustments()) : List.of(),
              isDenied ? payment.charged() : payment.paid()));
    }
    var outcomes = new ArrayList<PastClaim.LineOutcome>();
    var taken = new HashSet<Integer>();
    for (ServicePayment service : payment.services()) {
      int line = line(claim, service, taken);
      if (line > 0) taken.add(line);
      boolean isByMonth =
          capitated.contains(line)
              && service.adjustments().stream().anyMatch(AdjustmentKind::isOfCapitation);
      Kind kind = LineOutcome.of(service, payment.isReversal(), null).kind();
      boolean isDenied = kind == Kind.DENIED && !isByMonth;
      var reasons = new ArrayList<>(reasons(service.adjustments()));
      if (isDenied) reasons.addAll(reasons(payment.adjustments()));
      Money amount = isDenied ? service.charged() : service.paid();
      outcomes.add(
          new PastClaim.LineOutcome(
              line,
              isDenied ? Decision.DENIED : Decision.PAID,
              isDenied ? reasons : List.of(),
              amount));
    }
    return outcomes;
  }

  private static List<Carc> reasons(List<Adjustment> adjustments) {
    return adjustments.stream().map(Adjustment::reason).distinct().toList();
  }

  /// The line of the claim: by its control number, else by code and charge; 0 when it cannot be
  /// told.
  private static int line(Claim claim, ServicePayment service, Set<Integer> taken) {
    for (ServiceLine line : claim.lines()) {
      String number = line.controlNumber();
      if (number != null && number.equals(service.controlNumber())) return line.number();
    }
    String submitted = service.submittedProcedure();
    String code = submitted == null ? service.procedure() : submitted;
    int byCode = 0;
    for (ServiceLine line : claim.lines()) {
      boolean isSame = line.procedure() != null && line.procedure().value().equals(code);
      if (!isSame || taken.contains(line.number())) continue;
      if (line.charge().equals(service.charged())) return line.number();
      if (byCode == 0) byCode = line.number();
    }
    return byCode;
  }
}
