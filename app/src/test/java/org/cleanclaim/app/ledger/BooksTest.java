package org.cleanclaim.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.Address;
import org.junit.jupiter.api.Test;

class BooksTest {
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);

  private final DemoServer server = DemoServer.shared();
  private final Organization practice =
      server
          .bean(Organizations.class)
          .register(
              new Organization(
                  0,
                  "Practice with closed books",
                  new Npi("1993999998"),
                  new TaxId("123456789", TaxId.Kind.EMPLOYER),
                  new Taxonomy("207Q00000X"),
                  new Address("1 Test Street", null, "Marlow", "OH", "432150001"),
                  null,
                  "America/New_York"));

  @Test
  void aClosedPeriodNeverChangesAndLaterEntriesCountForTheFirstOpenDay() {
    Acting.as(
        Actor.system(practice.id(), "test"),
        () -> {
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
