package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A bill to a household that says of each cent why it is owed.
///
/// @param patientId the holder of the account
/// @param balance all that the ledger has as open; what is explained adds up to it
/// @param filePath the PDF under the home folder
/// @param step which statement in a row it is; the last by policy is the final notice
/// @param dueNow what has to be paid by the due day: without what insurance has still to decide,
///   what is disputed, and what a plan puts off
/// @param nextOn when the next one goes out if nothing is paid
public record Statement(
    long id,
    UUID publicId,
    long patientId,
    String number,
    LocalDate issuedOn,
    LocalDate dueOn,
    Money balance,
    Content content,
    String filePath,
    Language language,
    int step,
    Money dueNow,
    @Nullable LocalDate nextOn) {

  /// What stands on the paper. Visits and payments add up to the balance.
  ///
  /// @param payments what was paid, as negative amounts, and what came back or was refunded
  /// @param notDue parts of the balance that need not be paid now, each with its reason
  /// @param plan null without a payment plan
  public record Content(
      List<Visit> visits,
      List<Item> payments,
      List<Item> notDue,
      @Nullable Ageing ageing,
      @Nullable PlanPart plan) {
    public Content {
      visits = List.copyOf(visits);
      payments = List.copyOf(payments);
      notDue = List.copyOf(Objects.requireNonNullElse(notDue, List.of()));
    }

    public Money total() {
      Money visitTotal = Money.sum(visits.stream().map(Visit::owed).toList());
      return visitTotal.plus(Money.sum(payments.stream().map(Item::amount).toList()));
    }
  }

  /// A visit with its money: charged = discount + plan paid + still with the plan + given up + left
  /// to you.
  ///
  /// @param patient whose visit it was; null on old statements, of one patient
  /// @param planPaid null for a visit without a plan
  /// @param withPlan what the plan has still to decide
  /// @param givenUp of the patient's part by the practice; it stands among the items as well
  /// @param decidedAnew what plans have changed of what they had left to the patient
  public record Visit(
      LocalDate servedOn,
      String provider,
      Money charged,
      Money planDiscount,
      @Nullable Money planPaid,
      List<Item> items,
      @Nullable String patient,
      @Nullable Money withPlan,
      @Nullable Money givenUp,
      List<DecidedAnew> decidedAnew) {
    public Visit {
      items = List.copyOf(items);
      decidedAnew = List.copyOf(Objects.requireNonNullElse(decidedAnew, List.of()));
    }

    public Money owed() {
      return Money.sum(items.stream().map(Item::amount).toList());
    }

    /// Whether the parts of the charge add up.
    boolean addsUp() {
      Money parts = planDiscount.plus(owed());
      if (planPaid != null) parts = parts.plus(planPaid);
      if (withPlan != null) parts = parts.plus(withPlan);
      if (givenUp != null) parts = parts.plus(givenUp);
      return parts.equals(charged);
    }
  }

  /// An amount as people read it, a minus before the dollar sign.
  public static String dollars(Money amount) {
    return amount.isNegative() ? "−$" + amount.negated().grouped() : "$" + amount.grouped();
  }

  /// One reason with its amount.
  ///
  /// @param spanishLabel null on old statements
  public record Item(
      String label,
      String explanation,
      Money amount,
      @Nullable String spanishLabel,
      @Nullable String spanishExplanation) {
    static Item of(Words words, Money amount) {
      return new Item(
          words.label(),
          words.explanation(),
          amount,
          words.spanishLabel(),
          words.spanishExplanation());
    }

    public String dollars() {
      return Statement.dollars(amount);
    }

    public String label(Language language) {
      return spanishLabel == null ? label : language.of(label, spanishLabel);
    }

    public String explanation(Language language) {
      return spanishExplanation == null
          ? explanation
          : language.of(explanation, spanishExplanation);
    }
  }

  /// What is due, by days since it became the patient's; days in dispute do not count.
  public record Ageing(
      Money days0to30, Money days31to60, Money days61to90, Money days91to120, Money over120) {
    public Money total() {
      return Money.sum(List.of(days0to30, days31to60, days61to90, days91to120, over120));
    }
  }

  /// The payment plan as a statement shows it.
  ///
  /// @param left of the plan's total
  /// @param due of instalments through the statement's due day
  public record PlanPart(
      Money total, Money left, Money due, LocalDate nextDueOn, Money nextAmount) {}
}
