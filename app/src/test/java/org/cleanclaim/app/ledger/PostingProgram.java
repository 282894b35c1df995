package org.cleanclaim.app.ledger;

import java.nio.file.Path;
import java.time.LocalDate;
import org.cleanclaim.app.ApplicationStart;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.practice.Practice;
import org.cleanclaim.app.storage.Database;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.postgres.PostgresServer;

/// Posts without end and prints the number of each posting that was acknowledged. Made to be
/// killed.
final class PostingProgram {
  private PostingProgram() {}

  public static void main(String[] arguments) {
    Path home = Path.of(arguments[0]);
    var owner = PostgresServer.start(home).connection();
    var database =
        Database.prepare(
            owner.jdbcUrl(), owner.user(), owner.password(), home.resolve("application-password"));
    var context = ApplicationStart.withoutPages(home, database);
    var practice =
        context
            .getBean(Organizations.class)
            .register(Practice.named("Test practice", "1234567893"));
    var ledger = context.getBean(Ledger.class);
    Acting.as(
        Actor.system(practice.id(), "test"),
        () -> {
          for (int number = 1; ; number++) {
            ledger.post(
                PostingDraft.of("TEST", "test", "test", "key-" + number, LocalDate.of(2026, 1, 1))
                    .debit(Account.BANK, Money.ofCents(number), null, null)
                    .credit(Account.CHARGES, Money.ofCents(number), null, null)
                    .build());
            System.out.println(number);
          }
        });
  }
}
