package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Books;
import org.cleanclaim.app.ledger.Closings.Kind;
import org.cleanclaim.app.ledger.LedgerRefusal;
import org.cleanclaim.app.ledger.WriteOffs;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// Late in the evening of a practice it is the next day in Greenwich already: what is done then is
/// of the practice's day.
class PracticeDayTest {
  private static final Office OFFICE = new Office("eve", "1003000886");
  private static final LocalDate DAY = Office.TODAY.minusDays(2);

  private static <R> R thatEvening(ScopedValue.CallableOp<R, RuntimeException> work) {
    var clock = Clock.fixed(DAY.atTime(22, 30).atZone(Office.ZONE).toInstant(), ZoneOffset.UTC);
    return Acting.as(
        new Actor(OFFICE.organization.id(), "manager", Set.of(Role.MANAGER), false), clock, work);
  }

  @Test
  void aWriteOffOfTheEveningIsOfThatDay() {
    var claim = OFFICE.atPayer("99213");

    thatEvening(() ->
        OFFICE
            .server
            .bean(WriteOffs.class)
            .request(
                new WriteOffs.Request(
                    Account.INSURANCE_RECEIVABLE,
                    claim.patientId().value(),
                    claim.id().value(),
                    WriteOffs.Reason.OTHER,
                    "A courtesy",
                    Money.of("10.00"))));

    assertThat(
            OFFICE.read(() ->
                OFFICE
                    .jdbc()
                    .sql(
                        """
                        select max(p.effective_on) from posting p join entry e using (posting_id)
                        where e.claim_id = :claim and e.account = 'WRITE_OFF'
                        """)
                    .param("claim", claim.id().value())
                    .query(LocalDate.class)
                    .single()))
        .isEqualTo(DAY);
  }

  @Test
  void theNextDayIsNotClosedBeforeItHasBegun() {
    assertThatThrownBy(() ->
            thatEvening(() -> {
              OFFICE.server.bean(Books.class).close(Kind.DAY, DAY.plusDays(1), null);
              return true;
            }))
        .isInstanceOf(LedgerRefusal.class)
        .hasMessageContaining("still to come");
  }
}
