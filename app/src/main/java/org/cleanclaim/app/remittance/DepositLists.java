package org.cleanclaim.app.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads what bank and payers do not both have, by age.
@Component
@Transactional(readOnly = true)
public class DepositLists {
  /// A deposit that no remittance explains, with its age in days.
  public record OpenDeposit(
      UUID id,
      LocalDate depositedOn,
      Money amount,
      @Nullable String trace,
      String description,
      int ageInDays) {}

  /// A deposit that is no payment of a payer, and why.
  public record AsideDeposit(
      UUID id, LocalDate depositedOn, Money amount, String description, String why, String by) {}

  /// A posted remittance whose money the bank has not shown, with its age in days.
  public record MissingDeposit(
      UUID remittanceId, String trace, String payer, LocalDate paidOn, Money paid, int ageInDays) {}

  private final JdbcClient jdbc;
  private final Organizations organizations;

  DepositLists(JdbcClient jdbc, Organizations organizations) {
    this.jdbc = jdbc;
    this.organizations = organizations;
  }

  /// A page of the deposits without remittance, the oldest first.
  public ListPage<OpenDeposit> withoutRemittance(int page) {
    var today = organizations.today();
    return ListPage.of(
        jdbc.sql(
            """
            select public_id, deposited_on, amount, trace, description
            from bank_deposit
            where match is null and put_aside_at is null
            order by deposited_on, bank_deposit_id
            """
                + ListPage.PART),
        (row, n) -> openDeposit(row, today),
        page);
  }

  /// A page of the deposits that are no payments of payers, those put aside last first.
  public ListPage<AsideDeposit> putAside(int page) {
    return ListPage.of(
        jdbc.sql(
            """
            select public_id, deposited_on, amount, description, put_aside_why, put_aside_by
            from bank_deposit
            where put_aside_at is not null
            order by put_aside_at desc, bank_deposit_id
            """
                + ListPage.PART),
        (row, n) ->
            new AsideDeposit(
                row.getObject("public_id", UUID.class),
                row.getObject("deposited_on", LocalDate.class),
                money(row, "amount"),
                row.getString("description"),
                row.getString("put_aside_why"),
                row.getString("put_aside_by")),
        page);
  }

  /// A page of the remittances without deposit, the oldest first; those that pay nothing wait for
  /// none.
  public ListPage<MissingDeposit> withoutDeposit(int page) {
    var today = organizations.today();
    return ListPage.of(
        jdbc.sql(
            """
            select public_id, trace, payer_name, paid_on, paid
            from remittance
            where status = 'POSTED' and bank_deposit_id is null and no_deposit_at is null and paid <> 0
            order by paid_on, remittance_id
            """
                + ListPage.PART),
        (row, n) -> missingDeposit(row, today),
        page);
  }

  static OpenDeposit openDeposit(ResultSet row, LocalDate today) throws SQLException {
    return new OpenDeposit(
        row.getObject("public_id", UUID.class),
        row.getObject("deposited_on", LocalDate.class),
        money(row, "amount"),
        row.getString("trace"),
        row.getString("description"),
        age(row.getObject("deposited_on", LocalDate.class), today));
  }

  static MissingDeposit missingDeposit(ResultSet row, LocalDate today) throws SQLException {
    return new MissingDeposit(
        row.getObject("public_id", UUID.class),
        row.getString("trace"),
        row.getString("payer_name"),
        row.getObject("paid_on", LocalDate.class),
        money(row, "paid"),
        age(row.getObject("paid_on", LocalDate.class), today));
  }

  private static int age(LocalDate day, LocalDate today) {
    return Math.toIntExact(ChronoUnit.DAYS.between(day, today));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.of(row.getBigDecimal(column).toPlainString());
  }
}
