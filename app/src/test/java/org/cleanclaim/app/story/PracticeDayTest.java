package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.denial.DenialFigures;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Books;
import org.cleanclaim.app.ledger.Closings.Kind;
import org.cleanclaim.app.ledger.LedgerRefusal;
import org.cleanclaim.app.ledger.WriteOffs;
import org.cleanclaim.app.remittance.BankDeposits;
import org.cleanclaim.app.remittance.CombinedDeposits;
import org.cleanclaim.app.remittance.DepositLists;
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
  void aDepositOfTheEveningIsNoDayOld() {
    var line =
        new BankDeposits.StatementLine(DAY, Money.of("12.34"), "EVENING-1", "Payer of the evening");
    thatEvening(() -> OFFICE.server.bean(BankDeposits.class).take(List.of(line), null));

    var open =
        thatEvening(() -> OFFICE.server.bean(DepositLists.class).withoutRemittance(1).rows());

    assertThat(open)
        .filteredOn(deposit -> "EVENING-1".equals(deposit.trace()))
        .singleElement()
        .satisfies(deposit -> {
          assertThat(deposit.ageInDays()).isZero();
          assertThat(
                  thatEvening(() ->
                      OFFICE.server.bean(CombinedDeposits.class).find(deposit.id()).orElseThrow()))
              .isEqualTo(deposit);
        });
  }

  @Test
  void aRejectionOfTheEveningCountsOnThatDay() {
    var claim = OFFICE.atPayer("99213");
    OFFICE.write(() ->
        OFFICE
            .jdbc()
            .sql(
                """
                insert into claim_event (claim_id, happened_at, actor, what, why)
                values (:claim, :at, 'payer', 'Rejected', 'by the evening file')
                """)
            .param("claim", claim.id().value())
            .param("at", Timestamp.from(DAY.atTime(22, 30).atZone(Office.ZONE).toInstant()))
            .update());

    assertThat(rejected(DAY)).isEqualTo(1);
    assertThat(rejected(DAY.plusDays(1))).isZero();
  }

  private static int rejected(LocalDate day) {
    return OFFICE.read(() -> OFFICE.server.bean(DenialFigures.class).of(day, day).rejected());
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
