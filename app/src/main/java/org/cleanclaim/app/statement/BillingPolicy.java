package org.cleanclaim.app.statement;

import java.math.RoundingMode;
import java.util.List;
import org.cleanclaim.kernel.Money;

/// How a practice bills its patients.
///
/// @param daysToPay from a statement to its due day
/// @param cycleDays from one statement to the next
/// @param statementsBeforeCollection how many go out; the last is the final notice
/// @param collectionDays least days from the first statement to a collection agency
/// @param isCharitableHospital whether section 501(r) of the tax code binds the practice: 120 days
///   from the first statement before any extraordinary collection action, 30 after its written
///   notice (26 CFR 1.501(r)-6(c))
/// @param smallBalance up to this no statement goes out, and it may be given up
/// @param smallBalanceDays how long a small balance stands before it is given up
/// @param smallBalanceYearly the most that is given up this way for one patient in a year
/// @param planGraceDays after its due day an instalment is missed
/// @param planMissedLimit missed instalments with which a plan is broken
/// @param creditDays within which a patient's credit goes back or is applied, where no law gives
///   fewer: states differ, and their rules of unclaimed property come years later
/// @param povertyBase yearly, for a household of one
/// @param povertySource which guideline the two amounts are from
/// @param assistanceTiers in rising order of income
/// @param version for two people who change it at once
public record BillingPolicy(
    int daysToPay,
    int cycleDays,
    int statementsBeforeCollection,
    int collectionDays,
    boolean isCharitableHospital,
    Money smallBalance,
    int smallBalanceDays,
    Money smallBalanceYearly,
    int planMostMonths,
    Money planLeastInstalment,
    int planGraceDays,
    int planMissedLimit,
    int linkDays,
    int disputeAnswerDays,
    int creditDays,
    Money povertyBase,
    Money povertyPerPerson,
    String povertySource,
    List<AssistanceTier> assistanceTiers,
    int version) {
  /// Days from the written notice of a charitable hospital to a collection action (26 CFR
  /// 1.501(r)-6(c)(4)); others keep the same.
  static final int NOTICE_DAYS = 30;

  /// Least days from the first statement for a charitable hospital (26 CFR 1.501(r)-6(c)(3)).
  static final int CHARITABLE_DAYS = 120;

  static final String CHARITABLE_RULE =
      "A hospital under section 501(r) waits at least 120 days before collection (26 CFR"
          + " 1.501(r)-6).";

  public BillingPolicy {
    assistanceTiers = List.copyOf(assistanceTiers);
    if (isCharitableHospital && collectionDays < CHARITABLE_DAYS) {
      throw new BillingRefusal(CHARITABLE_RULE);
    }
  }

  /// What holds until the practice saves its own.
  static BillingPolicy standard() {
    return new BillingPolicy(
        30,
        30,
        3,
        120,
        false,
        Money.of("5.00"),
        60,
        Money.of("25.00"),
        24,
        Money.of("25.00"),
        10,
        2,
        14,
        30,
        60,
        Money.of("15650"),
        Money.of("5500"),
        "HHS poverty guidelines 2025, 48 contiguous states (90 FR 5917)",
        List.of(new AssistanceTier(200, 100), new AssistanceTier(300, 50)),
        0);
  }

  /// A yearly income in percent of the poverty guideline of a household, rounded up.
  int povertyPercent(Money yearlyIncome, int householdSize) {
    Money guideline = povertyBase.plus(povertyPerPerson.times(householdSize - 1L));
    return yearlyIncome
        .toBigDecimal()
        .movePointRight(2)
        .divide(guideline.toBigDecimal(), 0, RoundingMode.CEILING)
        .intValueExact();
  }

  String tiersText() {
    var text = new StringBuilder();
    for (AssistanceTier tier : assistanceTiers) {
      if (!text.isEmpty()) text.append(' ');
      text.append(tier.throughPovertyPercent()).append('=').append(tier.percent());
    }
    return text.toString();
  }
}
