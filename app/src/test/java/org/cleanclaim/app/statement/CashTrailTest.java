package org.cleanclaim.app.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.statement.CashTrail.Part;
import org.cleanclaim.app.statement.CashTrail.Place;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// Whose money lies where, by moves alone.
class CashTrailTest {
  private static final Place CASH = Place.cash(1);
  private static final Place OTHER_CASH = Place.cash(2);
  private static final Place VISIT = new Place(Place.Kind.APPLIED, 1, 11L);
  private static final Place OTHER_VISIT = new Place(Place.Kind.APPLIED, 2, 12L);

  private final CashTrail trail = new CashTrail();

  private static Money usd(String amount) {
    return Money.of(amount);
  }

  @Test
  void theOldestCashIsSpentFirstUnlessThePostingIsAboutAnother() {
    trail.comes(CASH, "A", usd("10"));
    trail.comes(CASH, "B", usd("10"));

    trail.moves(CASH, VISIT, "B", usd("4"));
    trail.moves(CASH, OTHER_VISIT, null, usd("12"));

    assertThat(trail.of("A")).containsExactly(new Part(OTHER_VISIT, usd("10")));
    assertThat(trail.of("B"))
        .containsExactly(
            new Part(CASH, usd("4")), new Part(VISIT, usd("4")), new Part(OTHER_VISIT, usd("2")));
  }

  @Test
  void moneyStaysWhoseItWasWhenAVisitFreesItForAnother() {
    trail.comes(CASH, "A", usd("10"));
    trail.moves(CASH, OTHER_VISIT, "A", usd("10"));
    trail.moves(OTHER_VISIT, OTHER_CASH, null, usd("6"));

    assertThat(trail.of("A"))
        .containsExactly(new Part(OTHER_VISIT, usd("4")), new Part(OTHER_CASH, usd("6")));
  }

  @Test
  void whatComesToAPlaceThatLacksMoneyFillsTheHoleFirst() {
    trail.comes(CASH, "A", usd("10"));
    trail.moves(CASH, VISIT, "A", usd("10"));
    trail.leaves(CASH, "A", usd("10"));
    assertThat(trail.of("A")).containsExactly(new Part(VISIT, usd("10")));

    trail.moves(VISIT, CASH, "A", usd("10"));

    assertThat(trail.of("A")).isEmpty();
  }

  @Test
  void moneyThatIsRefundedIsNotOnAVisit() {
    var refund = new Place(Place.Kind.REFUND, 1, null);
    trail.comes(CASH, "A", usd("10"));
    trail.comes(CASH, "B", usd("5"));
    trail.moves(CASH, refund, null, usd("12"));

    assertThat(trail.of("A")).containsExactly(new Part(refund, usd("10")));
    assertThat(trail.of("B")).containsExactly(new Part(CASH, usd("3")), new Part(refund, usd("2")));
  }
}
