package org.cleanclaim.app.story;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.particular.QualifiedAmount;
import org.cleanclaim.kernel.particular.QualifiedQuantity;
import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.kernel.party.PartyName.PersonName;
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
  private Payer payer;
  private List<String> remarks = List.of();
  private List<Participant> named = List.of();
  private LocalDate servedOn;
  private String code;
  private String units;
  private int from;
  private String charge;

  Remitted(Office office, String trace) {
    this.office = office;
    this.trace = trace;
    this.payeeNpi = office.organization.npi().value();
    this.payer = office.harbor();
  }

  /// What the payer takes off one line, such as `CO 45 58.00`, separated by commas; the rest is
  /// paid.
  ///
  /// @param remarks remark codes of the line
  Remitted line(BilledClaim claim, String status, String reasons, String... remarks) {
    return claim(
        claim.controlNumber(), "HH" + claim.controlNumber(), claim, status, reasons, remarks);
  }

  /// A claim that is decided as a whole, without its lines.
  Remitted whole(BilledClaim claim, String status, String reasons) {
    return whole(claim, status, null, null, reasons, List.of(), Particulars.NONE);
  }

  /// A stay that is paid as one, by its DRG: what the payer takes off stands with the claim, and
  /// amounts of the inpatient decision with it (MIA).
  Remitted stay(BilledClaim claim, String status, String drg, String reasons, String outlier) {
    var amounts =
        List.of(
            new QualifiedAmount("MIA04", paid(claim, reasons).minus(Money.of(outlier))),
            new QualifiedAmount("MIA17", Money.of(outlier)));
    var covered = List.of(new QualifiedQuantity("MIA01", new BigDecimal("3"), null, null));
    return whole(
        claim,
        status,
        drg,
        new BigDecimal("0.9877"),
        reasons,
        List.of("MA02"),
        new Particulars(List.of(), List.of(), amounts, covered, List.of(), List.of(), List.of()));
  }

  private static List<Adjustment> taken(String reasons) {
    return Arrays.stream(reasons.split(", "))
        .map(reason -> reason.split(" "))
        .map(of -> Adjustment.of(AdjustmentGroup.valueOf(of[0]), of[1], Money.of(of[2])))
        .toList();
  }

  private static Money paid(BilledClaim claim, String reasons) {
    return claim
        .totalCharge()
        .minus(Money.sum(taken(reasons).stream().map(Adjustment::amount).toList()));
  }

  private Remitted whole(
      BilledClaim claim,
      String status,
      String drg,
      BigDecimal weight,
      String reasons,
      List<String> remarks,
      Particulars particulars) {
    var taken = taken(reasons);
    claims.add(
        new ClaimPayment(
            claim.controlNumber(),
            status,
            claim.totalCharge(),
            paid(claim, reasons),
            Money.sum(
                taken.stream()
                    .filter(a -> a.group() == AdjustmentGroup.PR)
                    .map(Adjustment::amount)
                    .toList()),
            "12",
            "HH" + claim.controlNumber(),
            "11",
            "1",
            drg,
            weight,
            null,
            List.of(),
            List.of(),
            claim.servedFrom(),
            null,
            null,
            taken,
            remarks,
            List.of(),
            particulars));
    return this;
  }

  /// The same under a number that is not ours, and with another number of the payer.
  Remitted unknown(String number, BilledClaim claim, String status, String reasons) {
    return claim(number, "X" + number, claim, status, reasons);
  }

  /// All lines of a claim, for each what the payer takes off it.
  Remitted lines(BilledClaim claim, String status, List<String> reasons) {
    return claim(claim.controlNumber(), "HH" + claim.controlNumber(), claim, status, reasons);
  }

  private Remitted claim(
      String number,
      String payersNumber,
      BilledClaim claim,
      String status,
      String reasons,
      String... remarks) {
    return claim(number, payersNumber, claim, status, List.of(reasons), remarks);
  }

  private Remitted claim(
      String number,
      String payersNumber,
      BilledClaim claim,
      String status,
      List<String> reasons,
      String... remarks) {
    boolean isTakenBack = status.equals("22");
    var services = new ArrayList<ServicePayment>();
    for (int i = 0; i < reasons.size(); i++) {
      services.add(
          service(claim.snapshot().lines().get(from + i), isTakenBack, reasons.get(i), remarks));
    }
    Money patient =
        Money.sum(
            services.stream()
                .flatMap(s -> s.adjustments().stream())
                .filter(a -> a.group() == AdjustmentGroup.PR)
                .map(Adjustment::amount)
                .toList());
    claims.add(
        new ClaimPayment(
            number,
            status,
            Money.sum(services.stream().map(ServicePayment::charged).toList()),
            Money.sum(services.stream().map(ServicePayment::paid).toList()),
            isTakenBack ? Money.ZERO : patient,
            "12",
            payersNumber,
            "11",
            "1",
            null,
            null,
            null,
            named,
            List.of(),
            servedOn == null ? claim.servedFrom() : servedOn,
            null,
            null,
            List.of(),
            this.remarks,
            services,
            Particulars.NONE));
    return this;
  }

  private ServicePayment service(
      ServiceLine line, boolean isTakenBack, String reasons, String... remarks) {
    Money decided = charge == null ? line.charge() : Money.of(charge);
    Money charge = isTakenBack ? decided.negated() : decided;
    var taken = new ArrayList<Adjustment>();
    Money paid = charge;
    for (String reason : reasons.isBlank() ? new String[0] : reasons.split(", ")) {
      String[] parts = reason.split(" ");
      Money amount = Money.of(parts[2]);
      if (isTakenBack) amount = amount.negated();
      taken.add(Adjustment.of(AdjustmentGroup.valueOf(parts[0]), parts[1], amount));
      paid = paid.minus(amount);
    }
    var procedure = line.procedure();
    return new ServicePayment(
        procedure == null ? "NU" : "HC",
        code != null
            ? code
            : procedure == null ? Objects.requireNonNull(line.revenueCode()) : procedure.value(),
        List.of(),
        procedure == null ? null : line.revenueCode(),
        null,
        charge,
        paid,
        units == null ? line.unitsBilled() : new BigDecimal(units),
        null,
        servedOn == null ? line.servedFrom() : servedOn,
        null,
        this.charge == null ? null : line.controlNumber(),
        null,
        taken,
        List.of(remarks),
        Particulars.NONE);
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

  /// Another payer than Harbor Health.
  Remitted by(Payer other) {
    payer = other;
    return this;
  }

  /// Remark codes of the claims that follow as a whole (MOA).
  Remitted remarked(String... codes) {
    remarks = List.of(codes);
    return this;
  }

  /// The patient whom the payer names on the claims that follow.
  Remitted patient(String last, String first, String memberId) {
    named = List.of(Participant.of("QC", new PersonName(last, first), "MI", memberId));
    return this;
  }

  /// The day of service that the payer names on the claims that follow.
  Remitted served(LocalDate day) {
    servedOn = day;
    return this;
  }

  /// What the payer says it decided on the lines that follow, whatever was billed.
  Remitted decided(String code, String units) {
    this.code = code;
    this.units = units;
    return this;
  }

  /// The line with which the decisions that follow begin, and what they decide of its charge, by
  /// our number of it.
  Remitted piece(int line, String charge) {
    from = line - 1;
    this.charge = charge;
    return this;
  }

  /// The same under a number that is not ours, with the payer's number of the claim.
  Remitted payerNumbered(String payersNumber, BilledClaim claim, String status, String reasons) {
    return claim("NOTOURS", payersNumber, claim, status, reasons);
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
            payer.name(),
            payer.electronicId().value(),
            null,
            null,
            office.organization.name(),
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
  ApiAnswer arrives() {
    return office.take(trace + ".835", file()).is(200);
  }
}
