package org.cleanclaim.app.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.ProviderAdjustment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What payers keep, move or add outside any claim (PLB), by payer and account.
@Component
@Transactional
public class ProviderLevel {
  /// A payer's account at provider level.
  ///
  /// @param balance what the payer has still to take (negative) or has taken more than it put off
  ///   (positive); zero when it is settled
  /// @param since day of the oldest adjustment
  public record Balance(
      @Nullable String payer,
      ProviderAccount account,
      Money balance,
      int adjustments,
      LocalDate since) {}

  /// One adjustment.
  ///
  /// @param claim our number of the claim that it names, null when it names none of ours
  public record Line(
      UUID remittanceId,
      String trace,
      LocalDate paidOn,
      String payer,
      String reason,
      ProviderAccount account,
      @Nullable String reference,
      Money amount,
      @Nullable String claim) {}

  private final JdbcClient jdbc;

  ProviderLevel(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Keeps the adjustments of a remittance, each with the claim that its reference names.
  void keep(PostingOrder order) {
    int position = 0;
    for (ProviderAdjustment adjustment : order.header().providerAdjustments()) {
      jdbc.sql(
              """
              insert into provider_adjustment (remittance_id, position, payer_id, provider_id, reason, account, reference,
                amount, claim_id)
              values (:remittance, :position, :payer, :provider, :reason, :account, :reference, :amount, (
                select claim_id
                from claim
                where payer_id = :payer and length(payer_claim_control_number) > 5
                  and starts_with(:reference, payer_claim_control_number)
                order by claim_id
                limit 1))
              """)
          .param("remittance", order.remittanceId())
          .param("position", ++position)
          .param("payer", order.payerId())
          .param("provider", adjustment.providerId())
          .param("reason", adjustment.reason())
          .param("account", ProviderAccount.of(adjustment).name())
          .param("reference", adjustment.reference())
          .param("amount", adjustment.amount().toBigDecimal())
          .update();
    }
  }

  /// The accounts that are not settled, by payer.
  @Transactional(readOnly = true)
  public List<Balance> open() {
    return jdbc.sql(
            """
            select y.name as payer, a.account, sum(a.amount) as balance, count(*) as adjustments, min(r.paid_on) as since
            from provider_adjustment a
            join remittance r using (remittance_id)
            left join payer y on y.payer_id = a.payer_id
            where a.account = 'BALANCE'
            group by y.name, a.account
            having sum(a.amount) <> 0
            order by y.name, a.account
            """)
        .query((row, n) ->
            new Balance(
                row.getString("payer"),
                ProviderAccount.valueOf(row.getString("account")),
                Money.of(row.getBigDecimal("balance").toPlainString()),
                row.getInt("adjustments"),
                row.getObject("since", LocalDate.class)))
        .list();
  }

  /// The latest adjustments.
  @Transactional(readOnly = true)
  public List<Line> latest(int limit) {
    return jdbc.sql(
            """
            select r.public_id, r.trace, r.paid_on, r.payer_name, a.reason, a.account, a.reference, a.amount,
              c.control_number
            from provider_adjustment a
            join remittance r using (remittance_id)
            left join claim c on c.claim_id = a.claim_id
            order by r.paid_on desc, a.remittance_id desc, a.position
            limit :limit
            """)
        .param("limit", limit)
        .query(ProviderLevel::line)
        .list();
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
        row.getString("control_number"));
  }
}
