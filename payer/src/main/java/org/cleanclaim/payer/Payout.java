package org.cleanclaim.payer;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.PaymentMethod;
import org.cleanclaim.kernel.remittance.ProviderAdjustment;
import org.cleanclaim.kernel.remittance.Remittance;

/// Puts decided claims of one payee together into a remittance.
public final class Payout {
  private static final String FORWARDED = "FB";

  private Payout() {}

  /// @param trace of the transfer, used once
  public static Remittance of(
      PayerBook book, Provider payee, List<ClaimPayment> payments, String trace, LocalDate paidOn) {
    return of(book, payee, payments, Money.ZERO, trace, paidOn);
  }

  /// With what earlier runs left to be kept back. A payment cannot be negative: what is too little
  /// is carried forward (PLB, `FB`).
  ///
  /// @param carried what the payee owes from earlier runs, zero or more
  static Remittance of(
      PayerBook book,
      Provider payee,
      List<ClaimPayment> payments,
      Money carried,
      String trace,
      LocalDate paidOn) {
    var adjustments = new ArrayList<ProviderAdjustment>();
    if (carried.isPositive()) adjustments.add(forward(payee, carried, trace, paidOn));
    Money net = Money.sum(payments.stream().map(ClaimPayment::paid).toList()).minus(carried);
    if (net.isNegative()) adjustments.add(forward(payee, net, trace, paidOn));
    Money paid = net.max(Money.ZERO);
    String payeeName =
        payee.name() instanceof OrganizationName o ? o.name() : payee.name().display();
    return new Remittance(
        book.name(),
        book.id().value(),
        book.address(),
        book.contact(),
        payeeName,
        payee.npi() == null ? null : payee.npi().value(),
        payee.taxId() == null ? null : payee.taxId().value(),
        trace,
        originator(book),
        paid.isZero() ? PaymentMethod.NON_PAYMENT : PaymentMethod.ACH,
        "C",
        paid,
        paidOn,
        paidOn,
        payments,
        adjustments,
        Particulars.NONE);
  }

  /// What a remittance leaves to be kept back from the next.
  static Money carriedOn(Remittance remittance) {
    return Money.sum(
            remittance.providerAdjustments().stream()
                .map(ProviderAdjustment::amount)
                .filter(Money::isNegative)
                .toList())
        .negated();
  }

  // The fiscal year ends with the calendar's.
  private static ProviderAdjustment forward(
      Provider payee, Money amount, String trace, LocalDate paidOn) {
    return new ProviderAdjustment(
        payee.npi() == null ? "" : payee.npi().value(),
        LocalDate.of(paidOn.getYear(), Month.DECEMBER, 31),
        FORWARDED,
        trace,
        amount);
  }

  // TRN03: ten characters, the first a 1.
  private static String originator(PayerBook book) {
    return ("1" + book.id().value() + "000000000").substring(0, 10);
  }
}
