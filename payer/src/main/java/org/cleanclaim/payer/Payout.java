package org.cleanclaim.payer;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.PaymentMethod;
import org.cleanclaim.kernel.remittance.Remittance;

/// Puts decided claims of one payee together into a remittance.
public final class Payout {
  private Payout() {}

  /// @param trace of the transfer, used once
  public static Remittance of(
      PayerBook book, Provider payee, List<ClaimPayment> payments, String trace, LocalDate paidOn) {
    Money paid = Money.sum(payments.stream().map(ClaimPayment::paid).toList());
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
        List.of(),
        Particulars.NONE);
  }

  // TRN03: ten characters, the first a 1.
  private static String originator(PayerBook book) {
    return ("1" + book.id().value() + "000000000").substring(0, 10);
  }
}
