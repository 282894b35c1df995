package org.cleanclaim.cli;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.party.PartyName.PersonName;

/// A remittance (835) as a test lets the payer write it.
final class PayersAnswer {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final Payer payer;
  private final String npi;
  private final String trace;
  private final List<String> claims = new ArrayList<>();
  private final List<String> adjustments = new ArrayList<>();
  private LocalDate paidOn = MoneyInBrowser.TODAY.minusDays(3);
  private Money paid = Money.ZERO;

  /// @param npi whom it pays
  PayersAnswer(Payer payer, String npi, String trace) {
    this.payer = payer;
    this.npi = npi;
    this.trace = trace;
  }

  PayersAnswer paidOn(LocalDate day) {
    paidOn = day;
    return this;
  }

  /// What the payer takes off the one line of a claim, such as `CO 45 58.00, PR 3 30.00`; the rest
  /// is paid.
  ///
  /// @param status CLP02; 22 takes a payment back
  PayersAnswer claim(BilledClaim claim, String status, String reasons, String... remarks) {
    return claim(claim.controlNumber(), claim, status, reasons, remarks);
  }

  /// The same under another number than ours, of a member whom nobody knows.
  PayersAnswer unknown(String number, BilledClaim claim, String reasons) {
    return claim(number, claim, "1", reasons);
  }

  private PayersAnswer claim(
      String claimNumber, BilledClaim claim, String status, String reasons, String... remarks) {
    boolean isTakenBack = status.equals("22");
    Money charge = isTakenBack ? claim.totalCharge().negated() : claim.totalCharge();
    Money left = charge;
    Money share = Money.ZERO;
    var taken = new ArrayList<String>();
    for (String reason : reasons.isBlank() ? new String[0] : reasons.split(", ")) {
      String[] parts = reason.split(" ");
      Money amount = Money.of(parts[2]);
      if (isTakenBack) amount = amount.negated();
      taken.add("CAS*%s*%s*%s".formatted(parts[0], parts[1], amount));
      left = left.minus(amount);
      if (parts[0].equals("PR") && !isTakenBack) share = share.plus(amount);
    }
    boolean isOurs = claimNumber.equals(claim.controlNumber());
    claims.add(
        "CLP*%s*%s*%s*%s*%s*12*PN%s*11*1"
            .formatted(
                claimNumber, status, charge, left, share.isZero() ? "" : share, claimNumber));
    claims.add(
        "NM1*QC*1*%s*Ada"
            .formatted(
                isOurs ? ((PersonName) claim.snapshot().patient().name()).last() : "Nobodyknown"));
    claims.add(
        "SVC*HC:%s*%s*%s**1"
            .formatted(claim.snapshot().lines().getFirst().procedure().value(), charge, left));
    claims.add("DTM*472*" + DAY.format(claim.servedFrom()));
    claims.addAll(taken);
    for (String remark : remarks) claims.add("LQ*HE*" + remark);
    paid = paid.plus(left);
    return this;
  }

  /// @param amount positive is kept back
  PayersAnswer providerLevel(String reason, String reference, String amount) {
    adjustments.add(
        "PLB*%s*%s1231*%s:%s*%s".formatted(npi, paidOn.getYear(), reason, reference, amount));
    paid = paid.minus(Money.of(amount));
    return this;
  }

  /// The check differs from what is explained.
  PayersAnswer offBy(String amount) {
    paid = paid.plus(Money.of(amount));
    return this;
  }

  String file() {
    String day = DAY.format(paidOn);
    String control = "%09d".formatted(Math.floorMod(trace.hashCode(), 1_000_000_000));
    var set = new ArrayList<String>();
    set.add("ST*835*0001");
    set.add(
        "BPR*%s*%s*%s*%s************%s"
            .formatted(
                paid.isZero() ? "H" : "I",
                paid.abs(),
                paid.isNegative() ? "D" : "C",
                paid.isZero() ? "NON" : "ACH",
                day));
    set.add("TRN*1*" + trace + "*1999999999");
    set.add("DTM*405*" + day);
    set.add("N1*PR*" + payer.name() + "*XV*" + payer.electronicId().value());
    set.add("N3*1 Payer Plaza");
    set.add("N4*Marlow*OH*432150001");
    set.add("PER*BL*Claims*TE*6145550100");
    set.add("N1*PE*Practice*XX*" + npi);
    set.add("LX*1");
    set.addAll(claims);
    set.addAll(adjustments);
    set.add("SE*" + (set.size() + 1) + "*0001");
    var all = new ArrayList<String>();
    all.add(
        "ISA*00*          *00*          *ZZ*GRANITE        *ZZ*OFFICE         *%s*0900*^*00501*%s*0*P*:"
            .formatted(day.substring(2), control));
    all.add("GS*HP*GRANITE*OFFICE*" + day + "*0900*1*X*005010X221A1");
    all.addAll(set);
    all.add("GE*1*1");
    all.add("IEA*1*" + control);
    return String.join("~\n", all) + "~\n";
  }
}
