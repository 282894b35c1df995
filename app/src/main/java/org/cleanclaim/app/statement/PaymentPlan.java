package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.statement.Statement.PlanPart;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What a household pays month by month.
///
/// @param paid since it was agreed, less what came back
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
    List<Instalment> instalments) {
  /// Where a plan stands.
  public enum Status {
    ACTIVE,
    COMPLETED,
    BROKEN,
    CANCELLED
  }

  /// @param amount to the cent; all of a plan add up to its total
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

  /// What is not paid of the total.
  public Money left() {
    return total.minus(paid).max(Money.ZERO);
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
    return instalments.stream()
        .filter(i -> i.dueOn().plusDays(graceDays).isBefore(on) && !isPaid(i))
        .toList();
  }

  /// As a statement shows it.
  PlanPart part(LocalDate dueOn) {
    var next =
        instalments.stream().filter(i -> !isPaid(i)).findFirst().orElse(instalments.getLast());
    Money open = askedThrough(next).minus(paid).max(Money.ZERO).min(next.amount());
    return new PlanPart(total, left(), due(dueOn), next.dueOn(), open);
  }
}
