package org.cleanclaim.app.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.cleanclaim.app.statement.Statement.Ageing;
import org.cleanclaim.kernel.Money;

/// What a household owes at a moment, and which part of it has to be paid now.
///
/// @param balance receivable less cash not applied, by the ledger
/// @param due insurance is done and nobody disputes it
/// @param credit cash without a visit to pay
public record Standing(
    Household household,
    List<VisitShare> shares,
    Money balance,
    Money due,
    Money waiting,
    Money disputed,
    Money credit) {
  public Standing {
    shares = List.copyOf(shares);
  }

  /// When the oldest of what is due became the patient's.
  Instant dueSince() {
    return shares.stream()
        .filter(VisitShare::isDue)
        .map(VisitShare::becameAt)
        .min(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /// How much more was given up than is left to the patients by now: nobody's money, so that it
  /// goes back to nobody.
  public Money givenUpTooMuch() {
    return Money.sum(shares.stream().map(VisitShare::givenUpTooMuch).toList());
  }

  /// What is due by its age.
  public Ageing ageing(LocalDate on) {
    Money[] parts = {Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO};
    for (VisitShare share : shares) {
      if (!share.isDue()) continue;
      int part = Math.min(4, Math.max(0, (share.age(on) - 1) / 30));
      parts[part] = parts[part].plus(share.due());
    }
    return new Ageing(parts[0], parts[1], parts[2], parts[3], parts[4]);
  }
}
