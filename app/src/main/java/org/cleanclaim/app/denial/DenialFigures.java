package org.cleanclaim.app.denial;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.denial.DenialCase.Status;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How denials fare. Rejections, denials and payments of zero to the patient's share are counted
/// apart.
@Component
@Transactional(readOnly = true)
public class DenialFigures {

  /// @param decided claims that a payer has decided, by their first decision
  /// @param deniedFirst of these, claims with a refused line in that decision
  /// @param rejected claims that were ever refused before a decision (TA1, 999, 277CA)
  /// @param zeroPaidLines lines decided as the patient's share in full
  /// @param preventableAmount of the refused amount, what the table calls preventable
  /// @param settled cases that are over after the payer had answered, each once, by what came out
  ///   in the end: one that was given up after it was lost is among them
  /// @param overturned of these, those of which something was recovered
  public record Figures(
      int decided,
      int deniedFirst,
      int rejected,
      int zeroPaidLines,
      int cases,
      Money amount,
      Money preventableAmount,
      int settled,
      int overturned,
      Money recovered,
      List<ByCause> causes) {
    public Figures {
      causes = List.copyOf(causes);
    }

    /// Share of decided claims with a denial in the first decision; null when none was decided.
    public @Nullable BigDecimal denialRate() {
      return percent(deniedFirst, decided);
    }

    /// Share of settled cases that were won at least in part; null when none was settled.
    public @Nullable BigDecimal overturnRate() {
      return percent(overturned, settled);
    }

    /// Share of the refused amount that is called preventable; null when nothing was refused.
    public @Nullable BigDecimal preventableShare() {
      return percent(preventableAmount.cents(), amount.cents());
    }

    private static @Nullable BigDecimal percent(long part, long whole) {
      return whole == 0
          ? null
          : BigDecimal.valueOf(part * 100)
              .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
  }

  /// @param preventable cases of it that the table calls preventable
  public record ByCause(String cause, int cases, int preventable, Money amount, Money recovered) {}

  // What stands in the history of a case that a payer has answered.
  private static final String[] ANSWERS =
      Stream.of(Status.WON, Status.PART_WON, Status.LOST).map(Status::title).toArray(String[]::new);

  private final JdbcClient jdbc;
  private final Organizations organizations;

  DenialFigures(JdbcClient jdbc, Organizations organizations) {
    this.jdbc = jdbc;
    this.organizations = organizations;
  }

  /// Of remittances paid within a period, both days included.
  public Figures of(LocalDate from, LocalDate through) {
    return jdbc.sql(
            """
            with first_decision as (
              select distinct on (p.claim_id) p.claim_id, p.claim_payment_id, r.paid_on
              from claim_payment p
              join remittance r using (remittance_id)
              where p.claim_id is not null and p.status_code <> '22'
              order by p.claim_id, p.claim_payment_id),
            decided as (select * from first_decision where paid_on between :from and :through),
            refused as (
              select d.* from denial_case d
              join claim_payment p using (claim_payment_id)
              join remittance r using (remittance_id)
              where r.paid_on between :from and :through and d.withdrawn_from is null),
            answered as (
              select * from refused
              where status in ('WON', 'PART_WON', 'LOST')
                or status = 'CLOSED' and exists (
                  select from denial_event e
                  where e.denial_case_id = refused.denial_case_id and e.what = any (:answers)))
            select (select count(*) from decided) as decided,
              (select count(*) from decided
                where exists (select from denial_case d where d.claim_payment_id = decided.claim_payment_id
                  and d.withdrawn_from is null)) as denied,
              (select count(distinct e.claim_id) from claim_event e
                where e.what = 'Rejected' and (e.happened_at at time zone :zone)::date between :from and :through) as rejected,
              (select count(*) from line_adjudication l
                join claim_payment p using (claim_payment_id)
                join remittance r using (remittance_id)
                where l.outcome = 'ZERO_PAY_TO_PATIENT' and r.paid_on between :from and :through) as zero_paid,
              (select count(*) from refused) as cases,
              (select coalesce(sum(amount), 0) from refused) as amount,
              (select coalesce(sum(amount), 0) from refused where is_preventable) as preventable,
              (select count(*) from answered) as settled,
              (select count(*) from answered where status in ('WON', 'PART_WON') or recovered > 0) as overturned,
              (select coalesce(sum(recovered), 0) from refused) as recovered
            """)
        .param("from", from)
        .param("through", through)
        .param("answers", ANSWERS)
        .param("zone", organizations.current().timeZone())
        .query((row, n) ->
            new Figures(
                row.getInt("decided"),
                row.getInt("denied"),
                row.getInt("rejected"),
                row.getInt("zero_paid"),
                row.getInt("cases"),
                Money.of(row.getBigDecimal("amount").toPlainString()),
                Money.of(row.getBigDecimal("preventable").toPlainString()),
                row.getInt("settled"),
                row.getInt("overturned"),
                Money.of(row.getBigDecimal("recovered").toPlainString()),
                causes(from, through)))
        .single();
  }

  private List<ByCause> causes(LocalDate from, LocalDate through) {
    return jdbc.sql(
            """
            select d.cause, count(*) as cases, count(*) filter (where d.is_preventable) as preventable,
              sum(d.amount) as amount, sum(d.recovered) as recovered
            from denial_case d
            join claim_payment p using (claim_payment_id)
            join remittance r using (remittance_id)
            where r.paid_on between :from and :through and d.withdrawn_from is null
            group by d.cause
            order by sum(d.amount) desc, d.cause
            """)
        .param("from", from)
        .param("through", through)
        .query((row, n) ->
            new ByCause(
                row.getString("cause"),
                row.getInt("cases"),
                row.getInt("preventable"),
                Money.of(row.getBigDecimal("amount").toPlainString()),
                Money.of(row.getBigDecimal("recovered").toPlainString())))
        .list();
  }
}
