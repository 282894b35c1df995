package org.cleanclaim.app.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cleanclaim.kernel.Money;

/// One value of the policy of patient billing: what it does, and between which bounds it lies.
public enum PolicyField {
  DAYS_TO_PAY(
      "daysToPay",
      Group.STATEMENTS,
      "Days to pay",
      "From a statement to its due day",
      1,
      120,
      BillingPolicy::daysToPay),
  CYCLE_DAYS(
      "cycleDays",
      Group.STATEMENTS,
      "Days between statements",
      "From one statement of an account to its next",
      7,
      120,
      BillingPolicy::cycleDays),
  LINK_DAYS(
      "linkDays",
      Group.STATEMENTS,
      "Days of a link",
      "How long the one-time link to a statement opens",
      1,
      90,
      BillingPolicy::linkDays),
  DISPUTE_ANSWER_DAYS(
      "disputeAnswerDays",
      Group.STATEMENTS,
      "Days to answer a dispute",
      "While a dispute is open, what it is about is not due",
      1,
      180,
      BillingPolicy::disputeAnswerDays),
  STATEMENTS_BEFORE_COLLECTION(
      "statementsBeforeCollection",
      Group.COLLECTION,
      "Statements before collection",
      "The last of them is the final notice",
      2,
      12,
      BillingPolicy::statementsBeforeCollection),
  COLLECTION_DAYS(
      "collectionDays",
      Group.COLLECTION,
      "Days before collection",
      "From the first statement to a hand-over; days in dispute do not count",
      30,
      720,
      BillingPolicy::collectionDays),
  CHARITABLE_HOSPITAL(
      "charitableHospital",
      Group.COLLECTION,
      "Charitable hospital",
      "Whether section 501(r) of the tax code binds the practice: then at least 120 days before"
          + " collection (26 CFR 1.501(r)-6)",
      0,
      1,
      p -> p.isCharitableHospital() ? "yes" : "no"),
  SMALL_BALANCE(
      "smallBalance",
      Group.SMALL_BALANCES,
      "Small balance, dollars",
      "Up to this no statement goes out, and it may be given up",
      0,
      1_000,
      BillingPolicy::smallBalance),
  SMALL_BALANCE_DAYS(
      "smallBalanceDays",
      Group.SMALL_BALANCES,
      "Days of a small balance",
      "How long it stands before it is given up",
      0,
      720,
      BillingPolicy::smallBalanceDays),
  SMALL_BALANCE_YEARLY(
      "smallBalanceYearly",
      Group.SMALL_BALANCES,
      "Given up in a year, dollars",
      "The most that one patient is given up this way in a year",
      0,
      10_000,
      BillingPolicy::smallBalanceYearly),
  CREDIT_DAYS(
      "creditDays",
      Group.SMALL_BALANCES,
      "Days of a credit",
      "Within which a patient's credit goes back or is applied; Medicare's 60 days hold besides (42"
          + " CFR 489.41)",
      1,
      365,
      BillingPolicy::creditDays),
  PLAN_MOST_MONTHS(
      "planMostMonths",
      Group.PLANS,
      "Months of a plan, at most",
      "Over how many months a balance may be paid",
      1,
      60,
      BillingPolicy::planMostMonths),
  PLAN_LEAST_INSTALMENT(
      "planLeastInstalment",
      Group.PLANS,
      "Instalment, at least, dollars",
      "No instalment of a plan is less",
      1,
      10_000,
      BillingPolicy::planLeastInstalment),
  PLAN_GRACE_DAYS(
      "planGraceDays",
      Group.PLANS,
      "Days of grace",
      "After its due day and these days an instalment is missed",
      0,
      60,
      BillingPolicy::planGraceDays),
  PLAN_MISSED_LIMIT(
      "planMissedLimit",
      Group.PLANS,
      "Missed instalments",
      "With as many missed a plan is broken and all is due",
      1,
      12,
      BillingPolicy::planMissedLimit),
  POVERTY_BASE(
      "povertyBase",
      Group.ASSISTANCE,
      "Guideline for one, dollars a year",
      "Poverty guideline of a household of one",
      1,
      1_000_000,
      BillingPolicy::povertyBase),
  POVERTY_PER_PERSON(
      "povertyPerPerson",
      Group.ASSISTANCE,
      "For each further person, dollars a year",
      "What the guideline adds for each further person",
      1,
      1_000_000,
      BillingPolicy::povertyPerPerson),
  POVERTY_SOURCE(
      "povertySource",
      Group.ASSISTANCE,
      "Source of the guideline",
      "Where the two amounts are from, with the year",
      0,
      0,
      BillingPolicy::povertySource),
  ASSISTANCE_TIERS(
      "assistanceTiers",
      Group.ASSISTANCE,
      "Scale of assistance",
      "Income up to this percent of the guideline = percent given up: 200=100 300=50",
      0,
      0,
      BillingPolicy::tiersText);

  /// What a value is about.
  public enum Group {
    STATEMENTS("Statements and disputes"),
    COLLECTION("Before collection"),
    SMALL_BALANCES("Small balances and credits"),
    PLANS("Payment plans"),
    ASSISTANCE("Financial assistance");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    public List<PolicyField> fields() {
      return List.of(PolicyField.values()).stream().filter(f -> f.group == this).toList();
    }
  }

  private final String key;
  private final Group group;
  private final String title;
  private final String meaning;
  private final int least;
  private final int most;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Function<BillingPolicy, Object> value;

  PolicyField(
      String key,
      Group group,
      String title,
      String meaning,
      int least,
      int most,
      Function<BillingPolicy, Object> value) {
    this.key = key;
    this.group = group;
    this.title = title;
    this.meaning = meaning;
    this.least = least;
    this.most = most;
    this.value = value;
  }

  /// The name in forms and in the API.
  public String key() {
    return key;
  }

  public String title() {
    return title;
  }

  /// What it does, in plain words.
  public String meaning() {
    return meaning;
  }

  /// The value in a policy, as it is typed.
  public String in(BillingPolicy policy) {
    return value.apply(policy).toString();
  }

  /// What is wrong with the values of a policy, a sentence for each field.
  static Map<PolicyField, String> flaws(BillingPolicy policy) {
    var flaws = new EnumMap<PolicyField, String>(PolicyField.class);
    for (PolicyField field : values()) {
      switch (field.value.apply(policy)) {
        case Integer days -> field.bound(BigDecimal.valueOf(days), flaws);
        case Money amount -> field.bound(amount.toBigDecimal(), flaws);
        case Object text -> {
          if (text.toString().isBlank()) flaws.put(field, field.title + " is missing.");
        }
      }
    }
    return flaws;
  }

  private void bound(BigDecimal number, Map<PolicyField, String> flaws) {
    if (number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      flaws.put(this, "%s lies between %d and %d.".formatted(title, least, most));
    }
  }

  /// What differs between two policies, a line for each value.
  static List<String> changes(BillingPolicy before, BillingPolicy after) {
    var changes = new ArrayList<String>();
    for (PolicyField field : values()) {
      String old = field.in(before);
      String now = field.in(after);
      if (!old.equals(now)) changes.add("%s: %s → %s".formatted(field.title, old, now));
    }
    return changes;
  }
}
