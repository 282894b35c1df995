package org.cleanclaim.pricing.outpatient;

import java.util.Arrays;
import java.util.Optional;

/// What the outpatient system makes of a code. Source: OPPS final rule, Addendum D1, 42 CFR 419.31.
public enum StatusIndicator {
  A(Payment.OTHERWISE, "Paid by another schedule, not by the outpatient system."),
  B(Payment.NOT_PAID, "Not taken on a hospital outpatient bill; another code may stand for it."),
  C(Payment.NOT_PAID, "Done to inpatients only."),
  D(Payment.NOT_PAID, "A code that has ended."),
  E1(Payment.NOT_PAID, "Not covered by Medicare on an outpatient bill."),
  E2(Payment.NOT_PAID, "No price or claims are known by which it could be paid."),
  F(
      Payment.OTHERWISE,
      "Paid at reasonable cost: corneal tissue, certain anesthetists, hepatitis B vaccine."),
  G(Payment.APART, "A drug or biological that is new, paid apart."),
  H(Payment.OTHERWISE, "A device that is new, paid by its cost."),
  H1(Payment.APART, "A device that stands in for opioids, paid apart up to a limit."),
  J1(Payment.WHOLE_BILL, "Its rate covers all other services of the bill."),
  J2(
      Payment.CONDITIONAL,
      "Its rate covers all other services where a bill meets the conditions, as of observation."),
  K(Payment.APART, "A drug, biological or radiopharmaceutical, paid apart."),
  K1(Payment.APART, "A drug or biological that stands in for opioids, paid apart up to a limit."),
  L(Payment.OTHERWISE, "A vaccine, paid at reasonable cost and free to the patient."),
  M(Payment.NOT_PAID, "Not billed to the Medicare contractor."),
  N(Payment.PACKAGED, "Packaged: its payment is in that of other services."),
  P(Payment.APART, "Partial hospitalization or intensive outpatient care, paid by the day."),
  Q1(Payment.CONDITIONAL, "Packaged beside a procedure or visit of the day, else paid apart."),
  Q2(Payment.CONDITIONAL, "Packaged beside a surgical procedure of the day, else paid apart."),
  Q3(Payment.CONDITIONAL, "Paid in one rate with others of its composite, else apart."),
  Q4(
      Payment.CONDITIONAL,
      "A laboratory test: packaged beside other services, else by its schedule."),
  R(Payment.APART, "Blood and blood products, paid apart."),
  S(Payment.APART, "A procedure, paid in full beside others."),
  S1(Payment.APART, "A skin substitute, paid apart."),
  T(Payment.APART, "A procedure, cut by half beside a dearer one."),
  U(Payment.APART, "A source of brachytherapy, paid apart."),
  V(Payment.APART, "A visit to a clinic or emergency department."),
  Y(Payment.OTHERWISE, "Durable equipment, billed to its own contractor.");

  /// How a code is paid.
  public enum Payment {
    /// By its rate, beside the other services.
    APART,
    /// Its rate is for the whole bill.
    WHOLE_BILL,
    /// By its rate, or not, as what else is on the bill decides.
    CONDITIONAL,
    /// In the payment of other services.
    PACKAGED,
    /// By another schedule, or at cost.
    OTHERWISE,
    /// Not at all.
    NOT_PAID
  }

  private final Payment payment;
  private final String meaning;

  StatusIndicator(Payment payment, String meaning) {
    this.payment = payment;
    this.meaning = meaning;
  }

  public Payment payment() {
    return payment;
  }

  /// One sentence for a biller.
  public String meaning() {
    return meaning;
  }

  /// The indicator as Addendum B writes it; empty where it is none that is known.
  public static Optional<StatusIndicator> parse(String text) {
    return Arrays.stream(values()).filter(one -> one.name().equals(text)).findFirst();
  }
}
