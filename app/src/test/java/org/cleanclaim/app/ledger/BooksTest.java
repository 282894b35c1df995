package org.cleanclaim.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.practice.Practice;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

class BooksTest {
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);

  private final Practice practice = new Practice("books", "1993999998");
  private final DemoServer server = practice.server;

  @Test
  void aClosedPeriodNeverChangesAndLaterEntriesCountForTheFirstOpenDay() {
    practice.inside(() -> {
      var ledger = server.bean(Ledger.class);
      var books = server.bean(Books.class);
      ledger.post(draft("before", MARCH));
      books.close(Closings.Kind.PERIOD, MARCH, "month end");
      var closing = server.bean(Closings.class).all().getFirst();

      ledger.post(draft("late", MARCH.minusDays(3)));

      assertThat(books.isUnchanged(closing)).isTrue();
      var journal = books.journal(MARCH.plusDays(1), MARCH.plusDays(1));
      assertThat(journal)
          .hasSize(2)
          .allSatisfy(l -> assertThat(l.documentOn()).isEqualTo(MARCH.minusDays(3)));
      assertThatThrownBy(() -> books.close(Closings.Kind.PERIOD, MARCH, null))
          .isInstanceOf(LedgerRefusal.class)
          .hasMessageContaining("closed already");
      assertThatThrownBy(() -> books.close(Closings.Kind.DAY, MARCH.minusDays(1), null))
          .as("a day of a closed period")
          .hasMessageContaining("closed already");
      assertThatThrownBy(() -> books.close(Closings.Kind.PERIOD, MARCH.minusDays(1), null))
          .isInstanceOf(LedgerRefusal.class)
          .hasMessageContaining("last day of a month");
      return true;
    });
  }

  private static PostingDraft draft(String key, LocalDate on) {
    return PostingDraft.of("TEST", "test", "test", key, on)
        .debit(Account.BANK, Money.of("10"), null, null)
        .credit(Account.CHARGES, Money.of("10"), null, null)
        .build();
  }
}
