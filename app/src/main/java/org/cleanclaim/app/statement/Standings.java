package org.cleanclaim.app.statement;

import java.util.List;
import java.util.function.Function;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.kernel.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads what households owe from the ledger.
@Component
@Transactional(readOnly = true)
public class Standings {
  private final Ledger ledger;
  private final VisitShares shares;

  Standings(Ledger ledger, VisitShares shares) {
    this.ledger = ledger;
    this.shares = shares;
  }

  public Standing of(Household household) {
    var open = shares.of(household);
    Money balance = Money.ZERO;
    Money cash = Money.ZERO;
    for (var member : household.members()) {
      long id = member.id().value();
      balance = balance.plus(ledger.patientBalance(id));
      cash = cash.plus(ledger.accountBalance(Account.UNAPPLIED_CASH, id).negated());
    }
    return new Standing(
        household,
        open,
        balance,
        sum(open, VisitShare::due),
        sum(open, s -> s.isDisputed() ? Money.ZERO : s.waiting()),
        sum(open, s -> s.isDisputed() ? s.owed().max(Money.ZERO) : Money.ZERO),
        cash.max(Money.ZERO));
  }

  private static Money sum(List<VisitShare> open, Function<VisitShare, Money> part) {
    return Money.sum(open.stream().map(part).toList());
  }
}
