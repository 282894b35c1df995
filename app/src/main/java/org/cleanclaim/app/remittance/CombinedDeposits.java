package org.cleanclaim.app.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.app.remittance.DepositLists.MissingDeposit;
import org.cleanclaim.app.remittance.DepositLists.OpenDeposit;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Deposits in which the bank has put several payments together, such as checks of one day. A
/// person says which; they have to make up the deposit to the cent.
@Component
@Transactional
public class CombinedDeposits {
  private record Deposit(long id, Money amount, LocalDate depositedOn) {}

  private record Payment(long id, @Nullable Long payerId, String trace, Money paid) {}

  private final JdbcClient jdbc;
  private final BankDeposits deposits;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Organizations organizations;
  private final Clock clock;

  CombinedDeposits(
      JdbcClient jdbc,
      BankDeposits deposits,
      Ledger ledger,
      AuditTrail audit,
      Organizations organizations,
      Clock clock) {
    this.jdbc = jdbc;
    this.deposits = deposits;
    this.ledger = ledger;
    this.audit = audit;
    this.organizations = organizations;
    this.clock = clock;
  }

  /// A deposit that no remittance explains.
  @Transactional(readOnly = true)
  public Optional<OpenDeposit> find(UUID deposit) {
    var today = organizations.today();
    return jdbc.sql(
            """
            select public_id, deposited_on, amount, trace, description
            from bank_deposit
            where public_id = :deposit and match is null and put_aside_at is null
            """)
        .param("deposit", deposit)
        .query((row, n) -> DepositLists.openDeposit(row, today))
        .optional();
  }

  /// A page of the remittances without deposit that could be in one: those paid nearest to its day
  /// first.
  @Transactional(readOnly = true)
  public ListPage<MissingDeposit> near(OpenDeposit deposit, int page) {
    var today = organizations.today();
    return ListPage.of(
        jdbc.sql(
                """
                select public_id, trace, payer_name, paid_on, paid
                from remittance
                where status = 'POSTED' and bank_deposit_id is null and no_deposit_at is null and paid <> 0
                order by abs(paid_on - :day), remittance_id
                """
                    + ListPage.PART)
            .param("day", deposit.depositedOn()),
        (row, n) -> DepositLists.missingDeposit(row, today),
        page);
  }

  /// A person says which remittances a deposit is made up of.
  ///
  /// @throws RemittanceRefusal when they do not add up to it, or one of them is settled already
  public void match(UUID deposit, List<UUID> remittances) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    var open =
        jdbc.sql(
                """
                select bank_deposit_id, amount, deposited_on
                from bank_deposit
                where public_id = :deposit and match is null and put_aside_at is null
                for update
                """)
            .param("deposit", deposit)
            .query((row, n) ->
                new Deposit(
                    row.getLong("bank_deposit_id"),
                    money(row, "amount"),
                    row.getObject("deposited_on", LocalDate.class)))
            .optional()
            .orElseThrow(() ->
                new RemittanceRefusal(
                    "The deposit has its remittance or was put aside already. Look at the list"
                        + " again."));
    var payments = payments(remittances);
    if (payments.size() < remittances.stream().distinct().count()) {
      throw new RemittanceRefusal(
          "One of the remittances has its deposit already. Nothing was changed: choose again.");
    }
    Money sum = Money.sum(payments.stream().map(Payment::paid).toList());
    if (payments.isEmpty() || !sum.equals(open.amount())) {
      throw new RemittanceRefusal(
          "The deposit is $%s, the chosen remittances make $%s: $%s differ. Nothing was changed, choose again."
              .formatted(
                  open.amount().grouped(),
                  sum.grouped(),
                  open.amount().minus(sum).abs().grouped()));
    }
    if (payments.size() == 1) deposits.match(deposit, remittances.getFirst());
    else settle(deposit, open, payments);
  }

  private List<Payment> payments(List<UUID> remittances) {
    return jdbc.sql(
            """
            select remittance_id, payer_id, trace, paid
            from remittance
            where public_id = any (:remittances) and status = 'POSTED' and bank_deposit_id is null and no_deposit_at is null
            order by remittance_id
            for update
            """)
        .param("remittances", remittances.toArray(UUID[]::new))
        .query((row, n) ->
            new Payment(
                row.getLong("remittance_id"),
                row.getObject("payer_id", Long.class),
                row.getString("trace"),
                money(row, "paid")))
        .list();
  }

  private void settle(UUID deposit, Deposit open, List<Payment> payments) {
    jdbc.sql(
            """
            update bank_deposit
            set match = 'SEVERAL', matched_at = :now, matched_by = :actor
            where bank_deposit_id = :deposit
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .param("deposit", open.id())
        .update();
    jdbc.sql(
            "update remittance set bank_deposit_id = :deposit where remittance_id = any"
                + " (:remittances)")
        .param("deposit", open.id())
        .param("remittances", payments.stream().map(Payment::id).toArray(Long[]::new))
        .update();
    var draft =
        PostingDraft.of(
            "DEPOSIT",
            "The bank shows the payments together",
            payments.size() + " remittances",
            "deposit-" + deposit,
            open.depositedOn());
    for (Payment payment : payments) {
      draft
          .about(null, null, null, payment.payerId())
          .debit(Account.BANK, payment.paid(), null, payment.trace())
          .credit(Account.DEPOSIT_IN_TRANSIT, payment.paid(), null, payment.trace());
    }
    ledger.post(draft.build());
    audit.record("reassociated", "bank deposit", deposit, null, "SEVERAL");
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.of(row.getBigDecimal(column).toPlainString());
  }
}
