package org.cleanclaim.app.deadline;

import java.time.LocalDate;
import java.util.Optional;
import org.cleanclaim.app.deadline.ClockRule.Unit;
import org.cleanclaim.pricing.estimate.GoodFaithClock;

/// Rules that laws give, with their sources.
public final class LegalClocks {
  /// Claims to Medicare: one calendar year after the service.
  public static final ClockRule MEDICARE_FILING =
      new ClockRule(12, Unit.MONTHS, 0, "42 CFR 424.44(a)(1)", false);

  /// Overpayments of Medicare, from the day on which they are identified.
  public static final ClockRule OVERPAYMENT = ClockRule.days(60, "42 CFR 401.305(b)(1)");

  /// How long an investigation of related overpayments may suspend that clock, from the day of
  /// identification. Source: 42 CFR 401.305(b)(3), in force since 2025-01-01.
  public static final int OVERPAYMENT_SUSPENSION_DAYS = 180;

  /// What a beneficiary of Medicare paid too much: refunded, or set aside in their name.
  public static final ClockRule MEDICARE_PATIENT_CREDIT = ClockRule.days(60, "42 CFR 489.41(b)");

  /// California workers' compensation: the acknowledgment of an electronic bill.
  public static final ClockRule COMP_ACKNOWLEDGMENT =
      ClockRule.businessDays(2, "8 CCR 9792.5.3, Medical Billing and Payment Guide");

  /// California workers' compensation: payment or explanation of an electronic bill.
  public static final ClockRule COMP_PAYMENT =
      ClockRule.businessDays(15, "California Labor Code 4603.4(d)");

  /// California workers' compensation: the request for a second review.
  public static final ClockRule COMP_SECOND_REVIEW =
      ClockRule.days(90, "California Labor Code 4603.2(e)(1)");

  /// Questions inside the practice.
  public static final ClockRule QUERY =
      ClockRule.businessDays(2, "the practice's own standard").assumed();

  /// How long the next payer is waited for after a payer has forwarded a claim to it, and looked
  /// for when it is not on file.
  public static final ClockRule FORWARDED_CLAIM =
      ClockRule.days(30, "the practice's own standard").assumed();

  /// What a payer has decided only in part, or taken back and not decided anew.
  public static final ClockRule OPEN_BALANCE =
      ClockRule.days(30, "the practice's own standard").assumed();

  /// A denial for which neither an appeal nor a corrected claim has a last day.
  public static final ClockRule DENIAL =
      ClockRule.days(30, "the practice's own standard").assumed();

  /// A payer's decision on an appeal about a service that was given, where the payer's own days are
  /// not entered: those of group health plans stand for all.
  public static final ClockRule APPEAL_DECISION =
      ClockRule.days(60, "29 CFR 2560.503-1(i)(2)(iii)(A)").assumed();

  /// An instalment of a payment plan that the household has missed.
  public static final ClockRule MISSED_INSTALMENT =
      ClockRule.days(7, "the practice's own standard").assumed();

  /// Records that a payer asks for. Medicare's own limit for its contractors' requests stands for
  /// payers that give none.
  public static final ClockRule RECORDS =
      ClockRule.days(45, "Medicare Program Integrity Manual (Pub. 100-08), 3.2.3.2").assumed();

  private LegalClocks() {}

  /// What a patient paid too much. States differ; where Medicare covers the patient its days are
  /// the most.
  ///
  /// @param days the practice's own standard
  public static ClockRule patientCredit(int days, boolean isMedicare) {
    return isMedicare && days >= MEDICARE_PATIENT_CREDIT.amount()
        ? MEDICARE_PATIENT_CREDIT
        : ClockRule.days(days, "the practice's own standard").assumed();
  }

  /// The good-faith estimate for an appointment, from the day on which it was made; empty when the
  /// service is less than three business days away, as none is due then.
  public static Optional<ClockRule> estimate(LocalDate scheduledOn, LocalDate servedOn) {
    var due = GoodFaithClock.dueAfterScheduling(scheduledOn, servedOn);
    if (due.isEmpty()) return Optional.empty();
    ClockRule one = ClockRule.businessDays(1, "45 CFR 149.610(b)(1)(vi)(A)");
    return Optional.of(
        due.get().equals(one.due(scheduledOn))
            ? one
            : ClockRule.businessDays(3, "45 CFR 149.610(b)(1)(vi)(B)"));
  }
}
