package org.cleanclaim.app.statement;

import java.time.LocalDate;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// Whether a statement goes to a household on a day, and which one in the row. A pure decision over
/// the facts.
public final class Dunning {
  private Dunning() {}

  /// @param due what the household has to pay now
  /// @param waiting what insurance has still to decide
  /// @param last the last statement since the household last owed nothing; null for none
  /// @param paidSinceLast less what came back
  /// @param hold why statements are held back; null when they are not
  record Facts(
      LocalDate day,
      Money balance,
      Money due,
      Money waiting,
      Money disputed,
      @Nullable Last last,
      Money paidSinceLast,
      @Nullable String hold,
      boolean hasPlan,
      boolean isAtAgency) {}

  /// @param nextOn when the next is to go out
  record Last(LocalDate issuedOn, int step, LocalDate nextOn) {}

  /// What is decided, with its reason.
  public sealed interface Decision {
    /// It goes out.
    ///
    /// @param step the last by policy is the final notice
    record Send(int step, boolean isFinal, LocalDate nextOn) implements Decision {}

    /// It does not go out.
    ///
    /// @param until when it is looked at again by itself; null when something has to happen first
    record Wait(String reason, @Nullable LocalDate until) implements Decision {}
  }

  static Decision decide(Facts facts, BillingPolicy policy) {
    if (!facts.balance().isPositive()) return new Decision.Wait("Nothing is owed", null);
    if (facts.isAtAgency()) {
      return new Decision.Wait("The balance is with a collection agency", null);
    }
    if (facts.hold() != null) return new Decision.Wait("Held: " + facts.hold(), null);
    if (!facts.due().isPositive()) {
      return facts.disputed().isPositive()
          ? new Decision.Wait("All that is due is in dispute", null)
          : new Decision.Wait("Insurance is not done", null);
    }
    if (facts.due().compareTo(policy.smallBalance()) <= 0) {
      return new Decision.Wait(
          "%s is not above the small balance of %s".formatted(facts.due(), policy.smallBalance()),
          null);
    }
    var last = facts.last();
    if (last == null) return send(1, facts.day(), policy);
    if (facts.day().isBefore(last.nextOn())) {
      return new Decision.Wait("The last statement is of " + last.issuedOn(), last.nextOn());
    }
    boolean isPaying = facts.hasPlan() || facts.paidSinceLast().isPositive();
    if (isPaying)
      return send(
          Math.min(last.step(), policy.statementsBeforeCollection() - 1), facts.day(), policy);
    if (last.step() >= policy.statementsBeforeCollection()) {
      return new Decision.Wait(
          "The final notice went out on %s; decide on collection".formatted(last.issuedOn()), null);
    }
    return send(last.step() + 1, facts.day(), policy);
  }

  private static Decision send(int step, LocalDate day, BillingPolicy policy) {
    return new Decision.Send(
        step, step >= policy.statementsBeforeCollection(), day.plusDays(policy.cycleDays()));
  }
}
