package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A bill to a patient that says of each cent why it is owed.
///
/// @param filePath the PDF under the home folder
public record Statement(
    long id,
    UUID publicId,
    long patientId,
    String number,
    LocalDate issuedOn,
    LocalDate dueOn,
    Money balance,
    Content content,
    String filePath) {

  /// What stands on the paper. The explained amounts add up to the balance.
  ///
  /// @param payments what the patient has paid, as negative amounts
  public record Content(List<Visit> visits, List<Item> payments) {
    public Content {
      visits = List.copyOf(visits);
      payments = List.copyOf(payments);
    }

    public Money total() {
      Money visitTotal = Money.sum(visits.stream().map(Visit::owed).toList());
      return visitTotal.plus(Money.sum(payments.stream().map(Item::amount).toList()));
    }
  }

  /// A visit with its money.
  ///
  /// @param planPaid null for a visit without a plan
  public record Visit(
      LocalDate servedOn,
      String provider,
      Money charged,
      Money planDiscount,
      @Nullable Money planPaid,
      List<Item> items) {
    public Visit {
      items = List.copyOf(items);
    }

    public Money owed() {
      return Money.sum(items.stream().map(Item::amount).toList());
    }
  }

  /// One reason with its amount.
  public record Item(String label, String explanation, Money amount) {}
}
