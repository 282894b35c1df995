package org.cleanclaim.app.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads what payers keep, move or add outside any claim (PLB). Each reason and reference (PLB03)
/// of a payer is an account of its own: what was put off under one is taken under the same, and a
/// penalty evens out no recovery. What a negative remittance leaves for later payments is a
/// forwarding balance (FB) under its trace number, by which payers bring it forward.
@Component
@Transactional(readOnly = true)
public class ProviderLevel {
  /// What is open with a payer under one reason and reference.
  ///
  /// @param payerKey by which the payer's remittances are known
  /// @param reference empty where the payer gives none
  /// @param claim the claim that it names, null when it names none of ours
  /// @param balance what the payer has still to take (negative) or has taken more than it put off
  ///   (positive)
  /// @param since day of the oldest adjustment
  public record Balance(
      String payer,
      String payerKey,
      String reason,
      String reference,
      @Nullable NamedClaim claim,
      Money balance,
      int adjustments,
      LocalDate since) {}

  /// The claim that an adjustment names.
  public record NamedClaim(UUID id, String controlNumber) {}

  /// One adjustment.
  ///
  /// @param claim that it names, null when it names none of ours
  public record Line(
      UUID remittanceId,
      String trace,
      LocalDate paidOn,
      String payer,
      String reason,
      ProviderAccount account,
      @Nullable String reference,
      Money amount,
      @Nullable NamedClaim claim) {}

  private static final String LINE =
      """
      select r.public_id, r.trace, r.paid_on, r.payer_name, a.reason, a.account, a.reference, a.amount,
        c.public_id as claim, c.control_number
      from provider_adjustment a
      join remittance r using (remittance_id)
      left join claim c on c.claim_id = a.claim_id
      """;

  private static final String OPEN =
      """
      with kept as (
        select r.payer_key, a.reason, coalesce(a.reference, '') as reference, max(r.payer_name) as payer,
          max(a.claim_id) as claim_id, sum(a.amount) as amount, count(*) as adjustments, min(r.paid_on) as since
        from (
          select remittance_id, reason, reference, amount, claim_id
          from provider_adjustment
          where account = 'BALANCE'
          union all
          select remittance_id, 'FB', trace, paid, null from remittance where no_deposit_at is not null) a
        join remittance r using (remittance_id)
        group by r.payer_key, a.reason, coalesce(a.reference, '')
      ), settled as (
        select payer_key, reason, reference, sum(amount) as amount
        from provider_settlement
        group by payer_key, reason, reference
      )
      select k.payer, k.payer_key, k.reason, k.reference, c.public_id as claim, c.control_number,
        k.amount - coalesce(s.amount, 0) as balance, k.adjustments, k.since
      from kept k
      left join settled s using (payer_key, reason, reference)
      left join claim c on c.claim_id = k.claim_id
      where k.amount <> coalesce(s.amount, 0)
      """;

  private final JdbcClient jdbc;

  ProviderLevel(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What is not settled, by payer, reason and reference.
  public List<Balance> open() {
    return jdbc.sql(OPEN + "order by k.payer, k.payer_key, k.reason, k.reference")
        .query(ProviderLevel::balance)
        .list();
  }

  /// A page of the adjustments, the latest first.
  public ListPage<Line> latest(int page) {
    return ListPage.of(
        jdbc.sql(
            LINE + "order by r.paid_on desc, a.remittance_id desc, a.position" + ListPage.PART),
        ProviderLevel::line,
        page);
  }

  /// The adjustments that name a claim, in the order in which they came.
  public List<Line> ofClaim(long claimId) {
    return jdbc.sql(LINE + "where a.claim_id = :claim order by a.remittance_id, a.position")
        .param("claim", claimId)
        .query(ProviderLevel::line)
        .list();
  }

  private static Balance balance(ResultSet row, int n) throws SQLException {
    return new Balance(
        row.getString("payer"),
        row.getString("payer_key"),
        row.getString("reason"),
        row.getString("reference"),
        claim(row),
        Money.of(row.getBigDecimal("balance").toPlainString()),
        row.getInt("adjustments"),
        row.getObject("since", LocalDate.class));
  }

  private static Line line(ResultSet row, int n) throws SQLException {
    return new Line(
        row.getObject("public_id", UUID.class),
        row.getString("trace"),
        row.getObject("paid_on", LocalDate.class),
        row.getString("payer_name"),
        row.getString("reason"),
        ProviderAccount.valueOf(row.getString("account")),
        row.getString("reference"),
        Money.of(row.getBigDecimal("amount").toPlainString()),
        claim(row));
  }

  private static @Nullable NamedClaim claim(ResultSet row) throws SQLException {
    String number = row.getString("control_number");
    return number == null ? null : new NamedClaim(row.getObject("claim", UUID.class), number);
  }
}
