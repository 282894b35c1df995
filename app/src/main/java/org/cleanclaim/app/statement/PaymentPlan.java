package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.statement.Statement.PlanPart;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What a household pays month by month. A plan asks for no more than is due: what a payer's later
/// decision, assistance or a write-off takes off the bill, and what is in dispute, is taken off its
/// last instalments.
///
/// @param total as it was agreed
/// @param paid since it was agreed, less what came back
/// @param instalments what each of them asks for by now; those that ask for nothing are left out
/// @param disputedDays of disputes since it was agreed that are over: they do not count for what is
///   missed
public record PaymentPlan(
    long id,
    UUID publicId,
    long patientId,
    Money total,
    LocalDate agreedOn,
    String note,
    Status status,
    Money paid,
    @Nullable LocalDate endedOn,
    @Nullable String endedWhy,
    int disputedDays,
    List<Instalment> instalments) {
  /// Where a plan stands.
  public enum Status {
    ACTIVE,
    COMPLETED,
    BROKEN,
    CANCELLED
  }

  /// @param amount to the cent; all of a plan add up to its total when it is agreed
  public record Instalment(int number, LocalDate dueOn, Money amount) {}

  public PaymentPlan {
    instalments = List.copyOf(instalments);
  }

  /// Equal instalments a month apart; the first ones carry the cents that do not divide.
  static List<Instalment> schedule(Money total, int months, LocalDate firstDueOn) {
    var weights = new ArrayList<Long>();
    for (int i = 0; i < months; i++) weights.add(1L);
    var amounts = total.allocate(weights);
    var instalments = new ArrayList<Instalment>();
    for (int i = 0; i < months; i++) {
      instalments.add(new Instalment(i + 1, firstDueOn.plusMonths(i), amounts.get(i)));
    }
    return instalments;
  }

  /// The plan when no more than an amount is due.
  PaymentPlan withNoMoreThan(Money due) {
    Money asked = paid.plus(due.max(Money.ZERO));
    var kept = new ArrayList<Instalment>();
    for (Instalment instalment : instalments) {
      Money amount = instalment.amount().min(asked);
      asked = asked.minus(amount);
      if (amount.isPositive()) {
        kept.add(new Instalment(instalment.number(), instalment.dueOn(), amount));
      }
    }
    return new PaymentPlan(
        id,
        publicId,
        patientId,
        total,
        agreedOn,
        note,
        status,
        paid,
        endedOn,
        endedWhy,
        disputedDays,
        kept);
  }

  /// Whether all that was agreed is paid.
  boolean isPaidUp() {
    return paid.compareTo(total) >= 0;
  }

  /// What is not paid of what it asks for by now.
  public Money left() {
    return asked().minus(paid).max(Money.ZERO);
  }

  /// What it asks for by now.
  public Money asked() {
    return Money.sum(instalments.stream().map(Instalment::amount).toList());
  }

  /// What is not paid of the instalments through a day.
  public Money due(LocalDate through) {
    Money asked =
        Money.sum(
            instalments.stream()
                .filter(i -> !i.dueOn().isAfter(through))
                .map(Instalment::amount)
                .toList());
    return asked.minus(paid).max(Money.ZERO);
  }

  /// Whether what was paid covers an instalment: the earlier ones come first.
  public boolean isPaid(Instalment instalment) {
    return paid.compareTo(askedThrough(instalment)) >= 0;
  }

  private Money askedThrough(Instalment last) {
    return Money.sum(
        instalments.stream()
            .filter(i -> i.number() <= last.number())
            .map(Instalment::amount)
            .toList());
  }

  /// Instalments not paid within the days of grace.
  public List<Instalment> missed(LocalDate on, int graceDays) {
    return instalments.stream().filter(i -> isMissed(i, on, graceDays)).toList();
  }

  public boolean isMissed(Instalment instalment, LocalDate on, int graceDays) {
    return !on.isBefore(missedFrom(instalment, graceDays)) && !isPaid(instalment);
  }

  /// The day from which an instalment that is not paid is missed.
  LocalDate missedFrom(Instalment instalment, int graceDays) {
    return instalment.dueOn().plusDays(graceDays + (long) disputedDays + 1);
  }

  /// As a statement shows it.
  PlanPart part(LocalDate dueOn) {
    var open = instalments.stream().filter(i -> !isPaid(i)).findFirst();
    return new PlanPart(
        asked(),
        left(),
        due(dueOn),
        open.map(Instalment::dueOn).orElse(dueOn),
        open.map(i -> askedThrough(i).minus(paid).max(Money.ZERO).min(i.amount()))
            .orElse(Money.ZERO));
  }
}
