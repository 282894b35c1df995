package org.cleanclaim.app.story;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.PaymentMethod;
import org.cleanclaim.kernel.remittance.ProviderAdjustment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.X12Writer;

/// A remittance that a story lets the payer write, line by line.
final class Remitted {
  /// The day on which it was paid.
  static final LocalDate PAID_ON = Office.TODAY.minusDays(3);

  private final Office office;
  private final String trace;
  private final List<ClaimPayment> claims = new ArrayList<>();
  private final List<ProviderAdjustment> adjustments = new ArrayList<>();
  private Money off = Money.ZERO;
  private String payeeNpi;
  private LocalDate paidOn = PAID_ON;

  Remitted(Office office, String trace) {
    this.office = office;
    this.trace = trace;
    this.payeeNpi = office.practice.npi().value();
  }

  /// What the payer takes off one line, such as `CO 45 58.00`, separated by commas; the rest is
  /// paid.
  ///
  /// @param remarks remark codes of the line
  Remitted line(BilledClaim claim, String status, String reasons, String... remarks) {
    return claim(
        claim.controlNumber(), "HH" + claim.controlNumber(), claim, status, reasons, remarks);
  }

  /// The same under a number that is not ours, and with another number of the payer.
  Remitted unknown(String number, BilledClaim claim, String status, String reasons) {
    return claim(number, "X" + number, claim, status, reasons);
  }

  private Remitted claim(
      String number,
      String payersNumber,
      BilledClaim claim,
      String status,
      String reasons,
      String... remarks) {
    boolean isTakenBack = status.equals("22");
    ServiceLine line = claim.snapshot().lines().getFirst();
    Money charge = isTakenBack ? line.charge().negated() : line.charge();
    var taken = new ArrayList<Adjustment>();
    Money paid = charge;
    Money patient = Money.ZERO;
    for (String reason : reasons.isBlank() ? new String[0] : reasons.split(", ")) {
      String[] parts = reason.split(" ");
      Money amount = Money.of(parts[2]);
      if (isTakenBack) amount = amount.negated();
      taken.add(Adjustment.of(AdjustmentGroup.valueOf(parts[0]), parts[1], amount));
      paid = paid.minus(amount);
      if (parts[0].equals("PR")) patient = patient.plus(amount);
    }
    var service =
        new ServicePayment(
            "HC",
            java.util.Objects.requireNonNull(line.procedure()).value(),
            List.of(),
            null,
            null,
            charge,
            paid,
            BigDecimal.ONE,
            null,
            claim.servedFrom(),
            null,
            null,
            null,
            taken,
            List.of(remarks),
            Particulars.NONE);
    claims.add(
        new ClaimPayment(
            number,
            status,
            charge,
            paid,
            isTakenBack ? Money.ZERO : patient,
            "12",
            payersNumber,
            "11",
            "1",
            null,
            null,
            null,
            null,
            claim.servedFrom(),
            null,
            null,
            List.of(),
            List.of(),
            List.of(service),
            Particulars.NONE));
    return this;
  }

  /// @param amount positive is kept back
  Remitted providerLevel(String reason, String reference, String amount) {
    adjustments.add(new ProviderAdjustment(payeeNpi, null, reason, reference, Money.of(amount)));
    return this;
  }

  Remitted forPractice(String npi) {
    payeeNpi = npi;
    return this;
  }

  Remitted paidOn(LocalDate day) {
    paidOn = day;
    return this;
  }

  /// The check differs from what is explained.
  Remitted offBy(String amount) {
    off = Money.of(amount);
    return this;
  }

  byte[] file() {
    Money paid = Money.sum(claims.stream().map(ClaimPayment::paid).toList()).plus(off);
    for (ProviderAdjustment adjustment : adjustments) paid = paid.minus(adjustment.amount());
    var remittance =
        new Remittance(
            office.harbor().name(),
            office.harbor().electronicId().value(),
            null,
            null,
            office.practice.name(),
            payeeNpi,
            null,
            trace,
            "1999999999",
            paid.isZero() ? PaymentMethod.NON_PAYMENT : PaymentMethod.ACH,
            paid.isNegative() ? "D" : "C",
            paid.abs(),
            paidOn,
            paidOn,
            claims,
            adjustments,
            Particulars.NONE);
    var envelope =
        new Envelope(
            "ZZ",
            "HARBOR",
            "ZZ",
            "OFFICE",
            paidOn.atTime(9, 0),
            "%09d".formatted(Math.floorMod(trace.hashCode(), 1_000_000_000)),
            false,
            Separators.STANDARD);
    return X12Writer.remittances(envelope, "1", List.of(remittance));
  }

  /// Gives it to the practice and says what became of it.
  Office.Said arrives() {
    return office.take(trace + ".835", file()).is(200);
  }
}
