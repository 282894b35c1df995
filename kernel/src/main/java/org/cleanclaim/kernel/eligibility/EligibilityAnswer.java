package org.cleanclaim.kernel.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.authorization.ReviewItem.Trace;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.jspecify.annotations.Nullable;

/// What the payer answered.
///
/// @param traces numbers of the question (TRN): 2 ours, 1 the payer's
/// @param dates plan, eligibility and service days of the person, in the order sent (DTP)
/// @param rejections why the question could not be answered (AAA); empty when it was
public record EligibilityAnswer(
    List<Trace> traces,
    AnswerParties parties,
    Status status,
    List<QualifiedDate> dates,
    List<Benefit> benefits,
    List<Rejection> rejections) {
  public EligibilityAnswer {
    traces = List.copyOf(traces);
    dates = List.copyOf(dates);
    benefits = List.copyOf(benefits);
    rejections = List.copyOf(rejections);
  }

  /// An answer to a question of ours in its own words: our number, plan and plan dates.
  public EligibilityAnswer(
      @Nullable String trace,
      String payerName,
      @Nullable String payerId,
      @Nullable String memberId,
      Status status,
      @Nullable String planName,
      @Nullable EffectivePeriod coverage,
      @Nullable LocalDate asOf,
      List<Benefit> benefits,
      List<Rejection> rejections) {
    this(
        trace == null ? List.of() : List.of(new Trace("2", trace, "")),
        AnswerParties.of(payerName, payerId, memberId),
        status,
        dates(coverage, asOf),
        named(benefits, planName),
        rejections);
  }

  /// The answer in one word.
  public enum Status {
    ACTIVE,
    INACTIVE,
    REJECTED,
    UNKNOWN
  }

  /// @param level the loop that was refused: transaction, payer, provider, subscriber or dependent
  /// @param validity AAA01: Y when the question was valid, else N
  /// @param reasonCode AAA03
  /// @param followUpCode AAA04
  public record Rejection(
      String level, String validity, String reasonCode, @Nullable String followUpCode) {
    public Rejection(String level, String reasonCode, @Nullable String followUpCode) {
      this(level, "N", reasonCode, followUpCode);
    }
  }

  /// Our number of the question, when returned.
  public @Nullable String trace() {
    for (Trace trace : traces) {
      if (trace.kind().equals("2")) return trace.number();
    }
    return traces.isEmpty() ? null : traces.getFirst().number();
  }

  public String payerName() {
    return parties.payer() == null ? "" : parties.payer().name().display();
  }

  public @Nullable String payerId() {
    return parties.payer() == null ? null : parties.payer().id();
  }

  public @Nullable String memberId() {
    return parties.subscriber() == null ? null : parties.subscriber().id();
  }

  /// What the benefits say of the plan in one word; rejections count when they say nothing.
  public static Status status(List<Benefit> benefits, List<Rejection> rejections) {
    return PlanStatements.of(benefits).status(rejections);
  }

  /// Whether the payer calls the coverage active and is still looking into it (EB01 is 5).
  public boolean isUnderInvestigation() {
    return PlanStatements.of(benefits).isUnderInvestigation();
  }

  /// The plan's name, else the first that a benefit names.
  public @Nullable String planName() {
    String ofPlan = PlanStatements.of(benefits).planName();
    if (ofPlan != null) return ofPlan;
    for (Benefit benefit : benefits) {
      if (benefit.planName() != null) return benefit.planName();
    }
    return null;
  }

  /// Whether the plan covers a day, as far as the payer says when it begins and ends.
  public boolean covers(LocalDate day) {
    return PlanStatements.of(benefits).days(dates).stream().anyMatch(days -> days.contains(day));
  }

  /// From the first to the last day of the plan, as far as stated; with several active plans those
  /// of all.
  public PlanDays planDays() {
    return PlanStatements.of(benefits).days(dates).stream()
        .reduce(PlanDays::span)
        .orElse(PlanDays.NOT_SAID);
  }

  /// The day that the answer is about, when it says one.
  public @Nullable LocalDate asOf() {
    for (QualifiedDate date : dates) {
      if (PlanDays.isPeriod(date)) return date.from();
    }
    return null;
  }

  private static List<QualifiedDate> dates(
      @Nullable EffectivePeriod coverage, @Nullable LocalDate asOf) {
    var dates = new ArrayList<QualifiedDate>(3);
    if (asOf != null) dates.add(day("291", asOf));
    if (coverage != null) {
      dates.add(day("346", coverage.from()));
      if (coverage.until() != null) dates.add(day("347", coverage.until().minusDays(1)));
    }
    return dates;
  }

  private static QualifiedDate day(String qualifier, LocalDate day) {
    return new QualifiedDate(qualifier, day, day, null);
  }

  /// The plan's name stands in the first benefit, unless one names it already.
  private static List<Benefit> named(List<Benefit> benefits, @Nullable String planName) {
    boolean isNamed = benefits.stream().anyMatch(b -> b.planName() != null);
    if (planName == null || isNamed || benefits.isEmpty()) return benefits;
    var named = new ArrayList<>(benefits);
    Benefit first = named.getFirst();
    named.set(
        0,
        new Benefit(
            first.kindCode(),
            first.coverageLevel(),
            first.serviceTypes(),
            first.insuranceType(),
            planName,
            first.timePeriod(),
            first.amount(),
            first.percent(),
            first.countKind(),
            first.count(),
            first.authorizationRequired(),
            first.inNetwork(),
            first.procedure(),
            first.deliveries(),
            first.particulars(),
            first.rejections(),
            first.messages(),
            first.settings(),
            first.providers()));
    return named;
  }

  @Override
  public String toString() {
    return "EligibilityAnswer[" + trace() + " " + status + "]";
  }
}
